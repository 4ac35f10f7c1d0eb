package io.siyu.samples.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.event.Event;
import io.siyu.rule.Edition;
import io.siyu.web.cli.Playbooks;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final Workload WORKLOAD = new Workload(50, 200, Instant.parse("2026-11-11T20:00:00Z"));

    @Test
    void of_every_ten_events_one_renders_one_is_held_and_one_tags_and_not_in_a_fixed_place() {
        int[] first = new int[Part.values().length];
        for (int block = 0; block < 1000; block++) {
            int[] parts = new int[Part.values().length];
            for (int i = 0; i < 10; i++) {
                parts[Part.of(block * 10L + i).place()]++;
            }
            assertThat(parts).containsExactly(1, 1, 1, 7);
            first[Part.of(block * 10L).place()]++;
        }
        assertThat(first[Part.RENDERS.place()]).isBetween(50, 150);
    }

    @Test
    void the_house_decides_exactly_the_mix() {
        Edition edition = Playbooks.reader().read(WORKLOAD.playbook()).edition();
        assertThat(edition.rules().rules()).hasSize(200);
        try (LoadHouse house = new LoadHouse(WORKLOAD, edition)) {
            for (int i = 0; i < 1000; i++) {
                Event event = WORKLOAD.event(edition.catalogue(), i);
                house.decide(event, event.time());
            }
            assertThat(house.proposed()).isEqualTo(300);
            assertThat(house.rendered()).isEqualTo(100);
            assertThat(house.held()).isEqualTo(100);
        }
    }

    @Test
    void the_same_number_is_the_same_event_and_members_take_turns() {
        Edition edition = Playbooks.reader().read(WORKLOAD.playbook()).edition();
        Event event = WORKLOAD.event(edition.catalogue(), 7);
        Event again = WORKLOAD.event(edition.catalogue(), 7);
        assertThat(again.subject()).isEqualTo(event.subject());
        assertThat(again.value("total")).isEqualTo(event.value("total"));
        assertThat(java.util.stream.IntStream.range(0, 1000)
                        .mapToObj(i -> WORKLOAD.event(edition.catalogue(), i).subject())
                        .distinct()
                        .count())
                .isEqualTo(50);
    }

    @Test
    void a_mix_without_enough_rules_is_refused() {
        assertThatThrownBy(() -> new Workload(0, 10, Instant.EPOCH)).hasMessageContaining("Maybe --members");
    }
}
