package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts DRL into tokens; the rest of a line that cannot be cut is a fault and one broken token. */
public final class Scanner {

    private static final List<String> LONG_SYMBOLS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "!.", ":=", "##", "->");

    private final String drl;
    private final Places places;
    private final DrlFaults faults;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Scanner(Drl drl, DrlFaults faults) {
        this.drl = drl.text();
        this.places = drl.places();
        this.faults = faults;
    }

    /** The tokens of a text, ended by one of kind {@link Kind#END}. */
    public static List<Token> scan(Drl drl, DrlFaults faults) {
        Scanner scanner = new Scanner(drl, faults);
        while (scanner.at < scanner.drl.length()) {
            scanner.next();
        }
        scanner.add(Kind.END, scanner.drl.length());
        return scanner.tokens;
    }

    private void next() {
        int c = drl.codePointAt(at);
        if (Character.isWhitespace(c) || c == '\uFEFF') {
            at += Character.charCount(c);
        } else if (drl.startsWith("//", at)) {
            int newline = drl.indexOf('\n', at);
            at = newline < 0 ? drl.length() : newline;
        } else if (drl.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"' || c == '\'') {
            quoted((char) c);
        } else if (WideSigns.opens(c)) {
            wideText(c);
        } else if (WideSigns.isAmount(drl, at)) {
            wide("an amount stands without its sign.");
            at++;
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
            String wrong = "The comment that starts here is never closed.";
            faults.add(here(), "syntax", wrong, "\"*/\" is missing.");
            close = drl.length() - 2;
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
            faults.add(here(), "string", wrong, "a closing " + quote + " is missing.");
            brokenLine();
        } else {
            add(quote == '"' ? Kind.TEXT : Kind.QUOTED, end + 1);
        }
    }

    private void symbol(int c) {
        if (c == '#' && !drl.startsWith("##", at)) {
            boolean cast = at > 0 && Character.isJavaIdentifierPart(drl.charAt(at - 1));
            faults.add(
                    here(),
                    "syntax",
                    "\"#\" is not read here.",
                    cast
                            ? "a type was meant; a field has one, so name the field: member.level."
                            : "a comment was meant; it starts with \"//\".");
            brokenLine();
            return;
        }
        String narrow = WideSigns.narrow(drl.substring(at, Math.min(drl.length(), at + 2)));
        String symbol = LONG_SYMBOLS.contains(narrow) ? narrow : WideSigns.narrow(Character.toString(c));
        int end = at + symbol.length();
        if (drl.startsWith(symbol, at)) {
            add(Kind.SYMBOL, end);
        } else {
            wide("write " + symbol + " instead.");
            add(Kind.SYMBOL, symbol, end);
        }
    }

    /** A text between the quotes of an input method is read as one between plain ones. */
    private void wideText(int c) {
        int newline = drl.indexOf('\n', at);
        int line = newline < 0 ? drl.length() : newline;
        int end = WideSigns.closing(drl, at, line);
        wide("write a text in double quotes.");
        if (end < 0) {
            brokenLine();
        } else {
            add(Kind.TEXT, '"' + drl.substring(at + Character.charCount(c), end) + '"', end + 1);
        }
    }

    private void wide(String maybe) {
        String wrong =
                "\"" + drl.substring(at, at + 1) + "\" is a sign of Chinese text; rules are written with plain ones.";
        faults.add(here(), "sign", wrong, maybe);
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
        add(kind, drl.substring(at, end), end);
    }

    private void add(Kind kind, String read, int end) {
        Place place = places.of(at, end);
        tokens.add(new Token(kind, read, place.line(), place.column(), at, end));
        at = end;
    }

    private Place here() {
        return places.of(at, at);
    }
}
