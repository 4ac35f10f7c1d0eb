package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.RuleTree.Constraint;
import io.siyu.rule.drools.drl.RuleTree.Kept;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Drools' own parser as the second reader of every rule: what it cannot read, or reads otherwise, is not published. */
final class DroolsParser {

    private static final LanguageLevelOption LEVEL = LanguageLevelOption.DRL6;

    /** Most shapes that are remembered. */
    private static final int KEPT = 4_096;

    /** Shapes of rules that Drools reads as they are meant. */
    private static final Set<String> AGREED = ConcurrentHashMap.newKeySet();

    private DroolsParser() {}

    /** Whether Drools reads the same rule from the same text; if not, a fault says where. Asked once for each shape. */
    static boolean agrees(RuleTree rule, List<Token> tokens, Drl drl, DrlFaults faults) {
        String shape = Shape.of(tokens, drl.text());
        if (AGREED.contains(shape)) {
            return true;
        }
        boolean agrees = reads(rule, tokens, drl, faults);
        if (agrees) {
            if (AGREED.size() >= KEPT) {
                AGREED.clear();
            }
            AGREED.add(shape);
        }
        return agrees;
    }

    private static boolean reads(RuleTree rule, List<Token> tokens, Drl drl, DrlFaults faults) {
        DrlParser parser = new DrlParser(LEVEL);
        PackageDescr read = parse(parser, rule.drl());
        if (parser.hasErrors()) {
            parser.getErrors().stream()
                    .filter(ParserError.class::isInstance)
                    .map(ParserError.class::cast)
                    .limit(1)
                    .forEach(error -> report(error, rule, drl, faults));
            return false;
        }
        if (read == null || !same(rule, read, tokens, drl.text())) {
            faults.add(rule.place(), "syntax", "Drools reads this rule in another way.", "write it more plainly.");
            return false;
        }
        return true;
    }

    private static PackageDescr parse(DrlParser parser, String text) {
        try {
            return parser.parse(true, text);
        } catch (DroolsParserException impossible) {
            // why: in editor mode the parser keeps its exceptions in its list of errors, which is read next
            throw new IllegalStateException(impossible);
        }
    }

    private static void report(ParserError error, RuleTree rule, Drl drl, DrlFaults faults) {
        int offset = rule.place().start();
        for (int row = 1; row < error.getRow(); row++) {
            offset = drl.text().indexOf('\n', offset) + 1;
        }
        int at = Math.min(drl.text().length(), offset + Math.max(0, error.getCol()));
        String wrong = "Drools cannot read this: " + error.getMessage().strip();
        faults.add(drl.places().of(at, at), "syntax", wrong, "a word here means something else in DRL.");
    }

    private static boolean same(RuleTree rule, PackageDescr read, List<Token> tokens, String drl) {
        if (read.getRules().size() != 1) {
            return false;
        }
        RuleDescr found = read.getRules().get(0);
        List<BaseDescr> patterns = found.getLhs().getDescrs();
        return found.getName().equals(rule.name())
                && found.getAnnotations().size() == rule.annotations().size()
                && found.getAttributes().isEmpty()
                && patterns.size() == 1 + rule.kept().size()
                && patterns.get(0) instanceof PatternDescr pattern
                && samePattern(rule.event(), rule.constraints(), pattern)
                && sameKept(rule.kept(), patterns.subList(1, patterns.size()))
                && pieces(found.getConsequence().toString()).equals(pieces(consequence(tokens, drl)));
    }

    private static boolean sameKept(List<Kept> kept, List<BaseDescr> read) {
        for (int i = 0; i < kept.size(); i++) {
            Kept own = kept.get(i);
            Class<?> wanted = own.wanted() ? ExistsDescr.class : NotDescr.class;
            if (!wanted.isInstance(read.get(i))
                    || !(read.get(i) instanceof ConditionalElementDescr element)
                    || element.getDescrs().size() != 1
                    || !(element.getDescrs().get(0) instanceof PatternDescr pattern)
                    || !samePattern(own.type(), own.constraints(), pattern)) {
                return false;
            }
        }
        return true;
    }

    private static boolean samePattern(Token type, List<Constraint> written, PatternDescr pattern) {
        List<? extends BaseDescr> constraints = pattern.getDescrs();
        if (!pattern.getObjectType().equals(type.text())
                || pattern.getSource() != null
                || constraints.size() != written.size()) {
            return false;
        }
        for (int i = 0; i < constraints.size(); i++) {
            Constraint own = written.get(i);
            if (!(constraints.get(i) instanceof ExprConstraintDescr expression)
                    || !pieces(expression.getExpression()).equals(pieces(own.text()))) {
                return false;
            }
        }
        return true;
    }

    private static String consequence(List<Token> tokens, String drl) {
        Token then =
                tokens.stream().filter(token -> token.is("then")).findFirst().orElseThrow();
        return drl.substring(then.end(), tokens.get(tokens.size() - 1).start());
    }

    private static List<String> pieces(String text) {
        return Scanner.scan(Drl.asWritten(text), new DrlFaults("")).stream()
                .map(Token::text)
                .toList();
    }
}
