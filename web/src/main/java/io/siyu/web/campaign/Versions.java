package io.siyu.web.campaign;

import io.siyu.playbook.Playbook;
import io.siyu.web.lifecycle.Mark;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.PressDesk;
import io.siyu.web.publish.Publishing;
import io.siyu.web.publish.Publishing.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The versions of each campaign that ever came into force, and how two of them differ. */
@Component
class Versions {
    private static final int KEPT = 400;

    private final PressDesk press;
    private final Publishing publishing;
    private final Desk desk;
    private final Map<String, Map<String, String>> marks = Collections.synchronizedMap(new LinkedHashMap<>());

    Versions(PressDesk press, Publishing publishing, Desk desk) {
        this.press = press;
        this.publishing = publishing;
        this.desk = desk;
    }

    /**
     * One version.
     *
     * @param revision with which it came into force
     * @param words mark of its words; empty if the revision took the campaign out
     */
    record Version(long revision, String edition, String by, Instant at, String words) {}

    /** The versions of a campaign, newest first; a publication that left it as it was is none. */
    List<Version> of(String campaign) {
        String path = CampaignDesk.path(campaign);
        List<Version> versions = new ArrayList<>();
        String before = "";
        List<Published> oldestFirst = new ArrayList<>(press.history());
        Collections.reverse(oldestFirst);
        for (Published published : oldestFirst) {
            String words = published.only() == null ? words(published.edition(), path) : before;
            if (!words.equals(before)) {
                versions.add(
                        0,
                        new Version(published.revision(), published.edition(), published.by(), published.at(), words));
                before = words;
            }
        }
        return versions;
    }

    /**
     * How one version differs from another; empty when either is not there.
     *
     * @param from revision; -1 for the version before {@code to}
     * @param to revision; 0 for the draft or, without one, what is in force
     */
    Optional<VersionDiff> diff(String campaign, long from, long to) {
        Optional<String> after = text(campaign, to);
        Optional<String> before = from >= 0 ? text(campaign, from) : before(campaign, to);
        return after.flatMap(now -> before.map(old -> VersionDiff.of(old, now)));
    }

    private Optional<String> before(String campaign, long to) {
        List<Version> versions = of(campaign);
        String path = CampaignDesk.path(campaign);
        boolean drafted = to == 0 && desk.draft(path).isPresent();
        long bound = to == 0 ? (drafted ? Long.MAX_VALUE : newest(versions)) : to;
        return versions.stream()
                .filter(version ->
                        version.revision() < bound && !version.words().isEmpty())
                .findFirst()
                .flatMap(version -> text(campaign, version.revision()));
    }

    private static long newest(List<Version> versions) {
        return versions.isEmpty() ? 0 : versions.get(0).revision();
    }

    /**
     * The words of a campaign.
     *
     * @param revision of the publication they are of; 0 for the draft or, without one, what is in force
     */
    Optional<String> text(String campaign, long revision) {
        String path = CampaignDesk.path(campaign);
        return revision == 0
                ? desk.text(path)
                : press.find(revision)
                        .flatMap(published -> publishing.playbook(published.edition()))
                        .flatMap(playbook -> playbook.text(path));
    }

    /** why: what an edition was made of never changes, and reading hundreds of playbooks again would take seconds. */
    private String words(String edition, String path) {
        Map<String, String> known = marks.get(edition);
        if (known == null) {
            known = publishing.playbook(edition).map(Versions::marks).orElse(Map.of());
            if (marks.size() >= KEPT) {
                marks.clear();
            }
            marks.put(edition, known);
        }
        return known.getOrDefault(path, "");
    }

    private static Map<String, String> marks(Playbook playbook) {
        Map<String, String> marks = new TreeMap<>();
        playbook.paths(path -> path.startsWith("campaigns/"))
                .forEach(path -> playbook.text(path).ifPresent(text -> marks.put(path, Mark.of(text))));
        return marks;
    }
}
