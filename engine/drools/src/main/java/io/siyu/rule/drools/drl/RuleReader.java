package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.RuleTree.Call;
import io.siyu.rule.drools.drl.RuleTree.Pattern;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one rule, from {@code rule} to {@code end}; a fault in one part does not hide those in the next. */
final class RuleReader {

    private final Tokens tokens;
    private final Refusals refusals;

    private RuleReader(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    /** What can be read of the rule, or nothing if its parts cannot be told from each other. */
    static Optional<RuleTree> read(List<Token> own, Drl drl, DrlFaults faults) {
        int before = faults.size();
        boolean broken = own.stream().anyMatch(token -> token.is(Kind.BROKEN) || WideSigns.stoodIn(drl.text(), token));
        Token last = own.get(own.size() - 1);
        List<Token> all = new ArrayList<>(own);
        if (!last.is("end")) {
            String wrong = "The rule that starts here has no \"end\".";
            faults.add(own.get(0), "syntax", wrong, "add \"end\" on a line of its own behind its last line.");
            all.add(last.madeBehind("end"));
        }
        String text = drl.text().substring(own.get(0).start(), last.end());
        Optional<RuleTree> read = new RuleReader(new Tokens(all, drl), new Refusals(faults)).rule(text);
        return faults.size() > before || broken ? read : read.map(RuleTree::withoutFault);
    }

    private Optional<RuleTree> rule(String text) {
        Token place = tokens.next();
        Token name = tokens.peek();
        refusals.begin(tokens.firstBroken("when"));
        HeaderReader header = new HeaderReader(tokens, refusals);
        header.read();
        Token first = tokens.peek();
        refusals.begin(tokens.firstBroken("then"));
        PatternReader patterns = new PatternReader(tokens, refusals);
        patterns.read();
        if (!tokens.take("then") && !tokens.isNext("propose")) {
            return Optional.empty();
        }
        refusals.begin(tokens.firstBroken("end"));
        List<Call> calls = new ConsequenceReader(tokens, refusals).read();
        Pattern event = patterns.event().orElseGet(() -> new Pattern(first.unread(), List.of()));
        return Optional.of(new RuleTree(
                header.name(),
                text,
                place,
                name,
                header.annotations(),
                event.type(),
                event.constraints(),
                patterns.kept(),
                patterns.others(),
                calls,
                false));
    }
}
