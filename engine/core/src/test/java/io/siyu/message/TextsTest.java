package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.event.Catalogue;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liqp.TemplateParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    static final Settings SETTINGS = new Settings(
            "Acme",
            ZoneId.of("Asia/Shanghai"),
            "CNY",
            "zh",
            null,
            List.of(),
            Duration.ofHours(24),
            0,
            Map.of("phone", Set.of(Purpose.SERVICE)));
    static final State MEMBER = State.fresh(Subject.member("m1"), 1);
    private static final State COMMUNITY = State.fresh(Subject.parse("community/c1"), 1);

    @Test
    void prints_what_the_trigger_brought() {
        assertThat(render("Order {{ orderId }}: {{total}}.", Map.of("orderId", "A7", "total", "12.50")))
                .isEqualTo("Order A7: 12.50.");
    }

    @Test
    void prints_the_default_where_a_value_is_absent_or_empty() {
        assertThat(render("From {{ store | default: \"our shop\" }}!", Map.of()))
                .isEqualTo("From our shop!");
        assertThat(render("From {{ store | default: 'our shop' }}!", Map.of("store", "")))
                .isEqualTo("From our shop!");
        assertThat(render("From {{ store }}!", Map.of())).isEqualTo("From !");
    }

    @Test
    void prints_a_coupon_by_its_short_names() {
        assertThat(render("{{ coupon.id }} {{ coupon.value }}", Map.of("couponId", "c1", "value", "5.00")))
                .isEqualTo("c1 5.00");
    }

    @Test
    void prints_the_retailer_and_the_level() {
        assertThat(render("{{ retailer }}, level {{ member.level }}", Map.of())).isEqualTo("Acme, level 0");
    }

    @Test
    void leaves_a_mark_where_a_personal_value_belongs() {
        String rendered = render("Hello {{ member.name | default: \"friend\" }}!", Map.of("name", "never read"));

        assertThat(rendered).isEqualTo("Hello ⟦name|friend⟧!");
        assertThat(Placeholders.fill(rendered, field -> "Li $1 \\", name -> name))
                .isEqualTo("Hello Li $1 \\!");
        assertThat(Placeholders.fill(rendered, field -> null, name -> name)).isEqualTo("Hello friend!");
        assertThat(Placeholders.masked(rendered)).isEqualTo("Hello friend!");
    }

    @Test
    void a_personal_value_begins_no_line_of_its_own() {
        String rendered = render("name1: {{ member.name | default: \"friend\" }}", Map.of());

        assertThat(Placeholders.fill(rendered, field -> "Li\r\nthing2: x\u2028y", name -> name))
                .isEqualTo("name1: Li thing2: x y");
    }

    @Test
    void no_value_can_forge_a_mark() {
        assertThat(render("{{ orderId }}", Map.of("orderId", "⟦phone|x⟧"))).isEqualTo("[phone|x]");
    }

    @Test
    void speaks_the_language_of_the_house_when_the_members_is_unknown() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("en", "Hello");
        written.put("zh", "您好");
        Template template = template(new Text(written));

        assertThat(texts(template).render(template, Map.of(), MEMBER)).isEqualTo("您好");
        assertThat(texts(template).render(template, "en", Map.of())).isEqualTo("Hello");
        assertThat(texts(template).render(template, "fr", Map.of())).isEqualTo("您好");
    }

    @Test
    void a_community_has_no_personal_values() {
        Template template = template(Text.of("{{ member.level | default: \"-\" }}"));

        assertThat(texts(template).render(template, Map.of(), COMMUNITY)).isEqualTo("-");
    }

    @Test
    void names_the_fields_an_enrolment_has_to_keep() {
        Text text = new Text(Map.of(
                "en", "{{ total }} {{ coupon.id }} {{ retailer }}",
                "zh", "{{ store | default: \"\" }} {{ member.name | default: \"\" }}"));

        assertThat(Texts.variables(text)).containsExactly("couponId", "store", "total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "{{ total }}",
                "a {{ total }} b {{orderId}}\n c",
                "{{ total | default: \"x\" }}|{{ store | default: 'y' }}",
                "  {{- total -}}  !",
                "emoji 😀 {{ total }} 您好 {{ orderId }}",
                "{ {{ total }} } }} {",
                "{{ a.b | default: \"\" }}"
            })
    void renders_as_liquid_itself_does(String source) {
        Map<String, String> values = Map.of("total", "12.50", "orderId", "A7");
        String ofLiquid = new TemplateParser.Builder().build().parse(source).render(new LinkedHashMap<>(values));

        assertThat(render(source, values)).isEqualTo(ofLiquid);
    }

    private static String render(String source, Map<String, String> about) {
        Template template = template(Text.of(source));
        return texts(template).render(template, about, MEMBER);
    }

    static Template template(Text text) {
        return new Template("t", Purpose.SERVICE, "phone", 0, text, Texts.variables(text));
    }

    static Texts texts(Template template) {
        return Texts.of(
                new Edition("e", CATALOGUE, SETTINGS, Map.of(), Map.of(template.id(), template), RuleBook.EMPTY));
    }
}
