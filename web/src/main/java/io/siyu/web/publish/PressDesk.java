package io.siyu.web.publish;

import io.siyu.campaign.Diagnostic;
import io.siyu.partition.HouseTime;
import io.siyu.playbook.EditionDiff;
import io.siyu.playbook.EditionDiff.Written;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PromiseRules;
import io.siyu.replay.BrokenPromise;
import io.siyu.replay.DryRun.Outlook;
import io.siyu.web.page.Effort;
import io.siyu.web.publish.DryRunTold.Span;
import io.siyu.web.publish.Publishing.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whole editions: what was published, how it differs, what it would have decided, and the way back to it. */
@Component
public class PressDesk {
    /** Publications on one page. */
    static final int SHOWN = 200;

    private static final Duration DAY = Duration.ofHours(24);
    private static final int TOLD = 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Publishing publishing;
    private final HouseTime time;
    private final Sentences sentences;
    private final Effort effort;

    PressDesk(Publishing publishing, HouseTime time, Sentences sentences, Effort effort) {
        this.effort = effort;
        this.publishing = publishing;
        this.time = time;
        this.sentences = sentences;
    }

    /** The newest publications, newest first. */
    public List<Published> history() {
        return publishing.history(SHOWN);
    }

    /** One of them; empty if there is none of this revision. */
    public Optional<Published> find(long revision) {
        return history().stream()
                .filter(published -> published.revision() == revision)
                .findFirst();
    }

    /** What the whole house decides by, partitions apart; empty before the first. */
    public Optional<Published> inForce() {
        return history().stream().filter(PressDesk::isForAll).findFirst();
    }

    /** What the house decided by before this; empty if nothing. */
    Optional<Published> before(Published published) {
        return history().stream()
                .filter(one -> one.revision() < published.revision() && isForAll(one))
                .findFirst();
    }

    private static boolean isForAll(Published published) {
        return published.only() == null;
    }

    /** How an edition would differ from the one before it. */
    public EditionDiff between(String before, String after) {
        return new EditionDiff(written(require(before)), written(require(after)));
    }

    private Written written(Playbook playbook) {
        return new Written(publishing.read(playbook).draft().orElseThrow(), playbook);
    }

    private Playbook require(String edition) {
        return publishing
                .playbook(edition)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No edition (" + edition + ") was published here.\nMaybe the history names the one you mean."));
    }

    /** Publishes an edition again that was published before; its revision is a new one. */
    public long activate(String edition, String by) {
        return publishing.publish(require(edition), by);
    }

    /**
     * Promises of the playbook that the last day would have broken under it, and not under what is in force; such a playbook
     * is not published unless somebody insists.
     */
    public List<Diagnostic> broken(Playbook playbook) {
        if (publishing.read(playbook).edition().promises().isEmpty()) {
            return List.of();
        }
        Instant yesterday = time.now().minus(DAY);
        List<BrokenPromise> broken =
                effort.spend(() -> publishing.dryRun(playbook, yesterday)).broken();
        List<Diagnostic> told = new ArrayList<>();
        broken.stream().limit(TOLD).forEach(one -> told.add(fault("The promise " + one.told())));
        if (broken.size() > TOLD) {
            told.add(fault((broken.size() - TOLD) + " more messages of the last day would have broken a promise."));
        }
        return told;
    }

    private static Diagnostic fault(String what) {
        return new Diagnostic(
                PromiseRules.FILE,
                0,
                0,
                "promise.broken",
                what
                        + "\nMaybe change what sends it; \"siyu publish --break-promises\" publishes all the same, and it is dropped.");
    }

    /**
     * How far back a dry run of so many hours goes.
     *
     * @throws IllegalArgumentException when it is none or too far
     */
    public static Duration span(int hours) {
        Duration span = Duration.ofHours(hours);
        if (hours < 1 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "A dry run plays 1 to " + LONGEST.toHours() + " hours, not " + hours + ".\nMaybe 24.");
        }
        return span;
    }

    /** Plays the last hours under a playbook, as sentences of this language. */
    public DryRunTold dryRun(Playbook playbook, int hours, Locale locale) {
        Instant from = time.now().minus(span(hours));
        Outlook outlook = effort.spend(() -> publishing.dryRun(playbook, from));
        return DryRunTold.of(
                new Span(publishing.edition().hash(), playbook.hash(), from),
                outlook,
                sentences.of(outlook.diff(), locale));
    }
}
