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
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import java.time.Clock;

/**
 * Publishing: stored first, then told to every partition. A crash in between is finished by {@link #finish()}, since a
 * partition takes only a higher revision and hears each once.
 */
final class HousePublishing implements Publishing {
    private final Press press;
    private final HouseTime time;
    private final Controls controls;

    /** What makes editions and keeps them. */
    record Press(PublishedEditions published, KnownEditions known, PlaybookReader reader, Clock clock) {}

    HousePublishing(Press press, HouseTime time, Controls controls) {
        this.press = press;
        this.time = time;
        this.controls = controls;
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
