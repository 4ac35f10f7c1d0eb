package io.siyu.replay;

import io.siyu.campaign.Promise;
import io.siyu.decision.Decision;
import io.siyu.decision.Ruling;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * A message that would have broken a promise, had it gone.
 *
 * @param promise its name
 * @param sentence what was promised
 * @param what campaign and step, or the template
 * @param day in the retailer's zone
 */
public record BrokenPromise(String promise, String sentence, String subject, String what, LocalDate day)
        implements Comparable<BrokenPromise> {

    private static final Comparator<BrokenPromise> ORDER = Comparator.comparing(BrokenPromise::promise)
            .thenComparing(BrokenPromise::day)
            .thenComparing(BrokenPromise::subject)
            .thenComparing(BrokenPromise::what);

    /** What a decision tells of a promise; empty if it kept none. */
    static Optional<BrokenPromise> of(Decision decision, ZoneId zone) {
        Ruling ruling = decision.ruling();
        return isOne(decision)
                ? Optional.of(new BrokenPromise(
                        ruling.reason().substring(Promise.REASON.length()),
                        ruling.ref(),
                        decision.subject().written(),
                        ScenarioRun.what(decision.intent()),
                        decision.at().atZone(zone).toLocalDate()))
                : Optional.empty();
    }

    /** Whether a promise stopped it. */
    static boolean isOne(Decision decision) {
        return decision.ruling().reason().startsWith(Promise.REASON);
    }

    /** As people read it. */
    public String told() {
        return promise + " would be broken: " + subject + " on " + day + ", " + what + ": " + sentence;
    }

    /** By promise, day and whom; the same promise in other words is no other break. */
    @Override
    public int compareTo(BrokenPromise other) {
        return ORDER.compare(this, other);
    }
}
