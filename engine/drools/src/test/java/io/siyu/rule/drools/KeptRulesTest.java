package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.Enrolment;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.RuleSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a member has, as events made it, under {@code exists} and {@code not}. */
class KeptRulesTest {

    private static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");

    private State state = State.fresh(Subject.member("m1"), 1);

    @Test
    void the_first_order_at_a_store_is_followed_by_no_other() {
        String first = "OrderPlaced( store == \"S1\" ) not Order( store == \"S1\", earlier == true )";

        assertThat(fires(first, order("S2", 100), NOON)).isFalse();
        assertThat(fires(first, order("S1", 100), NOON.plusSeconds(60))).isTrue();
        assertThat(fires(first, order("S1", 100), NOON.plusSeconds(120))).isFalse();
    }

    @Test
    void a_coupon_is_open_until_its_last_moment() {
        String open = "OrderPlaced( total > 0 ) exists Coupon( kind == \"welcome\", open == true )";
        tell("coupon.issued", coupon("a", "welcome", NOON), NOON.minusSeconds(60));

        assertThat(fires(open, order("S1", 100), NOON.minusSeconds(1))).isTrue();
        assertThat(fires(open, order("S1", 100), NOON)).isFalse();
        assertThat(fires(open.replace("welcome", "thanks"), order("S1", 100), NOON.minusSeconds(1)))
                .isFalse();
    }

    @Test
    void conditions_must_hold_of_one_and_the_same() {
        String rule = "OrderPlaced( total > 0 ) exists Coupon( kind == \"a\", value >= 5 )";
        tell("coupon.issued", coupon("cheap", "a", NOON.plusSeconds(60)), NOON);
        tell("coupon.issued", coupon("dear", "b", NOON.plusSeconds(60)), NOON);

        assertThat(fires(rule, order("S1", 100), NOON)).isFalse();
        assertThat(fires(rule.replace(">= 5", ">= 3"), order("S1", 100), NOON)).isTrue();
    }

    @Test
    void an_enrolment_counts_from_its_entry() {
        Instant entered = NOON.minus(Duration.ofDays(14));
        Enrolment spring = new Enrolment("spring", "e", entered, "e", entered, "", Map.of());
        state = state.with(state.enrolments().opened(spring));
        String lately = "OrderPlaced( total > 0 ) not Enrolment( at.within(\"14d\") == true )";

        assertThat(fires(lately, order("S1", 100), NOON.minusSeconds(1))).isFalse();
        assertThat(fires(lately, order("S1", 100), NOON)).isTrue();
    }

    private static Map<String, Object> order(String store, long total) {
        return Map.of("orderId", "o", "currency", "CNY", "store", store, "total", total);
    }

    private static Map<String, Object> coupon(String id, String kind, Instant expiresAt) {
        long value = kind.equals("a") ? 300 : 900;
        return Map.of("couponId", id, "kind", kind, "value", value, "expiresAt", expiresAt);
    }

    private Event tell(String type, Map<String, Object> data, Instant at) {
        HouseEvent event = HouseEvent.of(CATALOGUE.require(type), "e");
        data.forEach(event::with);
        Event told = event.about(state.subject(), at);
        state = state.after(told, at);
        return told;
    }

    private boolean fires(String pattern, Map<String, Object> order, Instant at) {
        Event placed = tell("order.placed", order, at);
        List<Source> sources = List.of(new Source("rules/a.drl", Shop.rule("one", pattern)));
        Compiled compiled = new DroolsRuleCompiler().compile(sources, FactSchemas.of(CATALOGUE));
        assertThat(compiled.diagnostics()).isEmpty();
        try (RuleSession session = compiled.book().open()) {
            return !session.fire(new Fact(placed, state, at, null, Map.of()))
                    .proposals()
                    .isEmpty();
        }
    }
}
