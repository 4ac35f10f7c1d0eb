package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.Edition;
import java.util.List;
import java.util.Optional;

/**
 * What became of a playbook: an edition, or what is wrong with it.
 *
 * @param draft everything that could be read; absent only when nothing could
 * @param diagnostics all faults of all files, by file and place
 * @param warnings what keeps nothing from being published, but is most likely not meant; by file and place
 */
public record Reading(Optional<Edition> draft, List<Diagnostic> diagnostics, List<Diagnostic> warnings) {
    public Reading {
        diagnostics = List.copyOf(diagnostics);
        warnings = List.copyOf(warnings);
    }

    /** A reading with nothing to warn of. */
    public Reading(Optional<Edition> draft, List<Diagnostic> diagnostics) {
        this(draft, diagnostics, List.of());
    }

    /** Whether the edition may be published. */
    public boolean isPublishable() {
        return diagnostics.isEmpty() && draft.isPresent();
    }

    /** The edition of a playbook without faults; an {@link IllegalStateException} tells the faults otherwise. */
    public Edition edition() {
        if (!isPublishable()) {
            StringBuilder told = new StringBuilder("The playbook has faults:");
            diagnostics.forEach(fault -> told.append('\n').append(fault));
            throw new IllegalStateException(told.toString());
        }
        return draft.orElseThrow();
    }
}
