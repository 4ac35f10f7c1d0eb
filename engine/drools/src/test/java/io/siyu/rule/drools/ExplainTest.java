package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders.Placed;
import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.Seen;
import io.siyu.rule.Seen.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final Fact ORDER =
            Shop.fact("order.placed", Map.of("total", 18_800L, "store", "S1"), Map.of("member.level", 1L));

    @Test
    void tells_every_condition_with_its_place_and_the_value_it_saw() {
        Explained rule = explain("OrderPlaced( total >= 200,\n  member.level == 1, coupon.redemptions > 0 )");
        assertThat(rule.fired()).isFalse();
        assertThat(rule.conditions())
                .extracting(Seen::text, Seen::line, Seen::column, Seen::held)
                .containsExactly(
                        tuple("total >= 200", 1, 30, false),
                        tuple("member.level == 1", 2, 3, true),
                        tuple("coupon.redemptions > 0", 2, 22, false));
        assertThat(rule.conditions())
                .extracting(Seen::read)
                .containsExactly(
                        new Read("total", FieldType.MONEY, 18_800L),
                        new Read("member.level", FieldType.INTEGER, 1L),
                        new Read("coupon.redemptions", FieldType.INTEGER, null));
        assertThat(rule.missed()).extracting(Seen::text).containsExactly("total >= 200", "coupon.redemptions > 0");
    }

    @Test
    void looks_behind_the_first_condition_that_decides() {
        Explained rule = explain("OrderPlaced( store == \"S1\" || member.level > 5 )");
        assertThat(rule.fired()).isTrue();
        assertThat(rule.conditions().get(0).text()).isEqualTo("store == \"S1\" || member.level > 5");
        assertThat(rule.conditions().get(0).parts()).extracting(Seen::held).containsExactly(true, false);
    }

    @Test
    void names_the_comparisons_that_would_have_to_change() {
        Explained rule = explain("OrderPlaced( !(store == \"S1\" && total > 100), store != \"S1\", total > 1 )");
        assertThat(rule.missed())
                .extracting(Seen::text)
                .containsExactly("!(store == \"S1\" && total > 100)", "store != \"S1\"");
    }

    @Test
    void tells_a_rule_that_throws() {
        Explained rule = explain("OrderPlaced( total > 1, member.broken > 1 )");
        assertThat(rule.fired()).isFalse();
        assertThat(rule.fault()).contains("no state");
        assertThat(rule.conditions()).extracting(Seen::held).containsExactly(true);
    }

    @Test
    void counts_what_was_found_behind_exists_and_not() {
        Placed first = new Placed(Shop.NOW, "S1", 100);
        MemberProfile member = Shop.member(List.of(first, new Placed(Shop.NOW, "S2", 300)));
        Fact fact = new Fact(ORDER.event(), ORDER.state().with(member), ORDER.at(), null, Map.of());
        Explained rule =
                explain("OrderPlaced( total >= 1 ) exists Order( total >= 2 )\n not Order( store != null )", fact);
        assertThat(rule.conditions())
                .extracting(Seen::text, Seen::line, Seen::column, Seen::held)
                .containsExactly(
                        tuple("total >= 1", 1, 30, true),
                        tuple("exists Order( total >= 2 )", 1, 43, true),
                        tuple("not Order( store != null )", 2, 2, false));
        assertThat(rule.conditions().get(1).read()).isEqualTo(new Read("Order(total >= 200)", FieldType.INTEGER, 1L));
        assertThat(rule.conditions().get(2).read().value()).isEqualTo(2L);
        assertThat(rule.missed()).extracting(Seen::text).containsExactly("not Order( store != null )");
    }

    private static Explained explain(String pattern) {
        return explain(pattern, ORDER);
    }

    private static Explained explain(String pattern, Fact fact) {
        List<Explained> all = Shop.compile(Shop.rule("one", pattern)).book().explain(fact);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
