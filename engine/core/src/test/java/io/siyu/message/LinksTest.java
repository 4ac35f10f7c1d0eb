package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Pairs.Product;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.decision.Decision;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.message.Links.Visit;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    private static final String PAGE = "https://shop.example.com/p?id=1";
    private static final Product TEA = new Product("t1", "Tea", "12.50", "https://shop.example.com/t1");
    private static final Product ANY = new Product("a1", "Any", "1.00", "pages/item?id=a1");
    private static final String MESSAGE = Decision.messageId(Subject.member("m 1"), "c", "s", "order-1");

    @ParameterizedTest
    @CsvSource({
        "https://a.example.com, https://a.example.com?siyu=m1",
        "https://a.example.com/p?x=1#y, https://a.example.com/p?x=1&siyu=m1#y",
        "pages/item?id=1, pages/item?id=1&siyu=m1",
        "/pages/item, /pages/item?siyu=m1"
    })
    void carry_the_message(String address, String link) {
        assertThat(Links.rehearsed("", TextsTest.SETTINGS).to(address, new Sending("m1", "c/s", "o", "li")))
                .isEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://a.example.com/\"onclick",
                "//a.example.com",
                "ftp://a.example.com",
                "https://a.example.com\\@b.example.com",
                "https://user@a.example.com",
                "data:text/html,x",
                ""
            })
    void are_pages_and_nothing_else(String address) {
        Links links = Links.rehearsed("", TextsTest.SETTINGS);

        assertThatThrownBy(() -> links.to(address, new Sending("m1", "c/s", "o", "li")))
                .isInstanceOf(UnrenderableException.class);
        assertThat(Scope.ofCommunity().check("{{ \"" + address.replace('"', '\'') + "\" | link }}"))
                .extracting(TextFault::code)
                .containsExactly("text.link");
    }

    @Test
    void lead_over_the_door_of_the_house_to_where_the_text_pointed() {
        Edition edition = edition("See {{ \"" + PAGE + "\" | link }}", Pairs.NONE);
        Texts texts = Texts.of(edition);
        String text = texts.render(edition.templates().get("c/s"), Map.of(), member());

        assertThat(text).startsWith("See https://go.example.com/l/e/").contains("&t=c%2Fs&u=m%201&o=");
        String name = text.substring("See https://go.example.com/l/e/".length(), text.indexOf('?'));
        assertThat(Links.target(edition, new Visit(name, MESSAGE, "c/s", "m 1", "order-1")))
                .contains(PAGE + "&siyu=" + MESSAGE);
        assertThat(Links.target(edition, new Visit(name, MESSAGE, "c/s", "m 1", "order-2")))
                .isEmpty();
        assertThat(Links.target(edition, new Visit("0", MESSAGE, "c/s", "m 1", "order-1")))
                .isEmpty();
    }

    @Test
    void a_variant_and_an_earlier_version_are_the_message_of_their_step() {
        assertThat(Links.isMessage(new Visit("x", MESSAGE, "c/s/warm", "m 1", "order-1")))
                .isTrue();
        assertThat(Links.isMessage(new Visit("x", MESSAGE, "c@1a2b3c4d/s", "m 1", "order-1")))
                .isTrue();
        assertThat(Links.isMessage(new Visit("x", MESSAGE, "c/t/s", "m 1", "order-1")))
                .isFalse();
        assertThat(Links.isMessage(new Visit("x", MESSAGE, "s", "m 1", "order-1")))
                .isFalse();
    }

    @Test
    void a_community_gets_the_page_itself() {
        Edition edition = edition("{{ \"" + PAGE + "\" | link }}", Pairs.NONE);
        State community = State.fresh(Subject.parse("community/c1"), 1);

        assertThat(Texts.of(edition).render(edition.templates().get("c/s"), Map.of(), community))
                .startsWith(PAGE + "&siyu=m0");
    }

    @Test
    void the_product_to_show_is_that_of_the_first_known_thing_bought() {
        Pairs pairs = new Pairs(Map.of("milk", TEA), ANY);
        String source =
                "{% if product.name %}{{ product.name }} {{ product.price | money }} {{ product.link | link }}{% endif %}";
        Edition edition = edition(source, pairs);
        Template template = edition.templates().get("c/s");
        Texts texts = Texts.of(edition);

        assertThat(template.prints()).containsExactly("items", "sku", "store");
        assertThat(Scope.ofMember(TextsTest.CATALOGUE).check(source)).isEmpty();
        assertThat(texts.render(template, Map.of("items", "[{\"sku\":\"x\"},{\"sku\":\"milk\"}]"), member()))
                .startsWith("Tea ¥12.50 https://go.example.com/l/");
        assertThat(texts.render(template, Map.of("sku", "milk"), member())).startsWith("Tea");
        assertThat(texts.render(template, Map.of("sku", "bread"), member()))
                .startsWith("Any ¥1.00 pages/item?id=a1&siyu=m0");
        assertThat(Texts.of(edition(source, Pairs.NONE)).render(template, Map.of("sku", "milk"), member()))
                .isEmpty();
    }

    @Test
    void who_objects_to_being_profiled_sees_what_anybody_sees() {
        Edition edition = edition("{{ product.name | default: \"-\" }}", new Pairs(Map.of("milk", TEA), ANY));
        Template template = edition.templates().get("c/s");
        var objection = io.siyu.event.HouseEvent.of(TextsTest.CATALOGUE.require("consent.withdrawn"), "w")
                .with("purpose", "profiling")
                .about(Subject.member("m 1"), java.time.Instant.parse("2026-11-01T10:00:00Z"));
        State objects = member().after(objection, objection.time());

        assertThat(Texts.of(edition).render(template, Map.of("sku", "milk"), member()))
                .isEqualTo("Tea");
        assertThat(Texts.of(edition).render(template, Map.of("sku", "milk"), objects))
                .isEqualTo("Any");
    }

    @Test
    void a_channel_without_profiling_shows_everybody_the_same() {
        Edition edition = edition("{{ product.name | default: \"-\" }}", new Pairs(Map.of("milk", TEA), ANY));
        Edition plain = new Edition(
                        "e",
                        TextsTest.CATALOGUE,
                        TextsTest.SETTINGS.withImpersonal(Set.of("phone")),
                        Map.of(),
                        edition.templates(),
                        RuleBook.EMPTY)
                .with(edition.pairs());

        assertThat(Texts.of(plain).render(plain.templates().get("c/s"), Map.of("sku", "milk"), member()))
                .isEqualTo("Any");
    }

    private static State member() {
        return State.fresh(Subject.member("m 1"), 1);
    }

    private static Edition edition(String source, Pairs pairs) {
        Text text = Text.of(source);
        Template template =
                new Template("c/s", io.siyu.campaign.Purpose.SERVICE, "phone", 0, text, Texts.variables(text));
        return new Edition(
                        "e",
                        TextsTest.CATALOGUE,
                        TextsTest.SETTINGS.withLinks("https://go.example.com"),
                        Map.of(),
                        Map.of("c/s", template),
                        List.of(),
                        RuleBook.EMPTY)
                .with(pairs);
    }
}
