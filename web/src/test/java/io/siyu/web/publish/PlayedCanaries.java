package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import io.siyu.report.canary.Comparison;
import io.siyu.report.canary.Conduct;
import io.siyu.report.canary.Conduct.Kind;
import io.siyu.web.PlayedHouse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One edition on a partition, with what it came to as a test says. */
public final class PlayedCanaries implements Canaries {
    private final PlayedPublishing publishing;
    private @Nullable Canary running;
    private @Nullable Playbook tried;
    private Conduct conduct = Conduct.NONE;

    public PlayedCanaries(PlayedPublishing publishing) {
        this.publishing = publishing;
    }

    /** Nothing is tried; what is begun next comes to this. */
    public synchronized void reset(Conduct next) {
        running = null;
        tried = null;
        conduct = next;
    }

    /** A thousand events, a message by this rule for each, and none of the others. */
    public static Conduct talkative(String rule) {
        return new Conduct(1_000, 0, 0, 0, Map.of(new Kind(rule, "", "send", "", true), 1_000L));
    }

    @Override
    public synchronized Canary begin(Playbook playbook, Terms terms, String by) {
        if (running != null) {
            throw new IllegalStateException("Another edition is being tried.\nMaybe stop it before.");
        }
        Publishing.Published published = new Publishing.Published(2, playbook.hash(), by, PlayedHouse.NOW, 3, "");
        Conduct rest = new Conduct(8_000, 0, 0, 0, Map.of());
        Canary begun = new Canary(
                published,
                publishing.playbook().hash(),
                PlayedHouse.NOW,
                PlayedHouse.NOW.plus(terms.length()),
                new Comparison(conduct, rest, 8, terms.within()),
                "");
        running = begun;
        tried = playbook;
        return begun;
    }

    @Override
    public synchronized Optional<Canary> running() {
        return Optional.ofNullable(running);
    }

    @Override
    public synchronized long goOn(String by) {
        Playbook playbook = tried;
        if (playbook == null) {
            throw new IllegalStateException("No edition is being tried.\nMaybe it is over.");
        }
        reset(conduct);
        return publishing.publish(playbook, by);
    }

    @Override
    public synchronized long goBack(String by) {
        if (tried == null) {
            throw new IllegalStateException("No edition is being tried.\nMaybe it is over.");
        }
        reset(conduct);
        return publishing.history(1).get(0).revision();
    }
}
