package io.siyu.web.condition;

import io.siyu.event.EventType;
import io.siyu.event.SubjectKind;
import io.siyu.rule.ConditionField.About;
import io.siyu.rule.ConditionFields;
import io.siyu.rule.FactSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where conditions stand, which says what they may name.
 *
 * @param event the event as it comes; null where the moment of a step or the question whom an audience means counts
 */
record Place(@Nullable EventType event, Set<About> known) {

    private static final String EVENT = "event:";
    private static final String STEP = "step.due";

    Place {
        known = Set.copyOf(known);
    }

    /** Reads {@code event:order.placed}, {@code member}, {@code coupon} (of a member who has it in hand) or {@code community}. */
    static Optional<Place> of(String word, FactSchema schema) {
        if (word.startsWith(EVENT)) {
            return schema.catalogue().type(word.substring(EVENT.length())).map(Place::at);
        }
        return switch (word) {
            case "member" -> Optional.of(new Place(null, EnumSet.of(About.MEMBER)));
            case "coupon" -> Optional.of(new Place(null, EnumSet.of(About.MEMBER, About.COUPON)));
            case "community" -> Optional.of(new Place(null, EnumSet.of(About.COMMUNITY)));
            default -> Optional.empty();
        };
    }

    private static Place at(EventType type) {
        return new Place(
                type,
                type.about() == SubjectKind.COMMUNITY
                        ? EnumSet.of(About.COMMUNITY)
                        : type.indexOf("couponId") < 0
                                ? EnumSet.of(About.MEMBER)
                                : EnumSet.of(About.MEMBER, About.COUPON));
    }

    ConditionFields fields(FactSchema schema) {
        return event == null ? ConditionFields.of(schema, known) : ConditionFields.of(schema, event, known);
    }

    /** The pattern of a rule with these conditions, each on a line of its own below the first. */
    String pattern(List<String> conditions, FactSchema schema) {
        EventType asked = event == null ? schema.catalogue().require(STEP) : event;
        return asked.drlName() + "(\n" + String.join(",\n", conditions) + "\n)";
    }

    /** Whether only members are asked, so that they can be asked now. */
    boolean isOfMembers() {
        return event == null && known.equals(Set.of(About.MEMBER));
    }
}
