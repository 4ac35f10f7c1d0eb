package io.siyu.member;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An immutable set of texts in lexical order; small, and cheap to follow with one that differs in one text. */
public final class SortedTexts extends AbstractSet<String> {

    /** The empty set. */
    public static final SortedTexts NONE = new SortedTexts(new String[0]);

    private final String[] texts;

    private SortedTexts(String[] texts) {
        this.texts = texts;
    }

    /** The same content; the same object when it is one of these already. */
    public static SortedTexts of(Collection<String> texts) {
        if (texts instanceof SortedTexts sorted) {
            return sorted;
        }
        return texts.isEmpty() ? NONE : new SortedTexts(new TreeSet<>(texts).toArray(new String[0]));
    }

    /** With this text; the same object if it is in already. */
    public SortedTexts with(String text) {
        int place = Arrays.binarySearch(texts, text);
        return place >= 0
                ? this
                : new SortedTexts(SortedByText.inserted(texts, new String[texts.length + 1], -place - 1, text));
    }

    /** Without this text. */
    public SortedTexts without(String text) {
        int place = Arrays.binarySearch(texts, text);
        return place < 0 ? this : new SortedTexts(SortedByText.removed(texts, new String[texts.length - 1], place));
    }

    @Override
    public boolean contains(@Nullable Object text) {
        return text instanceof String wanted && Arrays.binarySearch(texts, wanted) >= 0;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(texts).iterator();
    }

    @Override
    public int size() {
        return texts.length;
    }
}
