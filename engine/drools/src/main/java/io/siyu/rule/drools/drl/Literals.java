package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the values that may stand in a rule. */
final class Literals {

    private static final int MAX_TEXT = 2_000;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,17})\\.[0-9]{1,9}");

    private Literals() {}

    /** The name of a rule, without its quotes. */
    static String name(Token token) {
        String text = token.text();
        return token.is(Kind.TEXT) || token.is(Kind.QUOTED) ? text.substring(1, text.length() - 1) : text;
    }

    /** The value that comes next; anything else is refused. */
    static Literal read(Tokens tokens) {
        Token token = tokens.peek();
        if (token.is("-") && tokens.peek(1).is(Kind.NUMBER)) {
            tokens.next();
            return new Literal(number(tokens.next()).negate(), token);
        }
        if (token.is(Kind.NUMBER)) {
            return new Literal(number(tokens.next()), token);
        }
        if (token.is(Kind.TEXT)) {
            return new Literal(text(tokens.next()), token);
        }
        if (token.is("true") || token.is("false")) {
            return new Literal(Boolean.valueOf(tokens.next().text()), token);
        }
        if (token.is("null")) {
            return new Literal(null, tokens.next());
        }
        throw refused(tokens);
    }

    private static Refusal refused(Tokens tokens) {
        Token token = tokens.peek();
        Token before = tokens.last();
        if (token.is(Kind.QUOTED)) {
            String text = token.text().substring(1, token.text().length() - 1);
            return new Refusal(token, "value", "A text stands in double quotes.", "write \"" + text + "\".");
        }
        if (token.text().startsWith("$")) {
            return Unsupported.variable(token);
        }
        DroolsHabits.refuseValue(token, before);
        if (token.is(Kind.WORD)) {
            String wrong = "Here a value must stand, not the name \"" + token.text() + "\".";
            String text = (tokens.peek(1).is(".") ? tokens.peek(2) : token).text();
            return new Refusal(token, "value", wrong, "it is a text; write \"" + text + "\" in double quotes.");
        }
        String wrong = "Behind " + before.shown() + " a value is missing.";
        return new Refusal(token, "value", wrong, "write a number, a text in double quotes, true, false or null.");
    }

    private static BigDecimal number(Token token) {
        String text = token.text();
        if (NUMBER.matcher(text).matches() || DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        String wrong = "\"" + text + "\" is not a number as rules write it.";
        throw new Refusal(token, "value", wrong, "write plain digits, such as 200 or 199.50.");
    }

    private static String text(Token token) {
        String written = token.text();
        if (written.length() - 2 > MAX_TEXT) {
            String wrong = "The text is longer than 2,000 characters.";
            throw new Refusal(token, "too-long", wrong, "a message template was meant; rules name it by its id.");
        }
        StringBuilder text = new StringBuilder(written.length());
        for (int i = 1; i < written.length() - 1; i++) {
            char c = written.charAt(i);
            if (c == '\\') {
                i++;
                text.append(escaped(token, written.charAt(i)));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char escaped(Token token, char c) {
        return switch (c) {
            case '\\', '"' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            default ->
                throw new Refusal(
                        token,
                        "value",
                        "\"\\" + c + "\" is not known in a text.",
                        "write \"\\\\" + c + "\": a backslash is doubled.");
        };
    }
}
