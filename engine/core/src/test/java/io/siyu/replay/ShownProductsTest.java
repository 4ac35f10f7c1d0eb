package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Journey;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.decision.Decide;
import io.siyu.decision.Ruling;
import io.siyu.decision.Witness;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.message.Texts;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever explains a decision hears which product was shown, and for what. */
class ShownProductsTest extends JourneyTest {

    /** A house whose thanks read so, and where one product sells best in the store s1. */
    private Edition edition(String text) {
        onOrders("now");
        shop.campaign(campaign(Shop.on("order.placed"), Journey.PLAIN, Shop.send("now")));
        Edition plain = shop.edition("e1");
        Template template =
                new Template("thanks/now", Purpose.SERVICE, "phone", 0, Text.of(text), Set.of("items", "sku", "store"));
        var best = new Pairs.Product("b1", "Best", "9.90", "https://shop.example.com/b1");
        return new Edition(
                        "e1",
                        plain.catalogue(),
                        plain.settings(),
                        plain.campaigns(),
                        Map.of("thanks/now", template),
                        List.of(),
                        shop.rules)
                .with(new Pairs(Map.of(), Map.of("s1", best), null));
    }

    private List<Witness.Heard> heard(String text) {
        Edition edition = edition(text);
        List<Witness.Heard> heard = new ArrayList<>();
        Witness witness = new Witness() {
            @Override
            public void asked(Fact fact) {}

            @Override
            public void judged(Intent intent, List<Heard> guards, Ruling ruling) {
                guards.stream().filter(one -> one.guard().equals("product")).forEach(heard::add);
            }
        };
        var order = shop.event("order.placed", "1")
                .with("orderId", "o1")
                .with("total", 1L)
                .with("currency", "CNY")
                .with("store", "s1")
                .about(Subject.parse("m1"), Shop.at("2026-11-01T09:00"));
        new Decide(edition.with(Texts.of(edition)), shop.rules.open(), 8, witness)
                .event(State.fresh(Subject.parse("m1"), 1), PartitionState.fresh(0), order, order.time());
        return heard;
    }

    @Test
    void an_explanation_tells_for_what_a_product_is_shown() {
        assertThat(heard("{{ product.name | default: \"-\" }}"))
                .containsExactly(new Witness.Heard("product", "", List.of(new Witness.Saw("store s1", "b1"))));
    }

    @Test
    void an_explanation_is_silent_where_no_product_is_shown() {
        assertThat(heard("Thank you.")).isEmpty();
    }
}
