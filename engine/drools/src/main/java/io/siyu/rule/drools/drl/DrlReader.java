package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the rules of one DRL file; what is outside the subset becomes a fault and the next rule is read. */
public final class DrlReader {

    private static final int MAX_LENGTH = 1_000_000;
    private static final int MAX_RULES = 2_000;
    private static final int MAX_TOKENS = 4_000;
    private static final Set<String> STARTS = Set.of(
            "rule", "query", "import", "global", "declare", "function", "package", "unit", "dialect", "template");

    private final Drl drl;
    private final DrlFaults faults;
    private final List<Token> tokens;
    private final List<RuleTree> rules = new ArrayList<>();
    private int at;
    private int seen;

    private DrlReader(Drl drl, DrlFaults faults) {
        this.drl = drl;
        this.faults = faults;
        this.tokens = Scanner.scan(drl, faults);
    }

    /** The rules of a file as far as they can be read, in written order; sound ones and others. */
    public static List<RuleTree> read(Drl drl, DrlFaults faults) {
        if (drl.text().length() > MAX_LENGTH) {
            faults.add(
                    Place.FILE,
                    "too-long",
                    "The file has more than 1,000,000 characters of rules.",
                    "split it into several files.");
            return List.of();
        }
        DrlReader reader = new DrlReader(drl, faults);
        reader.readPackage();
        while (!reader.here().is(Kind.END)) {
            reader.readTop();
        }
        return reader.rules;
    }

    private Token here() {
        return tokens.get(at);
    }

    private void readPackage() {
        if (!here().is("package")) {
            return;
        }
        at++;
        while (here().is(Kind.WORD)
                && (tokens.get(at - 1).is("package") || tokens.get(at - 1).is("."))) {
            at += tokens.get(at + 1).is(".") ? 2 : 1;
        }
        at += here().is(";") ? 1 : 0;
    }

    private void readTop() {
        Token start = here();
        if (start.is(";")) {
            at++;
        } else if (start.is("rule")) {
            readRule();
        } else {
            if (!start.is(Kind.BROKEN)) {
                Unsupported.atTop(start, tokens.get(Math.min(at + 1, tokens.size() - 1)), faults);
            }
            at++;
            skipToStart();
        }
    }

    private void readRule() {
        int from = at++;
        while (!here().is(Kind.END) && !startsRule() && !endsRule()) {
            at++;
        }
        at += here().is("end") ? 1 : 0;
        List<Token> own = new ArrayList<>(tokens.subList(from, at));
        if (tooMuch(own)) {
            return;
        }
        RuleReader.read(own, drl, faults)
                .filter(rule -> !rule.sound() || DroolsParser.agrees(rule, own, drl, faults))
                .ifPresent(rules::add);
    }

    /** Whether a bound is met; behind the last rule that may stand in a file nothing more is read. */
    private boolean tooMuch(List<Token> own) {
        if (++seen > MAX_RULES) {
            faults.add(own.get(0), "too-many", "A file has at most 2,000 rules.", "split it into several files.");
            at = tokens.size() - 1;
            return true;
        }
        if (own.size() > MAX_TOKENS) {
            String wrong = "The rule has more than 4,000 words and signs.";
            faults.add(own.get(0), "too-long", wrong, "write several rules, or ask for a tag instead of a long list.");
            return true;
        }
        return false;
    }

    private boolean startsRule() {
        Token next = tokens.get(at + 1);
        return firstOnLine() && here().is("rule") && (next.is(Kind.TEXT) || next.is(Kind.QUOTED) || next.is(Kind.WORD));
    }

    private boolean endsRule() {
        return here().is("end") && !tokens.get(at - 1).is(".");
    }

    private boolean firstOnLine() {
        return drl.text().substring(tokens.get(at - 1).end(), here().start()).contains("\n");
    }

    private void skipToStart() {
        while (!here().is(Kind.END) && !(STARTS.contains(here().text()) && firstOnLine())) {
            at++;
        }
    }
}
