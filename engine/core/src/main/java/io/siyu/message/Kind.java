package io.siyu.message;

import io.siyu.event.FieldType;

/** What sort of value a text has in hand, told when it is checked. */
enum Kind {
    TEXT("a text"),
    NUMBER("a number"),
    MOMENT("a date"),
    FLAG("true or false"),
    LIST("a list"),
    RECORD("several values"),
    /** Of anything that prints. */
    PLAIN("a text, a number or a date"),
    /** Of anything at all. */
    ANY("a value");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Kind of(FieldType type) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> NUMBER;
            case INSTANT, DATE -> MOMENT;
            case BOOLEAN -> FLAG;
            case TEXTS, ITEMS -> LIST;
            case TEXT, POSITION -> TEXT;
        };
    }

    /** Whether a value of this kind can stand where {@code wanted} is wanted. */
    boolean fits(Kind wanted) {
        boolean prints = this != LIST && this != RECORD;
        return this == wanted
                || wanted == ANY
                || this == ANY
                || (wanted == PLAIN && prints)
                || (this == PLAIN && wanted == TEXT);
    }
}
