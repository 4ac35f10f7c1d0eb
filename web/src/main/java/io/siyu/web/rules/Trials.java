package io.siyu.web.rules;

import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.replay.suite.Coverage;
import io.siyu.replay.suite.Suite;
import io.siyu.replay.suite.SuiteRun;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.web.page.Effort;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Plays the scenarios of what lies on the desk, as {@code siyu test} plays those of a directory; nothing is sent or kept. */
@Component
class Trials {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int WORKERS = 1; // why: the other cores decide and send

    private final Desk desk;
    private final Effort effort;

    Trials(Desk desk, Effort effort) {
        this.desk = desk;
        this.effort = effort;
    }

    /** The playbook in force with all drafts on top. */
    Trial ofDrafts() {
        return effort.spend(() -> {
            Playbook playbook = desk.drafted(path -> true);
            return play(playbook, desk.read(playbook), along(path -> true), "");
        });
    }

    /** The same with one file as somebody types it; its own scenarios are played first. */
    Trial of(String path, String text) {
        return effort.spend(() -> {
            Playbook all = with(desk.drafted(draft -> true), path, text);
            Reading reading = desk.read(all);
            if (reading.isPublishable()) {
                return play(all, reading, along(draft -> !draft.equals(path)), path);
            }
            // why: a fault in somebody else's draft must not keep this author from playing; scenarios cannot have such
            Playbook alone = with(desk.drafted(Playbook::tells), path, text);
            Predicate<String> others = draft -> !draft.equals(path) && Playbook.tells(draft);
            return play(alone, desk.read(alone), along(others), path);
        });
    }

    private static Playbook with(Playbook playbook, String path, String text) {
        return playbook.with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> along(Predicate<String> wanted) {
        return desk.drafts().stream().map(Draft::path).filter(wanted).toList();
    }

    private static Trial play(Playbook playbook, Reading reading, List<String> along, String first) {
        if (!reading.isPublishable()) {
            return Trial.refused(reading.diagnostics(), along);
        }
        Faults faults = new Faults();
        Suite suite = Suite.read(playbook, reading.edition(), faults, WORKERS);
        List<RuleSummary> rules = suite.edition().rules().rules();
        Coverage coverage = new Coverage(suite.edition(), rules);
        List<Trial.OfFile> files = new ArrayList<>();
        List<String> left = new ArrayList<>();
        long begun = System.nanoTime();
        for (Suite.Part part : inOrder(suite, first)) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                left.add(part.file());
            } else {
                Suite one = new Suite(suite.edition(), List.of(part));
                files.add(new Trial.OfFile(part.file(), SuiteRun.play(one, WORKERS, coverage)));
            }
        }
        return new Trial(faults.sorted(), files, coverage.rules(), along, left);
    }

    private static List<Suite.Part> inOrder(Suite suite, String first) {
        String stem = first.replaceFirst("(\\.scenario)?\\.[a-z]+$", "");
        return suite.parts().stream()
                .sorted(Comparator.comparing(part -> !part.file().equals(stem + ".scenario.yaml")))
                .toList();
    }
}
