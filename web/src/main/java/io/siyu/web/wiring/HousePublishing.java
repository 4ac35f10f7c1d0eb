package io.siyu.web.wiring;

import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.HouseTime;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.playbook.jdbc.PublishedEditions.Publication;
import io.siyu.replay.DryRun;
import io.siyu.replay.DryRun.Outlook;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** What makes editions and keeps them. */
    record Press(PublishedEditions published, KnownEditions known, PlaybookReader reader, Clock clock) {}

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
    public synchronized long publish(Playbook playbook, String by) {
        String hash = read(playbook).edition().hash();
        if (!hash.equals(playbook.hash())) {
            throw new IllegalStateException("The edition (" + hash + ") is not of this playbook.");
        }
        Publication publication =
                press.published().publish(playbook, by, press.clock().instant());
        press.known().enter(publication);
        tell(publication);
        return publication.revision();
    }

    @Override
    public List<Published> history(int limit) {
        return press.published().history(limit).stream()
                .map(told -> new Published(told.revision(), told.edition(), told.by(), told.at()))
                .toList();
    }

    @Override
    public Optional<Playbook> playbook(String edition) {
        return press.published().playbook(edition);
    }

    @Override
    public Outlook dryRun(Playbook playbook, Instant from) {
        Edition drafted = read(playbook).edition();
        synchronized (past) { // why: each holds partitions in memory, so one at a time
            return past.run(new DryRun.Asked(edition(), drafted, from, time.now(), ENOUGH));
        }
    }

    /** Tells the partitions of the newest publication if not all have heard of it; asking again is harmless. */
    synchronized void finish() {
        press.published().newest().ifPresent(newest -> {
            press.known().enter(newest);
            if (!newest.heard()) {
                tell(newest);
            }
        });
    }

    private void tell(Publication publication) {
        controls.tell(partition -> activated(publication, partition));
        press.published().heard(publication.revision());
    }

    private Event activated(Publication publication, int partition) {
        return HouseEvent.of(edition().catalogue().require("edition.activated"), "edition-" + publication.revision())
                .with("edition", publication.edition())
                .with("revision", publication.revision())
                .about(Subject.partition(partition), time.now());
    }
}
