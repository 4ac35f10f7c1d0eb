package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.message.LiquidTexts;
import io.siyu.message.Texts;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnwritableTextsTest {
    private final Shop shop = new Shop();

    private Edition edition(String text) {
        shop.rules
                .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                .step("thanks", "now")
                .step("thanks", "care");
        shop.campaign(
                "thanks",
                Purpose.SERVICE,
                Shop.on("order.placed"),
                Shop.send("now"),
                new Step.Wait(Duration.ofDays(3)),
                Shop.send("care"));
        Edition plain = shop.edition("e1");
        Map<String, Template> templates = new TreeMap<>(plain.templates());
        templates.put(
                "thanks/now",
                new Template("thanks/now", Purpose.SERVICE, "phone", 0, Text.of(text), Texts.variables(Text.of(text))));
        Edition edition = new Edition(
                "e1", plain.catalogue(), plain.settings(), plain.campaigns(), templates, List.of(), plain.rules());
        return edition.with(Texts.of(edition));
    }

    private List<Decision> play(Edition edition) {
        List<Decision> decisions = new ArrayList<>();
        ReplayPlan plan = new ReplayPlan(hash -> edition, new LiquidTexts(), shop.catalogue, "e1", 8, 1);
        try (Replay replay = new Replay(plan, new ReplayWatcher() {
            @Override
            public void decided(Decision decision) {
                decisions.add(decision);
            }

            @Override
            public void fault(String fault) {
                throw new AssertionError(fault);
            }
        })) {
            var order = shop.order("1", "m1", "2026-11-01T21:00");
            replay.event(order.time(), order);
            replay.drain(null);
        }
        return decisions;
    }

    @Test
    void a_text_that_cannot_be_written_is_one_final_drop_and_the_journey_goes_on() {
        List<Decision> decisions = play(edition("{{ 100 | divided_by: member.level }}"));

        assertThat(decisions.stream().map(Shop::line))
                .containsExactly(
                        "11-01 21:00:00 m1 enrol thanks send",
                        "11-01 21:00:00 m1 send thanks/now drop render.failed",
                        "11-04 21:00:00 m1 send thanks/care send");
        assertThat(decisions.get(1).ruling().isFinal()).isTrue();
        assertThat(decisions.get(1).ruling().ref()).isEqualTo("a division by zero");
        assertThat(decisions.get(1).message()).isEmpty();
    }

    @Test
    void typed_values_of_the_trigger_come_through_the_state_of_the_enrolment() {
        List<Decision> decisions = play(
                edition("{% if total >= 100 %}{{ total | times: 0.1 | money }}{% endif %} {{ orderId }} {{ total }}"));

        assertThat(decisions.get(1).text()).isEqualTo("¥12.35 o-1 123.45");
    }
}
