package io.siyu.web.publish;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.web.page.Effort;
import io.siyu.web.publish.Canaries.Canary;
import io.siyu.web.publish.Canaries.Terms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Editions tried on one partition, as people and programs ask for them. */
@Component
public class CanaryDesk {
    private final Canaries canaries;
    private final Publishing publishing;
    private final PressDesk press;
    private final Effort effort;

    CanaryDesk(Canaries canaries, Publishing publishing, PressDesk press, Effort effort) {
        this.publishing = publishing;
        this.canaries = canaries;
        this.press = press;
        this.effort = effort;
    }

    /**
     * Tries a playbook without faults.
     *
     * @throws IllegalStateException when it would break promises, or cannot be tried
     */
    public Canary begin(Playbook playbook, Terms terms, String by) {
        String before = publishing.edition().hash();
        List<Diagnostic> broken = press.broken(playbook);
        if (!broken.isEmpty()) {
            throw new IllegalStateException(
                    String.join("\n", broken.stream().map(Diagnostic::toString).toList()));
        }
        if (!publishing.edition().hash().equals(before)) {
            throw new IllegalStateException("Something else was published meanwhile.\nMaybe look at it and try again.");
        }
        return canaries.begin(playbook, terms, by);
    }

    /** What is being tried, if anything is. */
    public Optional<Canary> running() {
        return effort.spend(canaries::running);
    }

    /** Publishes it for all; the revision. */
    public long goOn(String by) {
        return canaries.goOn(by);
    }

    /** Ends it; the revision of what the partition has back. */
    public long goBack(String by) {
        return canaries.goBack(by);
    }
}
