package io.siyu.web.wiring;

import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.HouseTime;
import io.siyu.playbook.Earlier;
import io.siyu.playbook.EditionDiff;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.playbook.jdbc.PublishedEditions.Publication;
import io.siyu.playbook.jdbc.PublishedEditions.Told;
import io.siyu.replay.DryRun;
import io.siyu.replay.DryRun.Outlook;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Publishing: stored first, then told to every partition. A crash in between is finished by {@link #finish()}, since a
 * partition takes only a higher revision and hears each once.
 */
final class HousePublishing implements Publishing {
    /** Events after which a dry run adds no more partitions. */
    private static final long ENOUGH = 20_000;

    private final Press press;
    private final HouseTime time;
    private final Controls controls;
    private final DryRun past;

    /**
     * What makes editions and keeps them.
     *
     * @param inForce is told what the whole house decides by now
     */
    record Press(
            PublishedEditions published,
            KnownEditions known,
            PlaybookReader reader,
            Clock clock,
            Consumer<Playbook> inForce) {}

    HousePublishing(Press press, HouseTime time, Controls controls, DryRun past) {
        this.press = press;
        this.time = time;
        this.controls = controls;
        this.past = past;
    }

    @Override
    public Edition edition() {
        return press.known().inForce();
    }

    @Override
    public Playbook playbook() {
        return press.known().current().playbook();
    }

    @Override
    public Reading read(Playbook playbook) {
        return press.reader().read(playbook);
    }

    @Override
    public Playbook carrying(Playbook playbook) {
        // why: a house on a trace's clock decides by the playbooks a replay is given, and by nothing else
        if (controls.isTrace()) {
            return playbook;
        }
        Reading reading = read(playbook);
        if (!reading.isPublishable()) {
            return playbook;
        }
        EditionDiff.Written before = new EditionDiff.Written(edition(), playbook());
        EditionDiff.Written after = new EditionDiff.Written(reading.edition(), playbook);
        return Earlier.carry(before, after, edition().settings().day(time.now()));
    }

    @Override
    public synchronized long publish(Playbook playbook, String by) {
        require(playbook);
        Publication publication =
                press.published().publish(playbook, by, press.clock().instant());
        tell(publication);
        return publication.revision();
    }

    /** The edition the playbook becomes; it has no faults. */
    Edition require(Playbook playbook) {
        Edition edition = read(playbook).edition();
        if (!edition.hash().equals(playbook.hash())) {
            throw new IllegalStateException("The edition (" + edition.hash() + ") is not of this playbook.");
        }
        return edition;
    }

    @Override
    public List<Published> history(int limit) {
        return press.published().history(limit).stream()
                .map(HousePublishing::published)
                .toList();
    }

    @Override
    public Optional<Playbook> playbook(String edition) {
        return press.published().playbook(edition);
    }

    @Override
    public Outlook dryRun(Playbook playbook, Instant from) {
        Edition drafted = read(carrying(playbook)).edition();
        synchronized (past) { // why: each holds partitions in memory, so one at a time
            return past.run(new DryRun.Asked(edition(), drafted, from, time.now(), ENOUGH));
        }
    }

    /** Learns what another node published, and tells the partitions of what not all have heard of; asking again is harmless. */
    synchronized void finish() {
        learn();
        press.published().unheard().forEach(this::tell);
    }

    /** What is in force is the newest publication for the whole house, whoever made it. */
    void learn() {
        press.published().newest().ifPresent(press.known()::enter);
    }

    /** Tells those a publication is for. */
    void tell(Publication publication) {
        Integer only = publication.only();
        if (only == null) {
            press.known().enter(publication);
            press.inForce().accept(press.known().current().playbook());
            controls.tell(partition -> activated(publication, partition));
        } else {
            controls.tell(only, activated(publication, only));
        }
        press.published().heard(publication.revision());
    }

    static Published published(Told told) {
        return new Published(told.revision(), told.edition(), told.by(), told.at(), told.only(), told.note());
    }

    private Event activated(Publication publication, int partition) {
        return HouseEvent.of(edition().catalogue().require("edition.activated"), "edition-" + publication.revision())
                .with("edition", publication.edition())
                .with("revision", publication.revision())
                .about(Subject.partition(partition), time.now());
    }
}
