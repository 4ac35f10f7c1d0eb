package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.replay.DryRun.Outlook;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in force in the house, and the way to what comes next. Safe for many threads. */
public interface Publishing {

    /** The edition in force; the one without rules or campaigns before the first. */
    Edition edition();

    /** The files that edition was made of. */
    Playbook playbook();

    /** What a playbook would become: its edition and every fault, as {@link #publish} would judge it. */
    Reading read(Playbook playbook);

    /** The playbook with the earlier versions of campaigns that members inside finish; what is published from outside. */
    default Playbook carrying(Playbook playbook) {
        return playbook;
    }

    /**
     * Makes a playbook the edition in force: stored durably, then told to every partition.
     *
     * @param by who publishes, for the history
     * @return the edition's revision
     * @throws IllegalStateException when it has faults; nothing is changed then
     */
    long publish(Playbook playbook, String by);

    /** The newest publications, newest first. */
    List<Published> history(int limit);

    /** What an edition that was published was made of. */
    Optional<Playbook> playbook(String edition);

    /**
     * Plays what came in from outside since {@code from} under the edition in force and under this one; nothing is sent.
     *
     * @throws IllegalStateException when the playbook has faults
     */
    Outlook dryRun(Playbook playbook, Instant from);

    /**
     * One publishing of an edition.
     *
     * @param by who did it
     * @param only the one partition it was for; null for the whole house
     * @param note why it was done: a word of {@link Canaries.Ending} or of what spoke against a trial; empty for what somebody published
     */
    record Published(
            long revision,
            String edition,
            String by,
            Instant at,
            @Nullable Integer only,
            String note) {}
}
