package io.siyu.rule.drools.typed;

import io.siyu.event.FieldType;

/** How messages call the types of fields. */
final class Words {

    private Words() {}

    static String of(FieldType type) {
        return switch (type) {
            case TEXT -> "a text";
            case INTEGER -> "a whole number";
            case DECIMAL -> "a decimal number";
            case MONEY -> "an amount of money";
            case BOOLEAN -> "true or false";
            case INSTANT -> "a moment";
            case DATE -> "a date";
            case POSITION -> "a position";
            case TEXTS -> "a list of texts";
            case ITEMS -> "a list of items";
        };
    }

    /** What a comparison of the type looks like. */
    static String instead(FieldType type) {
        return switch (type) {
            case TEXT -> "write ==, !=, in (…), contains, matches, str[startsWith] or str[endsWith].";
            case INTEGER, DECIMAL, MONEY -> "write ==, !=, <, <=, >, >= or in (…).";
            case BOOLEAN -> "write == true or == false.";
            case TEXTS -> "write contains \"…\" or not contains \"…\".";
            case INSTANT ->
                "ask it: .within(\"3d\") == true, .olderThan(\"3d\") or .dueWithin(\"3d\"), or compare it with null.";
            case DATE, POSITION -> "compare it with null.";
            case ITEMS -> "compare it with null; conditions on single items are not available.";
        };
    }
}
