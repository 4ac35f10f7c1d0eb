package io.siyu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-11-05T12:00:00.500Z"));

    @Test
    void counts_events_by_the_second() {
        Speedometer speed = new Speedometer(wall::get);
        speed.flow(1_000);
        pass(Duration.ofSeconds(1));
        assertThat(speed.flow(1_040).rate()).isEqualTo(40);
        pass(Duration.ofMillis(100));
        assertThat(speed.flow(1_050).rate()).isEqualTo(40);
        pass(Duration.ofSeconds(1));
        assertThat(speed.flow(1_060).rate()).isEqualTo(20);
    }

    @Test
    void shares_what_came_while_nobody_looked() {
        Speedometer speed = new Speedometer(wall::get);
        speed.flow(0);
        pass(Duration.ofMinutes(10));
        assertThat(speed.flow(600).perSecond()).hasSize(60).containsOnly(10L);
    }

    @Test
    void draws_the_fullest_second_highest() {
        assertThat(new Flow(9, List.of(0L, 5L, 10L)).points()).isEqualTo("0,47 120,24 240,1");
    }

    @Test
    void keeps_a_phone_in_its_place_while_it_receives() {
        PhoneShelf shelf = new PhoneShelf(wall::get);
        List<Subject> first = members(0, 7);
        assertThat(shelf.arrange(first)).isEqualTo(first);
        pass(Duration.ofSeconds(15));
        assertThat(shelf.arrange(members(7, 20))).isEqualTo(first);
    }

    @Test
    void makes_room_for_one_newcomer_at_a_time() {
        PhoneShelf shelf = new PhoneShelf(wall::get);
        shelf.arrange(members(0, 7));
        pass(Duration.ofSeconds(21));
        List<Subject> shown = shelf.arrange(members(7, 20));
        assertThat(shown).hasSize(7).doesNotContain(Subject.member("0")).contains(Subject.member("7"));
        assertThat(shown.subList(0, 6)).isEqualTo(members(1, 7));
    }

    @Test
    void keeps_places_for_communities() {
        PhoneShelf shelf = new PhoneShelf(wall::get);
        List<Subject> latest = new ArrayList<>(members(0, 20));
        latest.add(Subject.parse("community/tea"));
        assertThat(shelf.arrange(latest)).hasSize(8).startsWith(Subject.parse("community/tea"));
    }

    private void pass(Duration time) {
        wall.updateAndGet(now -> now.plus(time));
    }

    private static List<Subject> members(int from, int to) {
        List<Subject> members = new ArrayList<>();
        for (int id = from; id < to; id++) {
            members.add(Subject.member(Integer.toString(id)));
        }
        return members;
    }
}
