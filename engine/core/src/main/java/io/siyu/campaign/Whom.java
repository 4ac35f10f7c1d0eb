package io.siyu.campaign;

import java.util.List;

/** Which members are meant: set logic over conditions, asked anew at every event. */
public sealed interface Whom {

    /** What a condition names that asks for the store of the event that calls. */
    List<String> CALLING = List.of("member.ofStore", "member.nearStore");

    /** Everybody; nothing is asked. */
    Whom EVERYBODY = new All(List.of());

    /** Whether the store whose event calls has a part in whom it means. */
    static boolean isOfCaller(Whom whom) {
        if (whom instanceof Meets meets) {
            return CALLING.stream().anyMatch(meets.condition().text()::contains);
        }
        List<Whom> parts = whom instanceof All all
                ? all.parts()
                : whom instanceof Any any
                        ? any.parts()
                        : whom instanceof Not not ? List.of(not.part()) : List.of(((Saved) whom).of());
        return parts.stream().anyMatch(Whom::isOfCaller);
    }

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
