package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts DRL into tokens; the rest of a line that cannot be cut is a fault and one broken token. */
final class Scanner {

    private static final List<String> LONG_SYMBOLS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "!.", ":=", "##", "->");

    private final String drl;
    private final DrlFaults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private Scanner(String drl, DrlFaults faults) {
        this.drl = drl;
        this.faults = faults;
    }

    /** The tokens of a file, ended by one of kind {@link Kind#END}. */
    static List<Token> scan(String drl, DrlFaults faults) {
        Scanner scanner = new Scanner(drl, faults);
        while (scanner.at < drl.length()) {
            scanner.next();
        }
        scanner.add(Kind.END, drl.length());
        return scanner.tokens;
    }

    private void next() {
        int c = drl.codePointAt(at);
        if (c == '\n') {
            at++;
            line++;
            lineStart = at;
        } else if (Character.isWhitespace(c) || c == '\uFEFF') {
            at += Character.charCount(c);
        } else if (drl.startsWith("//", at)) {
            int newline = drl.indexOf('\n', at);
            at = newline < 0 ? drl.length() : newline;
        } else if (drl.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"' || c == '\'') {
            quoted((char) c);
        } else if (Character.isJavaIdentifierStart(c)) {
            add(Kind.WORD, wordEnd());
        } else if (c >= '0' && c <= '9') {
            add(Kind.NUMBER, numberEnd());
        } else {
            symbol(c);
        }
    }

    private void blockComment() {
        int close = drl.indexOf("*/", at + 2);
        if (close < 0) {
            faults.add(
                    new Place(line, column(at)),
                    "syntax",
                    "The comment that starts here is never closed.",
                    "\"*/\" is missing.");
            close = drl.length() - 2;
        }
        for (int i = at; i < close; i++) {
            if (drl.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        at = Math.max(at, close + 2);
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < drl.length() && drl.charAt(end) != quote && drl.charAt(end) != '\n') {
            end += drl.startsWith("\\", end) && !drl.startsWith("\n", end + 1) ? 2 : 1;
        }
        if (end >= drl.length() || drl.charAt(end) == '\n') {
            String wrong = "The text that starts here is not closed on its line.";
            faults.add(new Place(line, column(at)), "string", wrong, "a closing " + quote + " is missing.");
            brokenLine();
        } else {
            add(quote == '"' ? Kind.TEXT : Kind.QUOTED, end + 1);
        }
    }

    private void symbol(int c) {
        if (c == '#' && !drl.startsWith("##", at)) {
            faults.add(
                    new Place(line, column(at)),
                    "syntax",
                    "\"#\" is not read here.",
                    "a comment was meant; it starts with \"//\".");
            brokenLine();
            return;
        }
        for (String symbol : LONG_SYMBOLS) {
            if (drl.startsWith(symbol, at)) {
                add(Kind.SYMBOL, at + symbol.length());
                return;
            }
        }
        add(Kind.SYMBOL, at + Character.charCount(c));
    }

    private void brokenLine() {
        int newline = drl.indexOf('\n', at);
        add(Kind.BROKEN, newline < 0 ? drl.length() : newline);
    }

    private int wordEnd() {
        int end = at;
        while (end < drl.length() && Character.isJavaIdentifierPart(drl.codePointAt(end))) {
            end += Character.charCount(drl.codePointAt(end));
        }
        return end;
    }

    private int numberEnd() {
        int end = wordEnd();
        boolean fraction = end + 1 < drl.length() && drl.charAt(end) == '.' && Character.isDigit(drl.charAt(end + 1));
        if (!fraction) {
            return end;
        }
        end++;
        while (end < drl.length() && Character.isJavaIdentifierPart(drl.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, drl.substring(at, end), line, column(at), at, end));
        at = end;
    }

    private int column(int offset) {
        return drl.codePointCount(lineStart, offset) + 1;
    }
}
