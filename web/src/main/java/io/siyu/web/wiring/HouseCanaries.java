package io.siyu.web.wiring;

import io.siyu.campaign.Campaign;
import io.siyu.partition.HouseTime;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.jdbc.PublishedEditions.Made;
import io.siyu.playbook.jdbc.PublishedEditions.Place;
import io.siyu.playbook.jdbc.PublishedEditions.Publication;
import io.siyu.playbook.jdbc.PublishedEditions.Told;
import io.siyu.playbook.jdbc.PublishedEditions.Trial;
import io.siyu.report.canary.Comparing;
import io.siyu.report.canary.Comparison;
import io.siyu.rule.Edition;
import io.siyu.web.metrics.RuleFaults;
import io.siyu.web.publish.Canaries;
import io.siyu.web.wiring.HousePublishing.Press;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Canaries as publications for one partition: whatever is published after one ends it, and a restart changes nothing. */
final class HouseCanaries implements Canaries {
    private static final String ITSELF = "canary";
    private static final String CATALOGUE = "catalogue.yaml";
    private static final int HEX_DIGITS = 7;
    private static final int HEX = 16;

    private final House house;
    private final Press press;
    private final HousePublishing publishing;
    private final RuleFaults faults;
    private @Nullable Watched watched;

    /**
     * The house they are tried in.
     *
     * @param past what partitions decided since a moment, the first beside others
     * @param owner whether this node decides
     */
    record House(Past past, HouseTime time, Controls controls, BooleanSupplier owner) {}

    /** Follows a partition beside others. */
    @FunctionalInterface
    interface Past {
        Comparing since(Instant since, int partition);
    }

    /** What is compared for one revision. */
    private record Watched(long revision, Comparing comparing) {}

    HouseCanaries(House house, Press press, HousePublishing publishing, RuleFaults faults) {
        this.house = house;
        this.press = press;
        this.publishing = publishing;
        this.faults = faults;
    }

    @Override
    public synchronized Canary begin(Playbook playbook, Terms terms, String by) {
        long newest = press.published().newestRevision();
        publishing.learn();
        Playbook whole = publishing.carrying(playbook);
        Edition edition = publishing.require(whole);
        requireFit(whole, edition);
        Instant now = house.time().now();
        Trial trial = new Trial(now, now.plus(terms.length()), terms.within());
        Made made = new Made(by, press.clock().instant(), "");
        Publication published = press.published()
                .tryOut(newest, whole, made, new Place(partition(edition), trial))
                .orElseThrow(HouseCanaries::overtaken);
        publishing.tell(published);
        return running().orElseThrow();
    }

    private static IllegalStateException overtaken() {
        return new IllegalStateException("Something else was published meanwhile.\nMaybe look at the history.");
    }

    private void requireFit(Playbook playbook, Edition edition) {
        if (!house.controls().tellsEach() || house.controls().partitions() < 2) {
            throw new IllegalStateException(
                    "This house has no partition apart to try an edition on.\nMaybe play it over the last hours: a dry run.");
        }
        if (press.published().canary().isPresent()) {
            throw new IllegalStateException("Another edition is being tried.\nMaybe stop it before, or let it go on.");
        }
        Edition now = publishing.edition();
        if (now.hash().isEmpty()) {
            throw new IllegalStateException("Nothing was published yet to compare with.\nMaybe publish this.");
        }
        if (edition.hash().equals(now.hash())) {
            throw new IllegalStateException("This is what the house decides by already.\nMaybe change something.");
        }
        requireSameLimits(edition, now);
        if (!publishing.playbook().text(CATALOGUE).equals(playbook.text(CATALOGUE))
                || !edition.settings().currency().equals(now.settings().currency())) {
            throw new IllegalStateException("The event catalogue or the currency changes, and those hold for all"
                    + " partitions at once.\nMaybe publish " + CATALOGUE + " alone first.");
        }
    }

    /** Goals and daily limits are counted for the whole house, by whichever partition their counter lies in. */
    private static void requireSameLimits(Edition edition, Edition now) {
        if (!edition.settings().daily().equals(now.settings().daily())) {
            throw new IllegalStateException(
                    "A daily limit changes, and it holds for the whole house at once.\nMaybe publish settings.yaml alone first.");
        }
        for (Campaign campaign : edition.campaigns().values()) {
            Campaign before = now.campaign(campaign.id());
            if (campaign.goal() != null && (before == null || !campaign.goal().equals(before.goal()))) {
                throw new IllegalStateException("The goal of the campaign \"" + campaign.id()
                        + "\" changes, and when it is reached it ends the campaign for the whole house."
                        + "\nMaybe publish that campaign alone first.");
            }
        }
    }

    /** By the edition's hash, so that it is not always the same members. */
    private int partition(Edition edition) {
        return Integer.parseInt(edition.hash().substring(0, HEX_DIGITS), HEX)
                % house.controls().partitions();
    }

    @Override
    public synchronized Optional<Canary> running() {
        return press.published().canary().map(this::canary);
    }

    private Canary canary(Told told) {
        publishing.learn();
        Trial trial = Objects.requireNonNull(told.trial());
        int partition = Objects.requireNonNull(told.only());
        Watched now = watched;
        if (now == null || now.revision() != told.revision()) {
            now = new Watched(told.revision(), house.past().since(trial.began(), partition));
            watched = now;
        }
        return new Canary(
                HousePublishing.published(told),
                publishing.edition().hash(),
                trial.began(),
                trial.ends(),
                now.comparing().look(trial.within()),
                faults.since(told.edition(), publishing.edition().hash(), told.at()));
    }

    @Override
    public synchronized long goOn(String by) {
        return goOn(required(), by, Ending.PUBLISHED.word());
    }

    @Override
    public synchronized long goBack(String by) {
        return goBack(required(), by, Ending.STOPPED.word());
    }

    private Canary required() {
        return running()
                .orElseThrow(() -> new IllegalStateException(
                        "No edition is being tried.\nMaybe it went on or back by itself: the history tells which."));
    }

    private long goOn(Canary canary, String by, String why) {
        return end(canary, canary.published().edition(), null, made(by, why));
    }

    private long goBack(Canary canary, String by, String why) {
        return end(canary, canary.before(), canary.published().only(), made(by, why));
    }

    private Made made(String by, String why) {
        return new Made(by, press.clock().instant(), why);
    }

    private long end(Canary canary, String edition, @Nullable Integer only, Made made) {
        Publication end = press.published()
                .follow(canary.published().revision(), edition, only, made)
                .orElseThrow(HouseCanaries::overtaken);
        publishing.tell(end);
        return end.revision();
    }

    /** Ends the one that is running, if it is time or something speaks against it; there is never more to do at once. */
    synchronized boolean keep() {
        if (house.owner().getAsBoolean()) {
            running().ifPresent(this::keep);
        }
        return false;
    }

    private void keep(Canary canary) {
        Optional<String> against = against(canary);
        if (against.isPresent()) {
            goBack(canary, ITSELF, against.get());
        } else if (canary.hasHeardEnough() && !house.time().now().isBefore(canary.ends())) {
            goOn(canary, ITSELF, Ending.PASSED.word());
        }
    }

    private static Optional<String> against(Canary canary) {
        return canary.fault().isEmpty()
                ? canary.comparison().against().stream().findFirst().map(Comparison.Against::word)
                : Optional.of(Ending.RULE.word());
    }
}
