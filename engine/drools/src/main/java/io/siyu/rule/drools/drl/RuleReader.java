package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.RuleTree.Annotation;
import io.siyu.rule.drools.drl.RuleTree.Call;
import io.siyu.rule.drools.drl.RuleTree.Constraint;
import io.siyu.rule.drools.drl.RuleTree.Kept;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one rule, from {@code rule} to {@code end}; a fault in one part does not hide those in the next. */
final class RuleReader {

    private static final int MAX_NAME = 200;

    private final Tokens tokens;
    private final DrlFaults faults;
    private final List<Annotation> annotations = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    private RuleReader(List<Token> tokens, Drl drl, DrlFaults faults) {
        this.tokens = new Tokens(tokens, drl);
        this.faults = faults;
    }

    /** The rule, or nothing if it has a fault. */
    static Optional<RuleTree> read(List<Token> tokens, Drl drl, DrlFaults faults) {
        int before = faults.size();
        RuleReader reader = new RuleReader(tokens, drl, faults);
        Token place = reader.tokens.next();
        Token name = reader.tokens.peek();
        boolean readable = reader.part(reader::header, "when");
        Token event = reader.tokens.peek();
        readable = readable && reader.part(reader::pattern, "then") && reader.part(reader::consequence, "end");
        if (!readable || faults.size() > before) {
            return Optional.empty();
        }
        String said = Literals.name(name);
        String text = drl.text()
                .substring(place.start(), tokens.get(tokens.size() - 1).end());
        return Optional.of(new RuleTree(
                said, text, place, name, reader.annotations, event, reader.constraints, reader.kept, reader.calls));
    }

    /** Reads a part of the rule and the keyword behind it, wherever that stands if the part has a fault; false if nowhere. */
    private boolean part(Runnable reading, String keyword) {
        try {
            reading.run();
        } catch (Refusal refusal) {
            faults.add(refusal);
            tokens.skipTo(keyword);
        }
        return tokens.take(keyword);
    }

    private void header() {
        Token name = tokens.peek();
        if (name.is("when")
                || name.is(Kind.SYMBOL)
                || name.is(Kind.NUMBER)
                || Literals.name(name).isBlank()) {
            String wrong = "The rule has no name.";
            throw new Refusal(name, "syntax", wrong, "write a sentence in double quotes behind \"rule\".");
        }
        if (Literals.name(name).length() > MAX_NAME) {
            String wrong = "The rule's name is longer than 200 characters.";
            throw new Refusal(name, "too-long", wrong, "say the rest in @description(\"…\").");
        }
        tokens.next();
        if (name.is(Kind.WORD) && tokens.isNext(Kind.WORD) && severalWords()) {
            String wrong = "A name of several words stands in quotes.";
            throw new Refusal(name, "syntax", wrong, "write rule \"" + name.text() + " …\".");
        }
        while (!tokens.isNext("when")) {
            if (!tokens.isNext("@")) {
                throw Unsupported.attribute(tokens.peek(), attributeName());
            }
            Annotation annotation = annotation();
            if (annotations.stream()
                    .anyMatch(other ->
                            other.name().text().equals(annotation.name().text()))) {
                String twice = "\"@" + annotation.name().text() + "\" is said twice.";
                faults.add(annotation.name(), "annotation", twice, "remove one of the two.");
            }
            annotations.add(annotation);
        }
    }

    private boolean severalWords() {
        return !tokens.isNext("when")
                && tokens.peek().line() == tokens.last().line()
                && !tokens.peek(1).is("(")
                && !Unsupported.isAttribute(attributeName());
    }

    private Annotation annotation() {
        tokens.next();
        Token name = tokens.next();
        Unsupported.annotation(name);
        tokens.require("(", "write @" + name.text() + "(…) with a value in parentheses.");
        Literal value = Literals.read(tokens);
        tokens.require(")", "the annotation has more than one value.");
        return new Annotation(name, value);
    }

    private String attributeName() {
        StringBuilder name = new StringBuilder(tokens.peek().text());
        for (int i = 1; tokens.peek(i).is("-"); i += 2) {
            name.append('-').append(tokens.peek(i + 1).text());
        }
        return name.toString();
    }

