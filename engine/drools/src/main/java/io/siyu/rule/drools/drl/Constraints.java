package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Reads one constraint that stands alone. */
public final class Constraints {

    private static final int LONGEST = 10_000;

    private Constraints() {}

    /** The constraint, or nothing if the text is not exactly one. */
    public static Optional<Condition> read(String text) {
        Drl drl = Drl.asWritten(text);
        DrlFaults faults = new DrlFaults("");
        List<Token> scanned = text.length() > LONGEST ? List.of() : Scanner.scan(drl, faults);
        if (scanned.isEmpty() || faults.size() > 0) {
            return Optional.empty();
        }
        Tokens tokens = new Tokens(scanned, drl);
        try {
            Condition condition = new ConditionReader(tokens).read();
            return Optional.of(condition).filter(read -> tokens.isNext(Kind.END));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    /** The words and signs of a text, without the blanks between them. */
    public static List<String> pieces(String text) {
        return Scanner.scan(Drl.asWritten(text), new DrlFaults("")).stream()
                .map(Token::text)
                .toList();
    }
}
