package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.RuleTree.Annotation;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands from {@code rule} to {@code when}: the name and the annotations. */
final class HeaderReader {

    private static final int MAX_NAME = 200;

    private final Tokens tokens;
    private final Refusals refusals;
    private final List<Annotation> annotations = new ArrayList<>();
    private String name = "";
    private boolean hasWhen;

    HeaderReader(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    /** The rule's name without its quotes; empty if it could not be read. */
    String name() {
        return name;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    /** Reads on behind {@code when}; where that is missing, to the pattern. */
    void read() {
        hasWhen = tokens.comes("when", "then");
        if (!refusals.none(this::readName)) {
            skip();
        }
        while (!tokens.take("when") && !tokens.atEnd()) {
            Token next = tokens.peek();
            boolean attribute = Unsupported.isAttribute(attributeName());
            if (!hasWhen && (next.is("if") || !(attribute || next.is("@")))) {
                refusals.add(next.is("if") ? Unsupported.attribute(next, "if") : Unsupported.noWhen(next));
                skipToPattern();
                return;
            }
            if (!refusals.none(this::annotation)) {
                skip();
            }
        }
    }

    private void readName() {
        Token read = tokens.peek();
        if (read.is("when")
                || read.is(Kind.SYMBOL)
                || read.is(Kind.NUMBER)
                || Literals.name(read).isBlank()) {
            String wrong = "The rule has no name.";
            throw new Refusal(read, "syntax", wrong, "write a sentence in double quotes behind \"rule\".");
        }
        if (Literals.name(read).length() > MAX_NAME) {
            String wrong = "The rule's name is longer than 200 characters.";
            throw new Refusal(read, "too-long", wrong, "say the rest in @description(\"…\").");
        }
        tokens.next();
        if (read.is(Kind.WORD) && tokens.isNext(Kind.WORD) && severalWords()) {
            String wrong = "A name of several words stands in quotes.";
            throw new Refusal(read, "syntax", wrong, "write rule \"" + read.text() + " …\".");
        }
        name = Literals.name(read);
    }

    private boolean severalWords() {
        return !tokens.isNext("when")
                && tokens.peek().line() == tokens.last().line()
                && !tokens.peek(1).is("(")
                && !Unsupported.isAttribute(attributeName());
    }

    private void annotation() {
        if (!tokens.isNext("@")) {
            String attribute = attributeName();
            throw Unsupported.attribute(tokens.next(), attribute);
        }
        tokens.next();
        if (!tokens.isNext(Kind.WORD) || tokens.isNext("when")) {
            throw tokens.refused("Behind \"@\" a name is missing.", "write @priority(10), or remove it.");
        }
        Token word = tokens.next();
        Unsupported.annotation(word);
        tokens.require("(", "write @" + word.text() + "(…) with a value in parentheses.");
        Token first = tokens.peek();
        List<Literal> values = new ArrayList<>();
        if (!refusals.none(() -> values.add(value()))) {
            values.add(Literal.unread(first));
            skip();
        }
        if (annotations.stream().anyMatch(other -> other.name().text().equals(word.text()))) {
            String twice = "\"@" + word.text() + "\" is said twice.";
            throw new Refusal(word, "annotation", twice, "remove one of the two.");
        }
        annotations.add(new Annotation(word, values.get(0)));
    }

    private Literal value() {
        Literal value = Literals.read(tokens);
        tokens.require(")", "the annotation has more than one value.");
        return value;
    }

    /** Goes on to what may stand next in a header. */
    private void skip() {
        while (!tokens.atEnd()
                && !tokens.isNext("when")
                && !tokens.isNext("@")
                && !Unsupported.isAttribute(attributeName())
                && !(!hasWhen && startsPattern())) {
            tokens.next();
        }
    }

    private void skipToPattern() {
        while (!startsPattern()) {
            tokens.next();
        }
    }

    private boolean startsPattern() {
        return tokens.atEnd()
                || tokens.isNext("then")
                || (tokens.peek().isType() && tokens.peek(1).is("("));
    }

    private String attributeName() {
        StringBuilder name = new StringBuilder(tokens.peek().text());
        for (int i = 1; tokens.peek(i).is("-"); i += 2) {
            name.append('-').append(tokens.peek(i + 1).text());
        }
        return name.toString();
    }
}
