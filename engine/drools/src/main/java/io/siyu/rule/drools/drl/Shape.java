package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.List;

/** A rule's text with a mark in place of each plain literal: rules of one shape are read alike by every reader of DRL. */
final class Shape {

    /** A sign that no readable rule has outside its comments and literals. */
    private static final char MARK = '\0';

    private Shape() {}

    /** @param tokens all of the rule, from {@code rule} to {@code end} */
    static String of(List<Token> tokens, String drl) {
        StringBuilder shape = new StringBuilder();
        int from = tokens.get(0).start();
        for (Token token : tokens) {
            shape.append(drl, from, token.start());
            if (isPlain(token)) {
                shape.append(MARK).append(token.kind());
            } else {
                shape.append(token.text());
            }
            from = token.end();
        }
        return shape.toString();
    }

    // why: what stands between quotes is opaque to a reader unless it escapes, and a whole number is its digits
    private static boolean isPlain(Token token) {
        String text = token.text();
        if (token.is(Kind.NUMBER)) {
            return text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        return token.is(Kind.TEXT)
                && text.substring(1, text.length() - 1).chars().allMatch(Shape::isOpaque);
    }

    private static boolean isOpaque(int c) {
        return Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_' || c == '/' || c == '.';
    }
}
