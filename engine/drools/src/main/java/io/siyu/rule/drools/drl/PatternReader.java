package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.RuleTree.Constraint;
import io.siyu.rule.drools.drl.RuleTree.Kept;
import io.siyu.rule.drools.drl.RuleTree.Pattern;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a rule asks, from {@code when} to {@code then}. */
final class PatternReader {

    private final Tokens tokens;
    private final Refusals refusals;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Pattern> others = new ArrayList<>();
    private Optional<Pattern> event = Optional.empty();

    PatternReader(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    /** Reads on to {@code then}, or to where it is missing. */
    void read() {
        if (!refusals.none(this::patterns)) {
            readOthers();
        }
    }

    /** The event's pattern, if it could be read. */
    Optional<Pattern> event() {
        return event;
    }

    /** What stands behind it. */
    List<Kept> kept() {
        return kept;
    }

    /** Patterns that have no place in a rule, for what else is wrong in them. */
    List<Pattern> others() {
        return others;
    }

    private void patterns() {
        if (tokens.isNext("then")) {
            throw new Refusal(
                    tokens.peek(), "syntax", "The rule has no condition.", "name the event, such as OrderPlaced().");
        }
        Token type = unbound(tokens.next());
        if (!type.is(Kind.WORD) || Unsupported.isElement(type)) {
            throw type.is("(") || type.is("/") || type.is("?")
                    ? Unsupported.sign(type, tokens.peek())
                    : Unsupported.element(type, tokens.peek());
        }
        named(type);
        Unsupported.event(type, tokens.peek());
        tokens.require("(", "write " + type.text() + "( … ) with the conditions in parentheses.");
        List<Constraint> own = new ArrayList<>();
        constraints(own);
        event(new Pattern(type, own));
        while (tokens.isNext("exists") || tokens.isNext("not")) {
            kept.add(kept(tokens.next()));
        }
        tokens.take(";");
        if (!tokens.isNext("then")) {
            throw Unsupported.element(tokens.peek(), tokens.peek(1));
        }
    }

    /** why: what stands before "from" is no event's type and is not looked for in the catalogue. */
    private void event(Pattern pattern) {
        if (tokens.isNext("from")) {
            others.add(pattern);
        } else {
            event = Optional.of(pattern);
        }
    }

    private Kept kept(Token word) {
        tokens.count(word);
        Token type = unbound(tokens.next());
        if (!type.is(Kind.WORD) || Unsupported.isElement(type)) {
            throw Unsupported.behind(word, type);
        }
        named(type);
        tokens.require("(", "write " + word.text() + " " + type.text() + "( … ) with the conditions in parentheses.");
        List<Constraint> own = new ArrayList<>();
        boolean whole = constraints(own);
        return new Kept(word, type, own, tokens.written(word), whole);
    }

    /** The type behind a variable, which is told; the token itself if it is none. */
    private Token unbound(Token first) {
        if (!first.is(Kind.WORD) || !isBinding(tokens.peek())) {
            return first;
        }
        refusals.add(Unsupported.variable(first));
        tokens.next();
        return tokens.next();
    }

    private static boolean isBinding(Token sign) {
        return sign.is(":") || sign.is(":=");
    }

    private static void named(Token type) {
        if (type.text().startsWith("$")) {
            throw Unsupported.variable(type);
        }
    }

    /** Reads on behind the parenthesis that closes the pattern; false if what was read is not all of it. */
    private boolean constraints(List<Constraint> into) {
        boolean whole = true;
        while (!tokens.take(")")) {
            whole &= constraint(into);
            if (tokens.isNext("then") || tokens.atEnd()) {
                return false;
            }
        }
        return whole;
    }

    private boolean constraint(List<Constraint> into) {
        int mark = tokens.mark();
        Token first = tokens.peek();
        if (first.is(Kind.WORD) && isBinding(tokens.peek(1))) {
            refusals.add(Unsupported.variable(first));
            tokens.next();
            tokens.next();
            refusals.quietly(() -> into.add(condition()));
        } else {
            try {
                into.add(condition());
                if (ends(into)) {
                    return true;
                }
            } catch (Refusal refusal) {
                refusals.add(refusal);
                if (refusal.code.equals("too-many")) {
                    tokens.skipTo("then");
                    return false;
                }
            }
        }
        tokens.skipConstraint(mark);
        tokens.take(",");
        return false;
    }

    private Constraint condition() {
        Token start = tokens.peek();
        Condition condition = new ConditionReader(tokens).read();
        return new Constraint(tokens.written(start), condition);
    }

    /** Whether the constraint ends here; what stands behind a missing comma is read if it can be. */
    private boolean ends(List<Constraint> into) {
        if (tokens.take(",")) {
            if (tokens.isNext(")")) {
                throw tokens.refused("Behind the last comma a condition is missing.", "remove the comma.");
            }
        } else if (tokens.isNext("then")) {
            throw tokens.refused("The pattern is not closed before \"then\".", "\")\" is missing.");
        } else if (!tokens.isNext(")")) {
            refusals.add(misplaced());
            refusals.quietly(() -> into.add(condition()));
            return false;
        }
        return true;
    }

    private Refusal misplaced() {
        boolean unit = tokens.last().is(Token.Kind.NUMBER)
                && tokens.peek().is(Token.Kind.WORD)
                && (tokens.peek(1).is(",") || tokens.peek(1).is(")"));
        return unit
                ? tokens.refused(
                        "Behind a number no unit stands, not " + tokens.peek().shown() + " either.",
                        "write " + tokens.last().text() + " alone; money is in units of the house's currency.")
                : tokens.refused(
                        tokens.peek().shown() + " does not belong to the condition before it.", "a comma is missing.");
    }

    /** Looks for patterns that have no place in a rule, such as that of a second event. */
    private void readOthers() {
        while (!tokens.isNext("then") && !tokens.isNext("propose") && !tokens.atEnd()) {
            Token type = tokens.next();
            if (type.isType() && tokens.take("(")) {
                List<Constraint> own = new ArrayList<>();
                refusals.quietly(() -> constraints(own));
                others.add(new Pattern(type, own));
            }
        }
    }
}
