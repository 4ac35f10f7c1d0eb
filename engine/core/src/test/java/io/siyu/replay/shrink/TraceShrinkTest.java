package io.siyu.replay.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.event.Event;
import io.siyu.member.MemberProfile;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.replay.Shop;
import io.siyu.replay.TraceEvents.Traced;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.WrittenRules;
import io.siyu.trace.TraceLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceShrinkTest {

    private static final Instant START = Shop.at("2026-11-01T10:00");

    private final Edition second = thanksFrom("second", 2);
    private final Edition third = thanksFrom("third", 3);

    @Test
    void finds_the_two_orders_of_a_thousand_that_two_editions_decide_differently() {
        List<Traced> thousand = orders(1000, 333);

        try (TraceShrink shrink = new TraceShrink(Evidence.differ(second, third), 8)) {
            List<Traced> left = shrink.fewest(thousand);

            assertThat(left).hasSize(2);
            assertThat(left.get(0).event().subject())
                    .isEqualTo(left.get(1).event().subject());
            assertThat(shrink.replays()).isLessThan(100);
            assertThat(shrink.fewest(thousand)).isEqualTo(left);
        }
    }

    @Test
    void finds_the_orders_before_a_decision() {
        try (TraceShrink shrink = new TraceShrink(Evidence.decides(third, "thanks/hello"), 8)) {
            assertThat(shrink.fewest(orders(1000, 333))).hasSize(3);
        }
    }

    @Test
    void finds_nothing_where_nothing_differs() {
        try (TraceShrink shrink = new TraceShrink(Evidence.differ(second, thanksFrom("same", 2)), 8)) {
            assertThat(shrink.fewest(orders(20, 4))).isEmpty();
            assertThat(shrink.fewest(List.of())).isEmpty();
        }
    }

    @Test
    void tells_what_is_left_as_a_scenario_that_the_other_edition_fails() {
        Evidence evidence = Evidence.differ(second, third);
        try (TraceShrink shrink = new TraceShrink(evidence, 8)) {
            List<Traced> left = shrink.fewest(orders(1000, 333));

            String file = new TraceScenario(second, Optional.of(third), evidence)
                    .told("Why: \"thanks\"?", left)
                    .orElseThrow();

            Faults faults = new Faults();
            List<Scenario> read =
                    ScenarioReader.read("a.scenario.yaml", file.getBytes(StandardCharsets.UTF_8), second, faults);
            assertThat(faults.sorted()).isEmpty();
            assertThat(read).singleElement().extracting(Scenario::name).isEqualTo("Why: \"thanks\"?");
            assertThat(ScenarioRun.play(read.get(0), second).told()).isEmpty();
            assertThat(ScenarioRun.play(read.get(0), third).missing()).hasSize(1);
            assertThat(file)
                    .contains("send: thanks/hello")
                    .contains("order.placed: {orderId: o-", "total: 123.45, currency: CNY}");
        }
    }

    @Test
    void tells_no_scenario_of_what_no_scenario_shows() {
        Evidence never = replay -> Optional.empty();

        assertThat(new TraceScenario(second, Optional.empty(), never).told("none", orders(2, 1)))
                .isEmpty();
    }

    /** Thanks for a member's orders from the {@code least}-th on. */
    private static Edition thanksFrom(String hash, int least) {
        Shop shop = new Shop().campaign("thanks", Purpose.SERVICE, Shop.on("order.placed"), Shop.send("hello"));
        shop.rules
                .when("order.placed", fact -> orders(fact) >= least, WrittenRules.enrol("thanks"))
                .step("thanks", "hello");
        return shop.edition(hash);
    }

    private static long orders(Fact fact) {
        return fact.state().profile() instanceof MemberProfile member
                ? member.orders().count()
                : 0;
    }

    private static List<Traced> orders(int count, int members) {
        Shop shop = new Shop();
        List<Traced> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event order = shop.order("a" + i, "m" + i * 7 % members, START.plusSeconds(61L * i));
            orders.add(new Traced(new TraceLine(i + 2, new byte[0]), order.time(), order));
        }
        return orders;
    }
}
