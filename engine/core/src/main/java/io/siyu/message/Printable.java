package io.siyu.message;

import io.siyu.event.Field;
import io.siyu.event.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * A value a text may print.
 *
 * @param name as texts name it: {@code total}, {@code coupon.value}, {@code member.name}
 * @param from where it comes from
 * @param key the field it is there: {@code total}, {@code value}, {@code name}
 * @param always whether it is never absent, so that it needs no default
 * @param longest most UTF-16 code units of a text
 * @param items the fields of each element, for a list of items
 */
public record Printable(
        String name, From from, String key, FieldType type, boolean always, int longest, List<Field> items) {

    public Printable {
        items = List.copyOf(items);
    }

    /** A value that is no list of items. */
    public Printable(String name, From from, String key, FieldType type, boolean always) {
        this(name, from, key, type, always, Field.DEFAULT_LENGTH, List.of());
    }

    static Printable of(String name, From from, Field field, boolean always) {
        return new Printable(name, from, field.name(), field.type(), always, field.longest(), field.fields());
    }

    /** The same when it is not sure to be there; a text when event types have different things of this name. */
    Printable sometimes(Optional<Printable> other) {
        boolean same = other.isEmpty() || other.get().type() == type;
        int most = other.map(known -> Math.max(longest, known.longest())).orElse(longest);
        return new Printable(name, from, key, same ? type : FieldType.TEXT, false, most, same ? items : List.of());
    }

    /** Where a value comes from. */
    public enum From {
        /** The event or coupon that entered the member; kept by the enrolment. */
        TRIGGER,
        /** The member's state. */
        MEMBER,
        /** The member's vault; a text shows it only through a mark with a literal default. */
        VAULT,
        /** The pair table of the house. */
        PAIRS,
        /** The settings of the house. */
        HOUSE
    }
}
