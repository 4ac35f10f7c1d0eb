package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Journey;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.rule.WrittenRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Congratulates on every step up, and on nothing else. */
class LevelsOnTheClockTest extends JourneyTest {
    private int events;

    @BeforeEach
    void congratulateOnTheWayUp() {
        shop.rules
                .when(
                        "level.changed",
                        fact -> fact.event().value("change") instanceof Long change && change > 0,
                        WrittenRules.enrol(ID))
                .step(ID, "now");
        shop.campaign(campaign(Shop.on("level.changed"), Journey.PLAIN, Shop.send("now")));
    }

    private Event level(long level, @Nullable Long previous, String at) {
        HouseEvent event = shop.event("level.changed", "l" + events++).with("level", level);
        if (previous != null) {
            event.with("previous", previous);
        }
        return event.about(Subject.parse("m1"), Shop.at(at));
    }

    private Event joined(String at) {
        return shop.event("member.joined", "joined").about(Subject.parse("m1"), Shop.at(at));
    }

    @Test
    void up_is_more_than_the_level_told_as_the_one_before() {
        assertThat(lines(shop.play(level(3, 2L, "2026-03-02T10:00"))))
                .containsExactly("03-02 10:00:00 m1 send thanks/now send");
        assertThat(shop.play(level(2, 3L, "2026-03-02T10:00"))).isEmpty();
        assertThat(shop.play(level(2, 2L, "2026-03-02T10:00"))).isEmpty();
    }

    @Test
    void up_is_more_than_the_level_the_house_knows_where_none_is_told() {
        assertThat(lines(shop.play(
                        joined("2026-03-02T09:00"),
                        level(2, null, "2026-03-02T10:00"),
                        level(1, null, "2026-03-03T10:00"),
                        level(1, null, "2026-03-04T10:00"),
                        level(2, null, "2026-03-05T10:00"))))
                .containsExactly("03-02 10:00:00 m1 send thanks/now send", "03-05 10:00:00 m1 send thanks/now send");
    }

    @Test
    void the_first_word_on_the_level_of_somebody_who_was_there_before_the_house_is_no_step_up() {
        assertThat(shop.play(level(3, null, "2026-03-02T10:00"))).isEmpty();
    }

    @Test
    void a_level_that_was_left_before_it_is_told_is_no_step_up() {
        List<Decision> decisions = new ArrayList<>();
        var edition = shop.edition("e1");
        shop.play(hash -> edition, decisions, replay -> {
            replay.event(Shop.at("2026-03-02T10:00"), level(1, 3L, "2026-03-02T10:00"));
            replay.event(Shop.at("2026-03-02T11:00"), level(3, null, "2026-03-02T09:00"));
            replay.drain(null);
        });
        assertThat(decisions).isEmpty();
    }
}
