package io.siyu.web.replay;

import io.siyu.replay.ReplaySummary;
import java.time.Instant;

/**
 * One replay asked for in the browser.
 *
 * @param number from 1 since the server started
 * @param edition hash of the edition it runs with
 */
record Run(long number, String trace, String edition, String by, Instant since, Standing standing) {

    /** How far a run has come. */
    sealed interface Standing {

        /** Playing, or waiting for its turn, with so many lines behind it. */
        record Playing(long lines) implements Standing {}

        /** Played to the end. */
        record Played(ReplaySummary summary) implements Standing {}

        /** The trace cannot be played. */
        record Broken(String why) implements Standing {}
    }

    Run now(Standing next) {
        return new Run(number, trace, edition, by, since, next);
    }

    public boolean isPlaying() {
        return standing instanceof Standing.Playing;
    }

    public boolean isPlayed() {
        return standing instanceof Standing.Played;
    }
}
