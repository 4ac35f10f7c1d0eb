package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static Step.Act act(String id) {
        return new Step.Act(id, new Step.Action.Tag(id), null, Audience.MEMBERS, List.of());
    }

    private static final List<Step> STEPS = List.of(
            act("a"),
            new Step.Wait(Duration.ofDays(1)),
            new Step.Branch(List.of(
                    new Step.Path(List.of(), List.of(act("b"), new Step.Until(LocalTime.NOON), act("c"))),
                    new Step.Path(List.of(), List.of()))),
            new Step.Await(
                    "order.paid",
                    List.of(),
                    Duration.ofDays(1),
                    "",
                    List.of(),
                    List.of(new Step.Split(
                            "s",
                            List.of(
                                    new Step.Part(500, List.of(act("d"))),
                                    new Step.Part(500, List.of(new Step.End("done"))))))));

    private final Course course = Course.of(STEPS);

    @Test
    void steps_are_named_after_their_place() {
        assertThat(course.stops())
                .extracting(Course.Stop::id)
                .containsExactly(
                        "a", "wait-2", "branch-3", "b", "wait-3.1.2", "c", "wait-4", "split-4.2.1", "d", "done");
    }

    @Test
    void behind_a_path_goes_what_follows_its_step() {
        assertThat(next("c")).isEqualTo("wait-4");
        assertThat(next("b")).isEqualTo("wait-3.1.2");
        assertThat(next("branch-3")).isEqualTo("wait-4");
        assertThat(next("d")).isEqualTo("the end");
        assertThat(next("wait-4")).isEqualTo("the end");
    }

    @Test
    void an_empty_path_goes_on_at_once() {
        assertThat(ways("branch-3")).containsExactly("b", "wait-4");
        assertThat(ways("wait-4")).containsExactly("the end", "split-4.2.1");
        assertThat(ways("split-4.2.1")).containsExactly("d", "done");
    }

    @Test
    void a_plain_wait_is_no_place_to_go_on_at() {
        assertThat(course.find("wait-2")).isEqualTo(Course.END);
        assertThat(course.find("nowhere")).isEqualTo(Course.END);
    }

    @Test
    void all_that_is_done_is_found_on_every_path() {
        assertThat(course.acts()).extracting(Step.Act::id).containsExactly("a", "b", "c", "d");
    }

    private String next(String id) {
        return named(course.stop(course.find(id)).next());
    }

    private List<String> ways(String id) {
        return course.stop(course.find(id)).ways().stream().map(this::named).toList();
    }

    private String named(int index) {
        return index == Course.END ? "the end" : course.stop(index).id();
    }
}
