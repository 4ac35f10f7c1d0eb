package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Pairs.Product;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.HouseEvent;
import io.siyu.event.Reading;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which product a text shows when the event leads to none: the last order, the store, anybody. */
class ProductsTest {
    private static final Pairs PAIRS = new Pairs(
            Map.of("milk", product("tea"), "bread", product("jam"), "soap", product("towel")),
            Map.of("nj-1", product("best")),
            product("any"));

    private static Product product(String name) {
        return new Product("sku-" + name, name, "1.00", "https://shop.example.com/" + name);
    }

    private static State joined() {
        return State.fresh(Subject.member("m1"), 1);
    }

    private static State ordered(State state, String id, String day, String... skus) {
        String items = String.join(
                ",",
                java.util.Arrays.stream(skus)
                        .map(sku -> "{\"sku\":\"" + sku + "\"}")
                        .toList());
        String json = """
                {"specversion":"1.0","id":"%s","source":"t","type":"order.placed","subject":"m1","time":"%sT10:00:00Z",
                 "data":{"orderId":"%s","total":1,"currency":"CNY","items":[%s]}}""".formatted(id, day, id, items);
        Event event = ((Reading.Read) EventReader.outside(TextsTest.CATALOGUE).read(json)).event();
        return state.after(event, event.time());
    }

    private static State from(State state, String store) {
        Event event = HouseEvent.of(TextsTest.CATALOGUE.require("member.updated"), "u" + store)
                .with("homeStore", store)
                .about(Subject.member("m1"), Instant.parse("2026-10-01T10:00:00Z"));
        return state.after(event, event.time());
    }

    private static void shows(Map<String, String> about, State state, String name, String because) {
        Text text = Text.of("{{ product.name | default: \"-\" }}");
        Template template = new Template("c/s", Purpose.SERVICE, "phone", 0, text, Texts.variables(text));
        Edition edition = new Edition(
                        "e", TextsTest.CATALOGUE, TextsTest.SETTINGS, Map.of(), Map.of("c/s", template), RuleBook.EMPTY)
                .with(PAIRS);
        Texts texts = Texts.of(edition);

        assertThat(texts.render(template, about, state)).isEqualTo(name);
        assertThat(texts.shown(template, about, state))
                .hasValueSatisfying(
                        shown -> assertThat(shown.because() + " " + shown.of()).isEqualTo(because));
    }

    @Test
    void what_the_event_tells_of_comes_first() {
        State member = from(ordered(joined(), "o1", "2026-10-02", "bread"), "nj-1");

        shows(Map.of("sku", "milk"), member, "tea", "EVENT milk");
    }

    @Test
    void then_the_last_order_and_no_older_one() {
        State member = from(ordered(joined(), "o1", "2026-10-02", "bread"), "nj-1");

        shows(Map.of("sku", "unknown"), member, "jam", "LAST_ORDER bread");
        shows(Map.of(), ordered(member, "o2", "2026-10-03", "soap"), "towel", "LAST_ORDER soap");
        shows(Map.of(), ordered(member, "o2", "2026-10-03", "unknown"), "best", "STORE nj-1");
        shows(Map.of(), ordered(member, "o0", "2026-10-01", "soap"), "jam", "LAST_ORDER bread");
    }

    @Test
    void then_the_store_that_of_the_event_before_the_member_s() {
        shows(Map.of(), from(joined(), "nj-1"), "best", "STORE nj-1");
        shows(Map.of("store", "nj-1"), from(joined(), "nj-2"), "best", "STORE nj-1");
        shows(Map.of("store", "nj-2"), from(joined(), "nj-1"), "any", "ANYBODY ");
    }

    @Test
    void then_what_anybody_sees() {
        shows(Map.of(), joined(), "any", "ANYBODY ");
    }

    @Test
    void who_objects_is_shown_nothing_of_hers() {
        State member = from(ordered(joined(), "o1", "2026-10-02", "bread"), "nj-1");
        Event objection = HouseEvent.of(TextsTest.CATALOGUE.require("consent.withdrawn"), "w")
                .with("purpose", "profiling")
                .about(Subject.member("m1"), Instant.parse("2026-11-01T10:00:00Z"));

        shows(Map.of("sku", "milk"), member.after(objection, objection.time()), "any", "NOT_PROFILED ");
    }

    @Test
    void a_text_without_a_product_says_nothing_of_one() {
        Text text = Text.of("{{ sku | default: \"-\" }}");
        Template template = new Template("c/s", Purpose.SERVICE, "phone", 0, text, Texts.variables(text));
        Edition edition = new Edition(
                        "e", TextsTest.CATALOGUE, TextsTest.SETTINGS, Map.of(), Map.of("c/s", template), RuleBook.EMPTY)
                .with(PAIRS);

        assertThat(Texts.of(edition).shown(template, Map.of("sku", "milk"), joined()))
                .isEmpty();
    }
}
