package io.siyu.decision;

import io.siyu.event.Event;
import io.siyu.event.Values;
import io.siyu.member.MemberProfile;
import io.siyu.member.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says of a change of level where it came from and whether it went up, as far as the house knows; sources rarely do. */
final class Levels {
    private static final String LEVEL = "level";
    private static final String PREVIOUS = "previous";
    private static final String CHANGE = "change";

    private Levels() {}

    /** The event with what follows from the level before; what its source said stays. */
    static Event told(Event event, Profile before) {
        if (!event.type().name().equals("level.changed") || !(event.value(LEVEL) instanceof Long level)) {
            return event;
        }
        Long previous = event.value(PREVIOUS) instanceof Long said ? said : known(event, before);
        return previous == null ? event : with(with(event, PREVIOUS, previous), CHANGE, level - previous);
    }

    /** The level before; null if nobody told of one, or a newer one is known. */
    private static @Nullable Long known(Event event, Profile before) {
        if (!(before instanceof MemberProfile member)) {
            return null;
        }
        Instant told = member.told().get(LEVEL);
        boolean isKnown = told != null ? !event.time().isBefore(told) : member.joinedAt() != null;
        return isKnown ? member.level() : null;
    }

    private static Event with(Event event, String field, long value) {
        int index = event.type().indexOf(field);
        Values data = event.data();
        if (index < 0 || data.at(index) != null) {
            return event;
        }
        @Nullable Object[] values = new @Nullable Object[data.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.at(i);
        }
        values[index] = value;
        return new Event(
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                new Values(data.fields(), values),
                event.backfill());
    }
}
