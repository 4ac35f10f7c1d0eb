package io.siyu.playbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outer shape of one DRL constraint: closed quotes and brackets, nothing that would end the pattern around it. */
final class Constraint {

    private static final String CLOSING = ")]}";
    private static final String OPENING = "([{";

    private static final Pattern KEPT = Pattern.compile("(?:exists|not)\\s+[A-Za-z]\\w*\\s*\\(");

    private Constraint() {}

    /** Whether a text of sound shape asks for one of the things a member has several of: {@code exists Coupon( … )}. */
    static boolean isKept(String text) {
        Matcher begin = KEPT.matcher(text);
        if (!begin.lookingAt()) {
            return false;
        }
        int open = 1;
        for (int i = begin.end(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = quoteEnd(text, i);
            } else {
                open += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            }
            if (open == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    /** The offset of the first character that breaks the shape, or -1. */
    static int firstFault(String text) {
        if (text.isBlank()) {
            return 0;
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                int end = quoteEnd(text, i);
                if (end < 0) {
                    return i;
                }
                i = end;
            } else if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSING.indexOf(c) >= 0) {
                if (open.isEmpty() || OPENING.indexOf(text.charAt(open.pop())) != CLOSING.indexOf(c)) {
                    return i;
                }
            } else if (endsPattern(text, i) || (c == ',' && open.isEmpty())) {
                return i;
            }
        }
        return open.isEmpty() ? -1 : open.pop();
    }

    private static boolean endsPattern(String text, int at) {
        char c = text.charAt(at);
        return c == ';' || c == '\n' || c == '\r' || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private static int quoteEnd(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return -1;
            }
            if (c == '\\') {
                i++;
            } else if (c == text.charAt(start)) {
                return i;
            }
        }
        return -1;
    }
}
