package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.campaign.VersionDiff.Change;
import io.siyu.web.campaign.VersionDiff.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VersionDiffTest {

    private static final String BEFORE = """
            id: hello
            trigger:
              cadence: {start: 2026-11-04, days: 12}
            steps:
              - send: first
                text: {en: Hello, zh: 你好}
              - wait: 3d
              - send: second
                text: Bye
            """;

    @Test
    void tells_values_by_their_places_and_steps_by_their_ids() {
        String after = BEFORE.replace("2026-11-04", "2027-03-01")
                .replace("  - send: first", "  - tag: new\n  - send: first")
                .replace("Bye", "See you")
                .replace(", zh: 你好", "");
        assertThat(VersionDiff.of(BEFORE, after).changes())
                .containsExactly(
                        new Change("changed", "trigger/cadence/start", "2026-11-04", "2027-03-01"),
                        new Change("added", "steps/new/tag", "", "new"),
                        new Change("added", "steps/3/wait", "", "3d"),
                        new Change("changed", "steps/second/text", "Bye", "See you"),
                        new Change("removed", "steps/first/text/zh", "你好", ""),
                        new Change("removed", "steps/2/wait", "3d", ""));
    }

    @Test
    void tells_lines_that_come_and_go() {
        assertThat(VersionDiff.of("a\nb\nc\nd\n", "a\nc\nx\nd\ne\n").lines())
                .containsExactly(
                        new Line(" ", "a"),
                        new Line("-", "b"),
                        new Line(" ", "c"),
                        new Line("+", "x"),
                        new Line(" ", "d"),
                        new Line("+", "e"));
    }

    @Test
    void the_same_is_no_change() {
        VersionDiff same = VersionDiff.of(BEFORE, BEFORE);
        assertThat(same.changes()).isEmpty();
        assertThat(same.lines()).allMatch(line -> line.sign().equals(" "));
    }

    @Test
    void long_files_that_share_nothing_are_told_one_after_the_other() {
        String old = text("old", 3_000);
        String now = text("now", 3_000);
        List<Line> lines = VersionDiff.of(old, now).lines();
        assertThat(lines).hasSize(6_000);
        assertThat(lines.subList(0, 3_000)).allMatch(line -> line.sign().equals("-"));
        assertThat(lines.subList(3_000, 6_000)).allMatch(line -> line.sign().equals("+"));
    }

    private static String text(String word, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> "# " + word + " " + line)
                .collect(Collectors.joining("\n"));
    }
}