    private void pattern() {
        Token event = tokens.peek();
        if (event.is("then")) {
            throw new Refusal(event, "syntax", "The rule has no condition.", "name the event, such as OrderPlaced().");
        }
        tokens.next();
        if (!event.is(Kind.WORD) || (Unsupported.isElement(event) && !tokens.isNext(":"))) {
            throw event.is("(") || event.is("/") || event.is("?")
                    ? Unsupported.sign(event, tokens.peek())
                    : Unsupported.element(event, tokens.peek());
        }
        if (tokens.isNext(":") || tokens.isNext(":=") || event.text().startsWith("$")) {
            throw variable(event);
        }
        Unsupported.event(event, tokens.peek());
        tokens.require("(", "write " + event.text() + "( … ) with the conditions in parentheses.");
        constraints(constraints);
        while (tokens.isNext("exists") || tokens.isNext("not")) {
            kept.add(kept());
        }
        tokens.take(";");
        if (!tokens.isNext("then")) {
            throw Unsupported.element(tokens.peek(), tokens.peek(1));
        }
    }

    private Kept kept() {
        Token word = tokens.next();
        tokens.count(word);
        Token type = tokens.next();
        if (!type.is(Kind.WORD) || Unsupported.isElement(type)) {
            throw Unsupported.behind(word, type);
        }
        if (tokens.isNext(":") || tokens.isNext(":=") || type.text().startsWith("$")) {
            throw variable(type);
        }
        tokens.require("(", "write " + word.text() + " " + type.text() + "( … ) with the conditions in parentheses.");
        List<Constraint> own = new ArrayList<>();
        constraints(own);
        return new Kept(word, type, own, tokens.written(word));
    }

    private void constraints(List<Constraint> into) {
        while (!tokens.take(")")) {
            int mark = tokens.mark();
            try {
                into.add(constraint());
            } catch (Refusal refusal) {
                faults.add(refusal);
                if (refusal.code.equals("too-many")) {
                    tokens.skipTo("then");
                    return;
                }
                tokens.skipConstraint(mark);
                tokens.take(",");
            }
            if (tokens.isNext("then") || tokens.atEnd()) {
                return;
            }
        }
    }

    private Constraint constraint() {
        Token start = tokens.peek();
        Condition condition = new ConditionReader(tokens).read();
        Written written = tokens.written(start);
        constraintEnd();
        return new Constraint(written, condition);
    }

    private void constraintEnd() {
        if (tokens.take(",")) {
            if (tokens.isNext(")")) {
                throw tokens.refused("Behind the last comma a condition is missing.", "remove the comma.");
            }
        } else if (!tokens.isNext(")")) {
            throw tokens.isNext("then")
                    ? tokens.refused("The pattern is not closed before \"then\".", "\")\" is missing.")
                    : tokens.refused(
                            tokens.peek().shown() + " does not belong to the condition before it.",
                            "a comma is missing.");
        }
    }

    static Refusal variable(Token at) {
        String wrong = "A rule names no variables such as \"" + at.text() + "\".";
        return new Refusal(at, "unsupported", wrong, "write the field itself where its value is needed.");
    }

    private void consequence() {
        Token start = tokens.peek();
        if (!tokens.take("propose")) {
            throw start.is("end")
                    ? new Refusal(
                            start, "consequence", "The rule proposes nothing.", "write propose.send(\"template\");")
                    : Unsupported.statement(start);
        }
        while (tokens.take(".")) {
            calls.add(call());
        }
        if (calls.isEmpty()) {
            throw new Refusal(start, "consequence", "The rule proposes nothing.", "write propose.send(\"template\");");
        }
        tokens.require(";", "the line must end with \";\".");
        if (!tokens.isNext("end")) {
            String wrong = "A rule proposes one thing; " + tokens.peek().shown() + " starts a second.";
            throw new Refusal(tokens.peek(), "consequence", wrong, "write a second rule with the same conditions.");
        }
    }

    private Call call() {
        Token name = tokens.next();
        tokens.require("(", "write " + name.text() + "(…).");
        List<Literal> arguments = new ArrayList<>();
        while (!tokens.take(")")) {
            arguments.add(Literals.read(tokens));
            if (!tokens.isNext(")")) {
                tokens.require(",", "\")\" is missing.");
            }
        }
        return new Call(name, arguments);
    }
}
