package io.siyu.web.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Whose words the drafts of campaigns are, as the trail tells it. */
@Component
public class Writers {

    private final Papers papers;
    private final Clock clock;

    Writers(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    /** Everybody who wrote in a campaign since it was last published or discarded. */
    public Set<String> of(String campaign) {
        Set<String> writers = new TreeSet<>();
        papers.written(campaign).forEach(act -> follow(act, writers));
        return writers;
    }

    /** Everybody who had written in a campaign when it last read so, whatever became of it since. */
    public Set<String> of(String campaign, String text) {
        String words = Mark.of(text);
        Set<String> writers = new TreeSet<>();
        Set<String> found = Set.of();
        for (Act act : papers.written(campaign)) {
            follow(act, writers);
            if (act.deed() == Deed.EDIT && act.words().equals(words)) {
                found = Set.copyOf(writers);
            }
        }
        return found;
    }

    /**
     * Everybody who ever wrote these words, by the campaign they wrote them in, also where that was published or discarded.
     *
     * @param under the words as a campaign of another id has them
     */
    public Map<String, Set<String>> everywhere(UnaryOperator<String> under) {
        Map<String, Set<String>> everywhere = new TreeMap<>();
        for (String campaign : papers.campaigns()) {
            Set<String> writers = of(campaign, under.apply(campaign));
            if (!writers.isEmpty()) {
                everywhere.put(campaign, writers);
            }
        }
        return everywhere;
    }

    /** Notes that a draft made of another campaign's words is also theirs who wrote those. */
    public void credit(String campaign, String text, String source, Set<String> writers) {
        Set<String> others = new TreeSet<>(writers);
        others.removeAll(of(campaign));
        Instant now = clock.instant();
        String words = Mark.of(text);
        others.forEach(writer ->
                papers.note(new Act(campaign, Deed.EDIT, Stage.DRAFT, Stage.DRAFT, writer, now, source, words)));
    }

    private static void follow(Act act, Set<String> writers) {
        if (act.deed() == Deed.EDIT) {
            writers.add(act.by());
        } else {
            writers.clear();
        }
    }
}
