package io.siyu.web.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.siyu.event.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of everything that was sent.
 *
 * @param items one for each event; of a stream only those that were not accepted, the first thousand
 * @param again number of the first event the house had no room for; that one and all behind it are to be sent again
 * @param retryAfter seconds until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        long accepted,
        long duplicates,
        long refused,
        List<Item> items,
        @Nullable Long again,
        @Nullable Long retryAfter) {

    Answer {
        items = List.copyOf(items);
    }

    /** The answer to one event. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(long item, String status, List<Reason> reasons) {

        static final String ACCEPTED = "accepted";
        static final String DUPLICATE = "duplicate";
        static final String REFUSED = "refused";
        static final String AGAIN = "again";

        Item {
            reasons = List.copyOf(reasons);
        }
    }
}
