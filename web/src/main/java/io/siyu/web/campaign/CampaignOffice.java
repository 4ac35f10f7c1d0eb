package io.siyu.web.campaign;

import io.siyu.campaign.Diagnostic;
import io.siyu.web.access.Visitor;
import io.siyu.web.campaign.Outcome.Done;
import io.siyu.web.campaign.Outcome.Refused;
import io.siyu.web.lifecycle.Act;
import io.siyu.web.lifecycle.Approvals;
import io.siyu.web.lifecycle.Deed;
import io.siyu.web.lifecycle.Lifecycle;
import io.siyu.web.lifecycle.Paper;
import io.siyu.web.lifecycle.Refusal;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.lifecycle.Writers;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Manuscript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Does to campaigns what people and programs ask for, as far as table, roles and approvals let it. */
@Component
class CampaignOffice {
    private static final int TRAIL = 200;

    private final Desk desk;
    private final Approvals approvals;
    private final Writers writers;
    private final Runs runs;
    private final Pausing pausing;
    private final Checklists checklists;

    CampaignOffice(Desk desk, Approvals approvals, Writers writers, Runs runs, Pausing pausing, Checklists checklists) {
        this.checklists = checklists;
        this.desk = desk;
        this.approvals = approvals;
        this.writers = writers;
        this.runs = runs;
        this.pausing = pausing;
    }

    /** How every campaign stands, by id. */
    Map<String, Standing> standings() {
        Map<String, Stage> running = runs.all();
        Map<String, Paper> papers = approvals.papers();
        boolean demanded = approvals.demanded();
        Map<String, Standing> standings = new TreeMap<>();
        for (Draft draft : desk.drafts()) {
            Stage stage = running.get(draft.path());
            Approvals.campaign(draft.path())
                    .ifPresent(id -> standings.put(
                            id, new Standing(id, draft, papers.get(id), stage, demanded, writers.of(id))));
        }
        running.forEach((path, stage) -> Approvals.campaign(path)
                .ifPresent(id ->
                        standings.putIfAbsent(id, new Standing(id, null, papers.get(id), stage, demanded, Set.of()))));
        return standings;
    }

    /** How one campaign stands; empty if there is none of this id. */
    Optional<Standing> standing(String id) {
        String path = CampaignDesk.path(id);
        Draft draft = desk.draft(path).orElse(null);
        Stage running = runs.all().get(path);
        if (draft == null && running == null) {
            return Optional.empty();
        }
        Paper paper = approvals.paper(id).orElse(null);
        Set<String> by = draft == null ? Set.of() : writers.of(id);
        return Optional.of(new Standing(id, draft, paper, running, approvals.demanded(), by));
    }

    /** How one campaign stands as far as what is in force tells, for whoever looks while the database is away. */
    Optional<Standing> inForce(String id) {
        return Optional.ofNullable(runs.all().get(CampaignDesk.path(id)))
                .map(running -> new Standing(id, null, null, running, false, Set.of()));
    }

