package io.siyu.web.wiring;

import io.siyu.partition.Editions;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.playbook.jdbc.PublishedEditions.Publication;
import io.siyu.rule.Edition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The editions this node has loaded from what was published, and which of them is in force. Safe for many threads. */
public final class KnownEditions implements Editions {
    private static final Playbook BLANK = Playbook.of(Map.of());

    private final PublishedEditions published;
    private final PlaybookReader reader;
    private final Edition blank;
    private final Map<String, Edition> loaded = new ConcurrentHashMap<>();
    private volatile Current current;

    /** What is in force, and what it was made of. */
    record Current(long revision, Edition edition, Playbook playbook) {}

    /** What was published here, made into editions by this reader. */
    public KnownEditions(PublishedEditions published, PlaybookReader reader) {
        this.published = published;
        this.reader = reader;
        this.blank = blank(reader);
        this.current = new Current(0, blank, BLANK);
        published.newest().ifPresent(this::enter);
    }

    private static Edition blank(PlaybookReader reader) {
        Edition read = reader.read(BLANK).draft().orElseThrow();
        return new Edition(
                "",
                read.catalogue(),
                read.settings(),
                read.campaigns(),
                read.templates(),
                read.promises(),
                read.rules());
    }

    /** The edition in force; the one without rules or campaigns before the first. */
    public Edition inForce() {
        return current.edition();
    }

    Current current() {
        return current;
    }

    /** A publication comes into force, unless a newer one has. */
    synchronized void enter(Publication publication) {
        if (publication.revision() > current.revision()) {
            Playbook playbook = stored(publication.edition()).orElseThrow();
            current = new Current(publication.revision(), edition(publication.edition()), playbook);
        }
    }

    @Override
    public Edition edition(String hash) {
        return hash.isEmpty() ? blank : loaded.computeIfAbsent(hash, this::load);
    }

    private Edition load(String hash) {
        Playbook playbook = stored(hash)
                .orElseThrow(() -> new IllegalStateException(
                        "The edition (" + hash + ") is not in the house database.\nMaybe another database was meant."));
        return reader.read(playbook).edition();
    }

    private Optional<Playbook> stored(String hash) {
        return published.playbook(hash);
    }
}
