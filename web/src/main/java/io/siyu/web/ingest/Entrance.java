package io.siyu.web.ingest;

import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.event.Reason;
import io.siyu.partition.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The checks an event passes before it asks to enter.
 *
 * @param traceClock whether the house's clock is the trace's, so that a sent {@code at} counts
 * @param now the house's time
 */
record Entrance(EventReader reader, boolean traceClock, Instant now) {

    private static final Duration AHEAD = Duration.ofHours(24);

    /** An event that may ask to enter, or why not. */
    sealed interface Checked {

        record Fit(Arrival arrival) implements Checked {}

        record Unfit(List<Reason> reasons) implements Checked {}
    }

    Checked check(EventItem item) {
        Reading reading = reader.read(item.bytes(), item.offset(), item.length());
        if (reading instanceof Reading.Read read) {
            return inTime(read);
        }
        return new Checked.Unfit(((Reading.Refused) reading).reasons());
    }

    private Checked inTime(Reading.Read read) {
        Event event = read.event();
        if (traceClock) {
            return new Checked.Fit(new Arrival(event, read.personal(), read.at() == null ? event.time() : read.at()));
        }
        if (read.at() != null && !event.backfill()) {
            return unfit(
                    "/at", "event.at", "This house takes the log time from its own clock.\nMaybe leave \"at\" out.");
        }
        if (!event.backfill() && event.time().isAfter(now.plus(AHEAD))) {
            return unfit(
                    "/time",
                    "event.time",
                    "The time is more than 24 hours ahead.\nMaybe the sender's clock or zone is wrong.");
        }
        return new Checked.Fit(new Arrival(event, read.personal(), null));
    }

    private static Checked unfit(String pointer, String code, String message) {
        return new Checked.Unfit(List.of(new Reason(pointer, code, message)));
    }
}
