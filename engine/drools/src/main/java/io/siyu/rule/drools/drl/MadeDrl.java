package io.siyu.rule.drools.drl;

import java.util.ArrayList;
import java.util.List;

/** DRL while it is made of something else an author wrote; remembers where each of its characters came from. */
public final class MadeDrl {

    private final StringBuilder drl = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * What was appended at once.
     *
     * @param start offset of its first character
     * @param value whether what it stands in is told at its place
     */
    private record Piece(int start, Origin origin, boolean value) {}

    /** Where the characters of a text came from. */
    @FunctionalInterface
    public interface Origin {

        /** The place of the character at an offset of the text. */
        Place of(int offset);

        /** A text that stands in its file as it is, from this place on. */
        static Origin at(Place place, String text) {
            return offset -> place.in(text, offset);
        }
    }

    /** Appends words of ours, told at this place. */
    public void ours(String text, Place at) {
        append(text, offset -> at, false);
    }

    /** Appends what an author wrote. */
    public void written(String text, Origin origin) {
        append(text, origin, false);
    }

    /** Appends a value an author wrote; the comparison or the text it stands in is told at its place. */
    public void value(String text, Origin origin) {
        append(text, origin, true);
    }

    private void append(String text, Origin origin, boolean value) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(drl.length(), origin, value));
            drl.append(text);
        }
    }

    /** How many characters it has so far. */
    public int length() {
        return drl.length();
    }

    /** Everything behind the first so many characters. */
    public String since(int length) {
        return drl.substring(length);
    }

    /** Whether its last sign that is no space is this one. */
    public boolean endsWith(char sign) {
        int last = drl.length() - 1;
        while (last >= 0 && Character.isWhitespace(drl.charAt(last))) {
            last--;
        }
        return last >= 0 && drl.charAt(last) == sign;
    }

    /** Takes back everything behind the first so many characters. */
    public void cut(int length) {
        drl.setLength(length);
        while (!pieces.isEmpty() && pieces.get(pieces.size() - 1).start() >= length) {
            pieces.remove(pieces.size() - 1);
        }
    }

    /** The whole text and its places. */
    public Drl drl() {
        List<Piece> all = List.copyOf(pieces);
        return new Drl(drl.toString(), (start, end) -> place(all, start, end));
    }

    private static Place place(List<Piece> all, int start, int end) {
        int at = at(all, start);
        if (at < 0) {
            return Place.FILE;
        }
        for (int i = at; i < all.size() && (i == at || all.get(i).start() < end); i++) {
            Piece piece = all.get(i);
            if (piece.value()) {
                return piece.origin().of(Math.max(start, piece.start()) - piece.start());
            }
        }
        return all.get(at).origin().of(start - all.get(at).start());
    }

    /** The last piece that starts at or before an offset; -1 if there is none. */
    private static int at(List<Piece> all, int offset) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
