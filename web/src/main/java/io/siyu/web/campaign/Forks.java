package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Course;
import io.siyu.campaign.Step;
import io.siyu.partition.StoreDownException;
import io.siyu.web.publish.Publishing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How many members went each way where a campaign in force forks: at branches, splits and waits for an event. */
@Component
class Forks {
    private static final String NONE = "none";
    private static final String WAIT = "wait";
    private static final List<String> FORKING = List.of("branch", "split");

    private final Publishing publishing;
    private final StepCounts counts;

    Forks(Publishing publishing, StepCounts counts) {
        this.publishing = publishing;
        this.counts = counts;
    }

    /**
     * A step with several ways.
     *
     * @param pointer its place in the file
     * @param verb {@code branch}, {@code split} or {@code wait}
     * @param place which step it is, such as {@code 4.1.2}
     */
    record Fork(String pointer, String verb, String place, List<Way> ways) {
        Fork {
            ways = List.copyOf(ways);
        }

        private List<String> written() {
            return ways.stream()
                    .filter(way -> !way.name().equals(NONE))
                    .map(Way::said)
                    .toList();
        }

        /** Whether the other stands there too and has the same ways, so that what was counted here says something of it. */
        boolean isLike(Fork other) {
            return pointer.equals(other.pointer)
                    && verb.equals(other.verb)
                    && written().equals(other.written());
        }
    }

    /**
     * A way that leads on from there.
     *
     * @param name {@code then}, {@code otherwise}, the number of a path, or {@code none} for those who took no path
     * @param said what decides about it, as written; empty if nothing more than its name
     */
    record Way(String name, String said, long taken) {}

    /** The forks of the version in force, in written order; none of a campaign that is not in force. */
    List<Fork> of(String id) {
        Campaign campaign = publishing.edition().campaigns().get(id);
        if (campaign == null) {
            return List.of();
        }
        String words = publishing.playbook().text(campaign.file()).orElse("");
        List<Fork> written = forks(CampaignText.of(words));
        return written.isEmpty() ? List.of() : counted(campaign, written);
    }

    /** Those of them that are the same in a draft, by their place in the file; none while the store is away. */
    Map<String, Fork> in(String id, CampaignText draft) {
        Map<String, Fork> same = new TreeMap<>();
        try {
            List<Fork> inForce = of(id);
            forks(draft)
                    .forEach(fork ->
                            inForce.stream().filter(fork::isLike).forEach(one -> same.put(fork.pointer(), one)));
        } catch (StoreDownException away) {
            return Map.of(); // why: a campaign can be written while the store is away
        }
        return same;
    }

    /** The forks as they are written, with nothing counted. */
    private static List<Fork> forks(CampaignText text) {
        List<Fork> forks = new ArrayList<>();
        fork(text, "/steps", forks);
        return forks;
    }

    private static void fork(CampaignText text, String list, List<Fork> forks) {
        for (String at : text.items(list)) {
            List<FormSteps.Inside> insides = FormSteps.insides(text, at);
            if (!insides.isEmpty()) {
                String verb = FORKING.stream()
                        .filter(text.names(at)::contains)
                        .findFirst()
                        .orElse(WAIT);
                forks.add(new Fork(
                        at,
                        verb,
                        "",
                        insides.stream().map(way -> way(text, at, way)).toList()));
            }
            insides.forEach(inside -> fork(text, inside.list(), forks));
        }
    }

    private static Way way(CampaignText text, String step, FormSteps.Inside way) {
        String path = way.list().substring(0, way.list().lastIndexOf('/'));
        String said = path.equals(step)
                ? text.value(step + "/wait/event") + text.value(step + "/answer/event")
                : (text.value(path + "/when") + text.value(path + "/share")).replace("\n", ", ");
        return new Way(way.way(), said, 0);
    }

    private List<Fork> counted(Campaign campaign, List<Fork> written) {
        Map<String, Long> counted = counts.counted();
        List<Course.Stop> stops = Course.of(campaign.steps()).stops().stream()
                .filter(stop -> !Course.paths(stop.step()).isEmpty())
                .toList();
        List<Fork> forks = new ArrayList<>();
        for (int i = 0; i < Math.min(stops.size(), written.size()); i++) {
            String taken = campaign.id() + "/" + stops.get(i).id();
            List<Way> ways = new ArrayList<>();
            for (Way way : written.get(i).ways()) {
                ways.add(new Way(way.name(), way.said(), counted(counted, taken, ways.size() + 1)));
            }
            if (stops.get(i).step() instanceof Step.Branch branch
                    && branch.paths().stream().noneMatch(path -> path.when().isEmpty())) {
                ways.add(new Way(NONE, "", counted(counted, taken, 0)));
            }
            String place = stops.get(i).id().substring(stops.get(i).id().indexOf('-') + 1);
            forks.add(new Fork(written.get(i).pointer(), written.get(i).verb(), place, ways));
        }
        return forks;
    }

    private static long counted(Map<String, Long> counted, String stop, int way) {
        return counted.getOrDefault(stop + "." + way + "/taken", 0L);
    }
}
