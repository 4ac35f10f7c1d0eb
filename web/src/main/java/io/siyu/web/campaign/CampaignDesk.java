package io.siyu.web.campaign;

import io.siyu.partition.StoreDownException;
import io.siyu.playbook.Earlier;
import io.siyu.web.campaign.CampaignCard.Standing;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.Manuscript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Campaigns as marketers write them: a template's file, changed field by field. */
@Component
class CampaignDesk {

    private static final String FOLDER = "campaigns/";
    private static final String ENDING = ".yaml";

    private final Desk desk;
    private final CampaignTemplates templates;
    private final Previews previews;
    private final Pausing pausing;

    CampaignDesk(Desk desk, CampaignTemplates templates, Previews previews, Pausing pausing) {
        this.desk = desk;
        this.templates = templates;
        this.previews = previews;
        this.pausing = pausing;
    }

    /**
     * A campaign open for writing.
     *
     * @param standing how what is in force stands; a draft if nothing of it is
     */
    record Open(Manuscript manuscript, CampaignForm form, Preview preview, Standing standing) {}

    List<CampaignCard> campaigns(String language) {
        Set<String> paused = paused();
        return desk.paths(path -> path.startsWith(FOLDER) && path.endsWith(ENDING) && !Earlier.isEarlier(path)).stream()
                .flatMap(path -> desk.open(path).stream())
                .map(file -> CampaignCard.of(file.name(), CampaignText.of(file.text()), language, card(file, paused)))
                .toList();
    }

    List<CampaignCard> templates(String language) {
        return templates.all().entrySet().stream()
                .map(template ->
                        CampaignCard.of(template.getKey(), CampaignText.of(template.getValue()), language, null))
                .toList();
    }

    /** Starts a campaign from a template; returns its id, which is the template's unless that is taken. */
    String begin(String template, String by) {
        String text = templates.text(template).orElseThrow(CampaignDesk::missing);
        String id = template;
        for (int next = 2; desk.open(path(id)).isPresent(); next++) {
            id = template + "-" + next;
        }
        desk.save(path(id), CampaignTemplates.called(text, template, id), by);
        return id;
    }

    Open open(String id, String language, String member) {
        return open(desk.open(path(id)).orElseThrow(CampaignDesk::missing), language, member);
    }

    /** The campaign as the answers would make it; nothing is kept. */
    Open answered(String id, Map<String, String> answers, String language, String member) {
        return open(desk.judge(path(id), words(id, answers)), language, member);
    }

    void save(String id, Map<String, String> answers, String by) {
        desk.save(path(id), words(id, answers), by);
    }

    Printing publish(String id, Map<String, String> answers, String by) {
        save(id, answers, by);
        return desk.publish(path(id), by);
    }

    /** Stops a campaign in force from sending, or lets it go on with what waited. */
    void pause(String id, boolean paused) {
        if (!desk.inForce(path(id))) {
            throw missing();
        }
        if (paused) {
            pausing.pause(id);
        } else {
            pausing.resume(id);
        }
    }

    /** Throws the draft away; whether the campaign is in force without it. */
    boolean discard(String id) {
        desk.discard(path(id));
        return desk.open(path(id)).isPresent();
    }

    private Open open(Manuscript manuscript, String language, String member) {
        CampaignText text = CampaignText.of(manuscript.text());
        return new Open(
                manuscript,
                new CampaignForm(text),
                previews.of(manuscript, language, member),
                standing(manuscript.name(), paused()));
    }

    private Standing card(Manuscript file, Set<String> paused) {
        return file.draft() ? Standing.DRAFT : standing(file.name(), paused);
    }

    private Standing standing(String id, Set<String> paused) {
        if (!desk.inForce(path(id))) {
            return Standing.DRAFT;
        }
        return paused.contains(id) ? Standing.PAUSED : Standing.IN_FORCE;
    }

    private Set<String> paused() {
        try {
            return pausing.paused();
        } catch (StoreDownException down) {
            return Set.of(); // why: a campaign can be written while the store is away; health says that it is
        }
    }

    private String words(String id, Map<String, String> answers) {
        String text = desk.open(path(id)).orElseThrow(CampaignDesk::missing).text();
        return CampaignForm.answered(CampaignText.of(text), answers).text();
    }

    private static String path(String id) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw missing();
        }
        return FOLDER + id + ENDING;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
