package io.siyu.message;

import org.jspecify.annotations.Nullable;

/** A piece of a text, in order. */
sealed interface Part {

    /** Written out by the author. */
    record Words(String text) implements Part {}

    /**
     * The value of a variable.
     *
     * @param name as written, such as {@code total} or {@code member.name}
     * @param otherwise what stands there when the value is absent; null means nothing
     * @param offset where the name stands in the source, in UTF-16 units
     */
    record Print(String name, @Nullable String otherwise, int offset) implements Part {}
}
