package io.siyu.message;

import io.siyu.event.FieldType;

/**
 * A value a text may print.
 *
 * @param name as texts name it: {@code total}, {@code coupon.value}, {@code member.name}
 * @param from where it comes from
 * @param key the field it is there: {@code total}, {@code value}, {@code name}
 * @param always whether it is never absent, so that it needs no default
 */
public record Printable(String name, From from, String key, FieldType type, boolean always) {

    /** Where a value comes from. */
    public enum From {
        /** The event or coupon that entered the member; kept by the enrolment. */
        TRIGGER,
        /** The member's state. */
        MEMBER,
        /** The member's vault; a text shows it only through a mark with a literal default. */
        VAULT,
        /** The settings of the house. */
        HOUSE
    }
}
