package io.siyu.web.campaign;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.PlaybookId;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.lifecycle.Writers;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Manuscript;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Campaigns as marketers write them: a template's file, changed field by field. */
@Component
class CampaignDesk {

    private static final String FOLDER = "campaigns/";
    private static final String ENDING = ".yaml";
    private static final int LONGEST = 64;

    private final Desk desk;
    private final CampaignTemplates templates;
    private final Previews previews;
    private final CampaignOffice office;
    private final Writers writers;
    private final Clock clock;

    CampaignDesk(
            Desk desk,
            CampaignTemplates templates,
            Previews previews,
            CampaignOffice office,
            Writers writers,
            Clock clock) {
        this.clock = clock;
        this.desk = desk;
        this.templates = templates;
        this.previews = previews;
        this.office = office;
        this.writers = writers;
    }

    /** A campaign open for writing. */
    record Open(Manuscript manuscript, CampaignForm form, Preview preview) {}

    /** The campaigns of the house, by id; those that are archived come only when asked for. */
    List<CampaignCard> campaigns(String language, boolean archived) {
        List<CampaignCard> cards = new ArrayList<>();
        for (Standing standing : office.standings().values()) {
            if ((standing.stage() == Stage.ARCHIVED) != archived) {
                continue;
            }
            desk.text(path(standing.id()))
                    .map(text -> CampaignCard.of(standing.id(), CampaignText.of(text), language)
                            .standing(
                                    standing.stage(),
                                    standing.running() == null
                                            ? null
                                            : standing.drafted().orElse(null)))
                    .ifPresent(cards::add);
        }
        return cards;
    }

    List<CampaignCard> templates(String language) {
        return templates.all().entrySet().stream()
                .map(template -> CampaignCard.of(template.getKey(), CampaignText.of(template.getValue()), language))
                .toList();
    }

    /** What the days of each template look like, by its id. */
    Map<String, Lanes> pictures() {
        Map<String, Lanes> pictures = new TreeMap<>();
        templates.all().forEach((id, text) -> pictures.put(id, Lanes.of(CampaignText.of(text))));
        return pictures;
    }

    /** Starts a campaign from a template; returns its id, which is the template's unless that is taken. */
    String begin(String template, String by) {
        String text = templates.text(template).orElseThrow(CampaignDesk::missing);
        String id = free(template);
        desk.save(path(id), CampaignTemplates.called(text, template, id), by);
        return id;
    }

    /** Starts a campaign that reads as another does now; returns its id. */
    String clone(String of, String by) {
        String text = desk.text(path(of)).orElseThrow(CampaignDesk::missing);
        String id = free(of);
        derive(id, CampaignTemplates.called(text, of, id), by, new Source(of, text));
        return id;
    }

    /** The campaign some words were taken of, and how it read. */
    record Source(String campaign, String text) {}

    /** Keeps words made of another campaign's as a draft, which is also theirs who wrote those. */
    void derive(String id, String text, String by, Source of) {
        desk.save(path(id), text, by);
        writers.credit(id, text, of.campaign(), writers.of(of.campaign(), of.text()));
    }

    /** The id that is wanted, or the first behind it that is free. */
    String free(String wanted) {
        String id = within(wanted, LONGEST);
        for (int next = 2; desk.text(path(id)).isPresent() || office.isArchived(id); next++) {
            String number = "-" + next;
            id = within(wanted, LONGEST - number.length()) + number;
        }
        return id;
    }

    private static String within(String id, int most) {
        return id.length() <= most ? id : id.substring(0, most).replaceAll("-+$", "");
    }

    Open open(String id, Previews.Wanted wanted) {
        return open(desk.open(path(id)).orElseThrow(CampaignDesk::missing), Map.of(), wanted);
    }

    /** The campaign as the answers would make it; nothing is kept. */
    Open answered(String id, Map<String, String> answers, Previews.Wanted wanted) {
        CampaignText before = text(id);
        CampaignText words = CampaignForm.answered(before, dated(answers));
        Map<String, String> typed = new TreeMap<>(answers);
        typed.keySet().retainAll(CampaignForm.unwritten(before, words, answers));
        return open(desk.judge(path(id), words.text()), typed, wanted);
    }

    /**
     * Keeps the answers as a draft; nothing of them when one cannot be written or is no value for its field
     * ({@link UnwritableException}).
     */
    void save(String id, Map<String, String> answers, String by) {
        CampaignText before = text(id);
        CampaignText words = CampaignForm.answered(before, dated(answers));
        List<String> unwritten = CampaignForm.unwritten(before, words, answers);
        if (!unwritten.isEmpty()) {
            throw new UnwritableException(unwritten);
        }
        if (!words.text().equals(before.text())) {
            Manuscript manuscript = desk.judge(path(id), words.text());
            List<String> refused = form(manuscript, Map.of()).refused(before);
            if (!refused.isEmpty()) {
                throw new UnwritableException(refused);
            }
        }
        desk.save(path(id), words.text(), by);
    }

    /** Does something to the steps, and keeps that as a draft; returns the anchor of the page where it shows. */
    String step(String id, StepDeed deed, String by) {
        CampaignText before = text(id);
        CampaignText after = deed.done(before);
        desk.save(path(id), after.text(), by);
        return FormPart.anchor(deed.shown(before, after));
    }

    /** why: a cadence that is chosen begins some day, and tomorrow is the first that is not half over. */
    private Map<String, String> dated(Map<String, String> answers) {
        Map<String, String> dated = new TreeMap<>(answers);
        dated.put(FormTrigger.FIRST_DAY, LocalDate.now(clock).plusDays(1).toString());
        return dated;
    }

    private Open open(Manuscript manuscript, Map<String, String> typed, Previews.Wanted wanted) {
        return new Open(manuscript, form(manuscript, typed), previews.of(manuscript, wanted));
    }

    private static CampaignForm form(Manuscript manuscript, Map<String, String> typed) {
        List<Diagnostic> faults = manuscript.reading().diagnostics().stream()
                .filter(fault -> fault.file().equals(manuscript.path()))
                .toList();
        CampaignText text = CampaignText.of(manuscript.text());
        return CampaignForm.of(new FormFields(text, Vocabulary.of(manuscript.reading()), typed), faults);
    }

    private CampaignText text(String id) {
        return CampaignText.of(desk.text(path(id)).orElseThrow(CampaignDesk::missing));
    }

    /** Where a campaign's file lies; 404 for what is no id. */
    static String path(String id) {
        if (!PlaybookId.isOne(id)) {
            throw missing();
        }
        return FOLDER + id + ENDING;
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
