package io.siyu.rule.drools.drl;

/**
 * The smallest readable piece of DRL.
 *
 * @param text as written, quotes included
 * @param line from 1
 * @param column from 1, in code points
 * @param start offset of its first character in the file
 * @param end offset behind its last character
 */
public record Token(Kind kind, String text, int line, int column, int start, int end) {

    /** What sort of piece it is. */
    public enum Kind {
        WORD,
        NUMBER,
        /** In double quotes. */
        TEXT,
        /** In single quotes, which only a rule's name may use. */
        QUOTED,
        SYMBOL,
        /** Already reported; the rule around it is not read. */
        BROKEN,
        /** Behind the last piece of the file. */
        END
    }

    /** Whether it is exactly this word or symbol. */
    public boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
    }

    /** Whether it is of this kind. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether it may be the name of a type, such as {@code OrderPlaced}. */
    boolean isType() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }

    /** A word that nobody wrote, right behind this token. */
    Token madeBehind(String word) {
        return new Token(Kind.WORD, word, line, column, end, end);
    }

    /** The same place, of something that is not read. */
    Token unread() {
        return new Token(Kind.BROKEN, text, line, column, start, end);
    }

    Place place() {
        return new Place(line, column);
    }

    /** How a message calls it. */
    String shown() {
        return kind == Kind.END ? "the end of the file" : kind == Kind.TEXT ? text : "\"" + text + "\"";
    }
}
