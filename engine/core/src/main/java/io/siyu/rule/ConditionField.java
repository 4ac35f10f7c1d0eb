package io.siyu.rule;

import io.siyu.campaign.Text;
import io.siyu.event.FieldType;
import io.siyu.rule.Accessor.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A field that a row of a condition may name.
 *
 * @param path as conditions write it, without arguments
 * @param about what it tells of
 * @param label what people call it
 * @param parameters what stands in its parentheses; empty for a plain field
 */
public record ConditionField(String path, About about, Kind kind, Text label, List<Parameter> parameters) {

    /** What a field tells of. */
    public enum About {
        EVENT,
        MEMBER,
        COUPON,
        COMMUNITY
    }

    /** What its value is, and so how it may be compared. */
    public enum Kind {
        WHOLE,
        DECIMAL,
        MONEY,
        TEXT,
        /** Month and day, {@code 03-14}. */
        DAY,
        TEXTS,
        TRUTH,
        /** Kept in the vault: only whether it is there is known. */
        PERSONAL,
        MOMENT,
        /** Only whether it is there can be asked. */
        PRESENCE;

        static Kind of(FieldType type) {
            return switch (type) {
                case INTEGER -> WHOLE;
                case DECIMAL -> DECIMAL;
                case MONEY -> MONEY;
                case TEXT -> TEXT;
                case TEXTS -> TEXTS;
                case BOOLEAN -> TRUTH;
                case INSTANT -> MOMENT;
                case DATE, POSITION, ITEMS -> PRESENCE;
            };
        }

        /** Whether conditions write its values as numbers. */
        boolean isNumber() {
            return this == WHOLE || this == DECIMAL || this == MONEY;
        }
    }

    public ConditionField {
        parameters = List.copyOf(parameters);
    }

    /** The comparisons that make sense, the likeliest first. */
    public List<Comparing> comparings() {
        Set<Comparing> all = EnumSet.noneOf(Comparing.class);
        switch (kind) {
            case WHOLE, DECIMAL, MONEY -> all.addAll(EnumSet.range(Comparing.IS, Comparing.NONE_OF));
            case DAY -> all.addAll(EnumSet.of(Comparing.IS, Comparing.IS_NOT, Comparing.ONE_OF, Comparing.NONE_OF));
            case TEXT -> {
                all.addAll(EnumSet.of(Comparing.IS, Comparing.IS_NOT));
                all.addAll(EnumSet.range(Comparing.ONE_OF, Comparing.MATCHES_NOT));
            }
            case TEXTS -> all.addAll(EnumSet.of(Comparing.CONTAINS, Comparing.CONTAINS_NOT));
            case TRUTH -> all.addAll(EnumSet.of(Comparing.TRUE, Comparing.FALSE));
            case PERSONAL -> {
                // why: of a member it is known to be absent, of an event it is just not told
                all.addAll(EnumSet.of(Comparing.TRUE, about == About.EVENT ? Comparing.UNKNOWN : Comparing.FALSE));
                return List.copyOf(all);
            }
            case MOMENT -> all.addAll(EnumSet.range(Comparing.WITHIN, Comparing.NOT_DUE_WITHIN));
            case PRESENCE -> {
                // why: what all fields have is enough for it
            }
        }
        if (parameters.isEmpty()) {
            all.addAll(EnumSet.of(Comparing.KNOWN, Comparing.UNKNOWN));
        }
        return List.copyOf(all);
    }

    /** The comparison a new row begins with. */
    public Comparing usual() {
        return switch (kind) {
            case WHOLE, DECIMAL, MONEY -> Comparing.AT_LEAST;
            default -> comparings().get(0);
        };
    }
}
