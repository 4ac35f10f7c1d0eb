package io.siyu.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of stage and deed, with where it leads. */
class LifecycleTest {

    /** A line for each stage, a column for each deed; a dash is what cannot be done. */
    private static final String TABLE = """
            stage     edit      submit    withdraw send-back approve  discard   publish   publish-unapproved begin pause  resume end   run-out archive  clone
            draft     draft     in-review -        -         -        discarded -         scheduled          -     -      -      -     -       -        draft
            in-review -         -         draft    draft     approved -         -         -                  -     -      -      -     -       -        in-review
            approved  draft     -         draft    draft     -        discarded scheduled -                  -     -      -      -     -       -        approved
            scheduled scheduled -         -        -         -        -         -         -                  live  paused -      ended -       -        scheduled
            live      live      -         -        -         -        -         -         -                  -     paused -      ended ended   -        live
            paused    paused    -         -        -         -        -         -         -                  -     -      live   ended ended   -        paused
            ended     ended     -         -        -         -        -         -         -                  -     -      -      -     -       archived ended
            archived  -         -         -        -         -        -         -         -                  -     -      -      -     -       -        archived
            discarded -         -         -        -         -        -         -         -                  -     -      -      -     -       -        -
            """;

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        List<String> lines = TABLE.lines().toList();
        List<String> deeds = List.of(lines.get(0).split(" +"));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(" +"));
            for (int column = 1; column < cells.size(); column++) {
                pairs.add(Arguments.of(cells.get(0), deeds.get(column), cells.get(column)));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leads_where_the_table_says(String stage, String deed, String after) {
        assertThat(Lifecycle.after(stage(stage), Deed.of(deed).orElseThrow())
                        .map(Stage::word)
                        .orElse("-"))
                .isEqualTo(after);
    }

    @Test
    void the_table_has_every_pair() {
        assertThat(pairs()).hasSize(Stage.values().length * Deed.values().length);
    }

    @Test
    void time_and_the_engine_do_what_nobody_may() {
        Map<String, Boolean> people = new TreeMap<>();
        for (Deed deed : Deed.values()) {
            people.put(deed.word(), deed.isByPeople());
        }
        assertThat(people).containsEntry("begin", false).containsEntry("run-out", false);
        assertThat(people.values().stream().filter(byPeople -> !byPeople)).hasSize(2);
    }

    private static Stage stage(String word) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
