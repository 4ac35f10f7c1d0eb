package io.siyu.web.campaign;

import io.siyu.web.access.Visitor;
import io.siyu.web.lifecycle.Approvals;
import io.siyu.web.lifecycle.Deed;
import io.siyu.web.lifecycle.Lifecycle;
import io.siyu.web.lifecycle.Mark;
import io.siyu.web.lifecycle.Paper;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Draft;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands: its draft, and what is in force of it.
 *
 * @param draft null if nobody left one
 * @param paper what is kept of the draft; null if nothing
 * @param running the stage of what is in force; null if nothing is
 * @param demanded whether the house publishes approved words only
 * @param writers everybody whose words the draft has, as far as the trail tells
 */
record Standing(
        String id,
        @Nullable Draft draft,
        @Nullable Paper paper,
        @Nullable Stage running,
        boolean demanded,
        Set<String> writers) {
    Standing {
        writers = Set.copyOf(writers);
    }

    /** Where it stands as a whole: what is in force says it, else the draft. */
    public Stage stage() {
        if (running == null) {
            return drafted().orElse(Stage.DRAFT);
        }
        boolean archived = running == Stage.ENDED && paper != null && paper.stage() == Stage.ARCHIVED;
        return archived ? Stage.ARCHIVED : running;
    }

    /** Where its draft stands. */
    public Optional<Stage> drafted() {
        return Optional.ofNullable(draft).map(words -> Approvals.stage(paper, words.text()));
    }

    /** Who wrote the draft and who spoke of it last, for whoever looks at it. */
    public Optional<Paper> said() {
        return Optional.ofNullable(paper)
                .filter(kept -> draft != null && !kept.remark().isEmpty());
    }

    /** Who began the draft. */
    public String begunBy() {
        return draft == null ? "" : Approvals.begunBy(paper, draft);
    }

    /** When the draft was written in last, to the minute. */
    public String edited() {
        return draft == null
                ? ""
                : draft.editedAt().truncatedTo(ChronoUnit.MINUTES).toString().replaceFirst("T(.*):00Z", " $1 UTC");
    }

    /** Names the words of the draft, so that nobody approves others than they saw. */
    public String words() {
        return draft == null ? "" : Mark.of(draft.text());
    }

    /** Whether the draft's words are this person's. */
    public boolean isOwn(Visitor visitor) {
        return draft != null && (writers.contains(visitor.name()) || Approvals.isOwn(paper, draft, visitor.name()));
    }

    /** The stage a deed begins at; empty if there is nothing it could be done to. */
    Optional<Stage> before(Deed deed) {
        boolean draftMeant = deed.isOfDraft() || (deed == Deed.EDIT && draft != null);
        if (draftMeant || running == null) {
            return draftMeant || deed == Deed.CLONE ? drafted() : Optional.empty();
        }
        return Optional.of(stage());
    }

    /** Whether the table knows a way. */
    boolean allows(Deed deed) {
        boolean unasked = deed == Deed.PUBLISH_UNAPPROVED && demanded;
        boolean drafted = deed == Deed.ARCHIVE && draft != null;
        return !unasked
                && !drafted
                && before(deed).flatMap(stage -> Lifecycle.after(stage, deed)).isPresent();
    }

    /** What this visitor can do now. */
    public Set<Deed> deeds(Visitor visitor) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        for (Deed deed : Deed.values()) {
            boolean own = deed == Deed.APPROVE && isOwn(visitor);
            if (deed.isByPeople() && visitor.isOneOf(deed.roles()) && allows(deed) && !own) {
                deeds.add(deed);
            }
        }
        return deeds;
    }
}
