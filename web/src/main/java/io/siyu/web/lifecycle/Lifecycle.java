package io.siyu.web.lifecycle;

import static io.siyu.web.lifecycle.Stage.APPROVED;
import static io.siyu.web.lifecycle.Stage.ARCHIVED;
import static io.siyu.web.lifecycle.Stage.DISCARDED;
import static io.siyu.web.lifecycle.Stage.DRAFT;
import static io.siyu.web.lifecycle.Stage.ENDED;
import static io.siyu.web.lifecycle.Stage.IN_REVIEW;
import static io.siyu.web.lifecycle.Stage.LIVE;
import static io.siyu.web.lifecycle.Stage.PAUSED;
import static io.siyu.web.lifecycle.Stage.SCHEDULED;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a campaign as one table: from each stage what can be done and where it leads. Pure.
 *
 * <p>Editing what is in force leaves it as it is and begins a draft, which has a life of its own; publishing that draft makes
 * it the version in force. Cloning leaves the campaign where it is and begins another one's draft.
 */
public final class Lifecycle {

    private static final Map<Stage, Map<Deed, Stage>> TABLE = new EnumMap<>(Stage.class);

    static {
        from(DRAFT)
                .on(Deed.EDIT, DRAFT)
                .on(Deed.SUBMIT, IN_REVIEW)
                .on(Deed.PUBLISH_UNAPPROVED, SCHEDULED)
                .on(Deed.DISCARD, DISCARDED)
                .on(Deed.CLONE, DRAFT);
        from(IN_REVIEW)
                .on(Deed.WITHDRAW, DRAFT)
                .on(Deed.SEND_BACK, DRAFT)
                .on(Deed.APPROVE, APPROVED)
                .on(Deed.CLONE, IN_REVIEW);
        from(APPROVED)
                .on(Deed.EDIT, DRAFT)
                .on(Deed.WITHDRAW, DRAFT)
                .on(Deed.SEND_BACK, DRAFT)
                .on(Deed.PUBLISH, SCHEDULED)
                .on(Deed.DISCARD, DISCARDED)
                .on(Deed.CLONE, APPROVED);
        from(SCHEDULED)
                .on(Deed.EDIT, SCHEDULED)
                .on(Deed.BEGIN, LIVE)
                .on(Deed.PAUSE, PAUSED)
                .on(Deed.END, ENDED)
                .on(Deed.CLONE, SCHEDULED);
        from(LIVE)
                .on(Deed.EDIT, LIVE)
                .on(Deed.PAUSE, PAUSED)
                .on(Deed.END, ENDED)
                .on(Deed.RUN_OUT, ENDED)
                .on(Deed.CLONE, LIVE);
        from(PAUSED)
                .on(Deed.EDIT, PAUSED)
                .on(Deed.RESUME, LIVE)
                .on(Deed.END, ENDED)
                .on(Deed.RUN_OUT, ENDED)
                .on(Deed.CLONE, PAUSED);
        from(ENDED).on(Deed.EDIT, ENDED).on(Deed.ARCHIVE, ARCHIVED).on(Deed.CLONE, ENDED);
        from(ARCHIVED).on(Deed.CLONE, ARCHIVED);
    }

    private Lifecycle() {}

    /** Where a deed leads from a stage; empty when it cannot be done there. */
    public static Optional<Stage> after(Stage stage, Deed deed) {
        return Optional.ofNullable(
                TABLE.getOrDefault(stage, Collections.emptyMap()).get(deed));
    }

    private static Row from(Stage stage) {
        return new Row(TABLE.computeIfAbsent(stage, from -> new EnumMap<>(Deed.class)));
    }

    private record Row(Map<Deed, Stage> leads) {

        Row on(Deed deed, Stage to) {
            leads.put(deed, to);
            return this;
        }
    }
}
