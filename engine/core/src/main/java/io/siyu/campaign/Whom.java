package io.siyu.campaign;

import java.util.List;

/** Which members are meant: set logic over conditions, asked anew at every event. */
public sealed interface Whom {

    /** Everybody; nothing is asked. */
    Whom EVERYBODY = new All(List.of());

    /** Those whom every part means. */
    record All(List<Whom> parts) implements Whom {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Those whom one part at least means. */
    record Any(List<Whom> parts) implements Whom {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** Those whom the part does not mean. */
    record Not(Whom part) implements Whom {}

    /**
     * Those who meet a condition.
     *
     * @param written whether the author wrote the condition itself, and not a word that stands for it, such as {@code list}
     */
    record Meets(Condition condition, boolean written) implements Whom {}

    /**
     * Those of a saved audience.
     *
     * @param of whom it means
     * @param reference its id, and where it is named
     */
    record Saved(Whom of, Condition reference) implements Whom {}
}