    /** What a campaign is called in the visitor's language; its id while it has no name. */
    String name(String id) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return desk.text(CampaignDesk.path(id))
                .map(text ->
                        CampaignCard.of(id, CampaignText.of(text), language).name())
                .orElse(id);
    }

    /** Whether a campaign of this id was archived, even if nothing of it is in force any more. */
    boolean isArchived(String id) {
        return approvals
                .paper(id)
                .filter(paper -> paper.stage() == Stage.ARCHIVED)
                .isPresent();
    }

    /** What was done to a campaign, newest first. */
    List<Act> trail(String id) {
        return approvals.trail(id, TRAIL);
    }

    /** Publishes what may be published: approved words, or any where nobody is asked. */
    Outcome publish(Asked asked) {
        Standing standing = require(asked.id());
        return act(
                standing.drafted().equals(Optional.of(Stage.APPROVED))
                        ? asked.as(Deed.PUBLISH)
                        : asked.as(Deed.PUBLISH_UNAPPROVED));
    }

    /** Does it, or says why not. */
    Outcome act(Asked asked) {
        Standing standing = require(asked.id());
        return refusal(asked, standing)
                .<Outcome>map(why -> new Refused(why, standing.stage(), List.of()))
                .orElseGet(() -> perform(asked, standing));
    }

    private static Optional<Refusal> refusal(Asked asked, Standing standing) {
        Deed deed = asked.deed();
        Visitor visitor = asked.visitor();
        if (!deed.isByPeople() || !visitor.isOneOf(deed.roles())) {
            return Optional.of(Refusal.NOT_YOURS);
        }
        if (!standing.allows(deed) || deed == Deed.EDIT) {
            return Optional.of(notNow(deed, standing));
        }
        if (deed.isOfDraft() && !asked.words().isEmpty() && !asked.words().equals(standing.words())) {
            return Optional.of(Refusal.CHANGED);
        }
        if (deed == Deed.APPROVE && standing.isOwn(visitor)) {
            return Optional.of(Refusal.OWN);
        }
        return deed == Deed.SEND_BACK && asked.remark().isEmpty() ? Optional.of(Refusal.NO_REMARK) : Optional.empty();
    }

    /** why: writing sends the words themselves; as a bare deed it is never possible. */
    private static Refusal notNow(Deed deed, Standing standing) {
        if (standing.draft() == null) {
            return Refusal.NOT_NOW;
        }
        if (deed == Deed.ARCHIVE && standing.stage() == Stage.ENDED) {
            return Refusal.DRAFTED;
        }
        boolean unapproved = deed == Deed.PUBLISH_UNAPPROVED && standing.demanded();
        return unapproved && standing.stage() != Stage.ARCHIVED ? Refusal.NOT_APPROVED : Refusal.NOT_NOW;
    }

    private Outcome perform(Asked asked, Standing standing) {
        return switch (asked.deed()) {
            case SUBMIT, WITHDRAW, SEND_BACK, APPROVE -> move(asked, standing);
            case PUBLISH, PUBLISH_UNAPPROVED -> print(asked, standing);
            case DISCARD -> {
                desk.discard(CampaignDesk.path(asked.id()), asked.visitor().name());
                yield new Done(asked.id(), Stage.DISCARDED, null);
            }
            case PAUSE, RESUME, END, ARCHIVE -> tell(asked, standing);
            case EDIT, CLONE, BEGIN, RUN_OUT ->
                throw new IllegalArgumentException("The deed (" + asked.deed() + ") has a way of its own.");
        };
    }

    private Outcome move(Asked asked, Standing standing) {
        Draft draft = Objects.requireNonNull(standing.draft());
        if (asked.deed() == Deed.SUBMIT || asked.deed() == Deed.APPROVE) {
            Manuscript manuscript = desk.judge(draft.path(), draft.text());
            List<Diagnostic> faults = manuscript.reading().diagnostics();
            if (!checklists.of(manuscript, standing).passes()) {
                return new Refused(faults.isEmpty() ? Refusal.UNCHECKED : Refusal.FAULTY, standing.stage(), faults);
            }
        }
        approvals.move(draft, asked.deed(), asked.visitor().name(), asked.remark());
        return done(asked, standing);
    }

    private Outcome print(Asked asked, Standing standing) {
        Printing printing =
                desk.publish(CampaignDesk.path(asked.id()), asked.visitor().name());
        return printing instanceof Printing.Faulty faulty
                ? new Refused(Refusal.FAULTY, standing.stage(), faulty.diagnostics())
                : new Done(asked.id(), standing(asked.id()).map(Standing::stage).orElse(Stage.LIVE), printing);
    }

    private Outcome tell(Asked asked, Standing standing) {
        String id = asked.id();
        switch (asked.deed()) {
            case PAUSE -> pausing.pause(id);
            case RESUME -> pausing.resume(id);
            case END -> pausing.end(id);
            default -> {
                // why: what is archived is over already; nobody needs to hear of it.
            }
        }
        approvals.note(id, asked.deed(), standing.stage(), asked.visitor().name());
        return done(asked, standing);
    }

    private static Outcome done(Asked asked, Standing standing) {
        Stage before = standing.before(asked.deed()).orElseThrow();
        return new Done(asked.id(), Lifecycle.after(before, asked.deed()).orElseThrow(), null);
    }

    private Standing require(String id) {
        return standing(id).orElseThrow(CampaignDesk::missing);
    }
}
