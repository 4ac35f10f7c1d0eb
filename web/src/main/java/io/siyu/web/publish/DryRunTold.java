package io.siyu.web.publish;

import io.siyu.replay.BrokenPromise;
import io.siyu.replay.DryRun.Outlook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a playbook would have decided otherwise.
 *
 * @param from since when what came in was played
 * @param played partitions that were played, of {@code partitions}: a fair sample where not all
 * @param sentences in the language of whoever asked
 * @param broken promises it would have broken and what is in force would not, with member and day
 * @param faults what the playbook could not evaluate
 */
public record DryRunTold(
        String before,
        String after,
        Instant from,
        int played,
        int partitions,
        long events,
        long proposalsBefore,
        long proposalsAfter,
        List<String> sentences,
        List<ChangeTold> changes,
        List<String> broken,
        List<String> faults) {
    public DryRunTold {
        sentences = List.copyOf(sentences);
        changes = List.copyOf(changes);
        broken = List.copyOf(broken);
        faults = List.copyOf(faults);
    }

    /** Proposals whose fates changed alike; a side is null where there was no proposal. */
    public record ChangeTold(
            String origin,
            String step,
            String what,
            @Nullable String before,
            @Nullable String after,
            long count,
            long subjects,
            List<String> examples) {
        public ChangeTold {
            examples = List.copyOf(examples);
        }
    }

    /** The editions by their hashes. */
    public record Span(String before, String after, Instant from) {}

    static DryRunTold of(Span span, Outlook outlook, List<String> sentences) {
        List<ChangeTold> changes = outlook.diff().changes().stream()
                .map(change -> new ChangeTold(
                        change.any().origin(),
                        change.any().step(),
                        change.any().what(),
                        change.before() == null ? null : change.before().told(),
                        change.after() == null ? null : change.after().told(),
                        change.count(),
                        change.subjects(),
                        change.examples()))
                .toList();
        return new DryRunTold(
                span.before(),
                span.after(),
                span.from(),
                outlook.played(),
                outlook.partitions(),
                outlook.events(),
                outlook.diff().proposals(false),
                outlook.diff().proposals(true),
                sentences,
                changes,
                outlook.broken().stream().map(BrokenPromise::told).toList(),
                outlook.faults());
    }
}
