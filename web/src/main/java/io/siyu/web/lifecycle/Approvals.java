package io.siyu.web.lifecycle;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Earlier;
import io.siyu.playbook.Playbook;
import io.siyu.web.access.People;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.Gate;
import io.siyu.web.publish.LockedDraftException;
import io.siyu.web.settings.ApprovalSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose words a house publishes: keeps how the drafts of campaigns stand, and lets no other words pass. */
@Component
public class Approvals implements Gate {
    /** The code of the fault that words are not approved. */
    public static final String NOT_APPROVED = "campaign.not-approved";

    private static final String FOLDER = "campaigns/";
    private static final String ENDING = ".yaml";

    private final Papers papers;
    private final Drafts drafts;
    private final People people;
    private final ApprovalSettings settings;
    private final Clock clock;

    Approvals(Papers papers, Drafts drafts, People people, ApprovalSettings settings, Clock clock) {
        this.papers = papers;
        this.drafts = drafts;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether words come into force only after somebody else approved them. */
    public boolean demanded() {
        return switch (settings.demanded()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> people.approvers() > 1;
        };
    }

    /** The papers of all campaigns, by id. */
    public Map<String, Paper> papers() {
        return papers.all();
    }

    /** The paper of one campaign. */
    public Optional<Paper> paper(String campaign) {
        return papers.find(campaign);
    }

    /** What was done to a campaign, newest first. */
    public List<Act> trail(String campaign, int limit) {
        return papers.trail(campaign, limit);
    }

    /**
     * Where a draft stands: what was submitted or approved holds for its very words only, and nothing is done to a draft that
     * an archived campaign still has.
     */
    public static Stage stage(@Nullable Paper paper, String text) {
        if (paper != null && paper.stage() == Stage.ARCHIVED) {
            return Stage.ARCHIVED;
        }
        return paper == null || paper.text().isEmpty() || !paper.text().equals(text) ? Stage.DRAFT : paper.stage();
    }

    /** Who began a draft. */
    public static String begunBy(@Nullable Paper paper, Draft draft) {
        return paper == null ? draft.editedBy() : paper.begunBy();
    }

    /** Whether this person began a draft or wrote in it last; who wrote between, the trail tells. */
    public static boolean isOwn(@Nullable Paper paper, Draft draft, String name) {
        return name.equals(begunBy(paper, draft)) || name.equals(draft.editedBy());
    }

    /** Moves a draft to the stage a deed leads to, with its words as they are. */
    public void move(Draft draft, Deed deed, String by, String remark) {
        String campaign = campaign(draft.path()).orElseThrow();
        Paper paper = papers.find(campaign).orElse(null);
        Stage before = stage(paper, draft.text());
        Stage after = Lifecycle.after(before, deed).orElseThrow();
        String words = after == Stage.DRAFT ? "" : draft.text();
        papers.keep(
                new Paper(campaign, after, words, begunBy(paper, draft), by, clock.instant(), remark),
                new Act(campaign, deed, before, after, by, clock.instant(), remark, Mark.of(draft.text())));
    }

    /**
     * Notes what was done to what is in force.
     *
     * @throws LockedDraftException when it would be archived and has a draft
     */
    public void note(String campaign, Deed deed, Stage before, String by) {
        Stage after = Lifecycle.after(before, deed).orElseThrow();
        Act act = new Act(campaign, deed, before, after, by, clock.instant(), "", "");
        if (after == Stage.ARCHIVED) {
            requireUndrafted(campaign);
            papers.keep(new Paper(campaign, after, "", by, by, clock.instant(), ""), act);
        } else {
            papers.note(act);
        }
    }

    private void requireUndrafted(String campaign) {
        if (drafts.find(FOLDER + campaign + ENDING).isPresent()) {
            throw new LockedDraftException(
                    "The campaign (" + campaign + ") has a draft and is not archived.\nMaybe discard the draft first.");
        }
    }

    @Override
    public Optional<String> againstWriting(String path) {
        Paper paper = campaign(path).flatMap(papers::find).orElse(null);
        if (paper != null && paper.stage() == Stage.ARCHIVED) {
            return Optional.of("The campaign (" + paper.campaign() + ") is archived.\nMaybe clone it.");
        }
        return drafts.find(path)
                .filter(draft -> stage(paper, draft.text()) == Stage.IN_REVIEW)
                .map(draft -> "The file (" + path + ") is in review and stays as it was submitted."
                        + "\nMaybe withdraw it first.");
    }

    @Override
    public Optional<Diagnostic> againstPublishing(String path, String text) {
        Optional<String> campaign = campaign(path);
        if (campaign.isEmpty()) {
            return Optional.empty();
        }
        Stage stage = stage(papers.find(campaign.get()).orElse(null), text);
        Deed deed = stage == Stage.APPROVED || demanded() ? Deed.PUBLISH : Deed.PUBLISH_UNAPPROVED;
        return Lifecycle.after(stage, deed).isPresent()
                ? Optional.empty()
                : Optional.of(new Diagnostic(path, 0, 0, NOT_APPROVED, against(stage)));
    }

    private static String against(Stage stage) {
        if (stage == Stage.ARCHIVED) {
            return "These words are of an archived campaign.\nMaybe clone it.";
        }
        return stage == Stage.IN_REVIEW
                ? "These words are in review.\nMaybe wait for the approval, or withdraw them."
                : "These words are not approved, and this house publishes no other campaigns."
                        + "\nMaybe submit them, and somebody who did not write them approves.";
    }

    @Override
    public void written(Draft draft, @Nullable Draft before) {
        Optional<String> campaign = campaign(draft.path());
        if (campaign.isEmpty()) {
            return;
        }
        Paper paper = papers.find(campaign.get()).orElse(null);
        Stage from = before == null ? Stage.DRAFT : stage(paper, before.text());
        String begunBy = before == null ? draft.editedBy() : begunBy(paper, before);
        papers.keep(
                new Paper(campaign.get(), Stage.DRAFT, "", begunBy, draft.editedBy(), draft.editedAt(), ""),
                act(draft, Deed.EDIT, from, draft.editedBy()));
    }

    @Override
    public void discarded(Draft draft, String by) {
        campaign(draft.path())
                .ifPresent(campaign -> papers.drop(
                        act(draft, Deed.DISCARD, stage(papers.find(campaign).orElse(null), draft.text()), by)));
    }

    @Override
    public void published(Draft draft, String by, long revision) {
        campaign(draft.path()).ifPresent(campaign -> {
            Stage before = stage(papers.find(campaign).orElse(null), draft.text());
            Deed deed = before == Stage.APPROVED ? Deed.PUBLISH : Deed.PUBLISH_UNAPPROVED;
            Act act = act(draft, deed, before, by);
            papers.drop(
                    new Act(campaign, deed, before, act.after(), by, act.at(), String.valueOf(revision), act.words()));
        });
    }

    private Act act(Draft draft, Deed deed, Stage before, String by) {
        return new Act(
                campaign(draft.path()).orElseThrow(),
                deed,
                before,
                Lifecycle.after(before, deed).orElse(Stage.DRAFT),
                by,
                clock.instant(),
                "",
                Mark.of(draft.text()));
    }

    /** The campaign a file is of; empty for other files. */
    public static Optional<String> campaign(String path) {
        boolean one =
                path.startsWith(FOLDER) && path.endsWith(ENDING) && !Playbook.tells(path) && !Earlier.isEarlier(path);
        return one ? Optional.of(path.substring(FOLDER.length(), path.length() - ENDING.length())) : Optional.empty();
    }
}
