package io.siyu.web.campaign;

import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.Manuscript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final PartitionStates states;

    CampaignDesk(Desk desk, CampaignTemplates templates, PartitionStates states) {
        this.desk = desk;
        this.templates = templates;
        this.states = states;
    }

    /** A campaign open for writing. */
    record Open(Manuscript manuscript, CampaignForm form, Preview preview) {}

    List<CampaignCard> campaigns(String language) {
        return desk.paths(path -> path.startsWith(FOLDER) && path.endsWith(ENDING)).stream()
                .flatMap(path -> desk.open(path).stream())
                .map(file -> CampaignCard.of(file.name(), CampaignText.of(file.text()), language, file.draft()))
                .toList();
    }

    List<CampaignCard> templates(String language) {
        return templates.all().entrySet().stream()
                .map(template ->
                        CampaignCard.of(template.getKey(), CampaignText.of(template.getValue()), language, false))
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

    /** Throws the draft away; whether the campaign is in force without it. */
    boolean discard(String id) {
        desk.discard(path(id));
        return desk.open(path(id)).isPresent();
    }

    private Open open(Manuscript manuscript, String language, String member) {
        CampaignText text = CampaignText.of(manuscript.text());
        return new Open(manuscript, new CampaignForm(text), Preview.of(manuscript, language, state(member.strip())));
    }

    private String words(String id, Map<String, String> answers) {
        String text = desk.open(path(id)).orElseThrow(CampaignDesk::missing).text();
        return CampaignForm.answered(CampaignText.of(text), answers).text();
    }

    private @Nullable State state(String member) {
        if (member.isEmpty()) {
            return null;
        }
        Subject subject = Subject.member(member);
        try {
            return states.states(Set.of(subject)).get(subject);
        } catch (StoreDownException down) {
            return null; // why: a campaign can be written while the store is away; its texts show their defaults
        }
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
