package io.siyu.web.live;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * What the Live screen shows at one moment.
 *
 * @param at the house's own time, in the retailer's zone
 * @param rulers one for each cadence of the active edition, the earliest start first
 * @param phones communities first, then the members who were sent something last
 */
public record LiveView(ZonedDateTime at, Flow flow, Tally tally, List<Ruler> rulers, List<Phone> phones) {

    public LiveView {
        rulers = List.copyOf(rulers);
        phones = List.copyOf(phones);
    }

    /** The time of this view in milliseconds since 1970. */
    public long moment() {
        return at.toInstant().toEpochMilli();
    }

    /** Whether nothing has happened in this house yet. */
    public boolean isQuiet() {
        return flow.total() == 0 && phones.isEmpty();
    }
}
