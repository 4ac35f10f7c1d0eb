package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.event.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liqp.TemplateParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTest {

    private static final Scope PLACED = Scope.ofMember(TextsTest.CATALOGUE)
            .withEvent(TextsTest.CATALOGUE.require("order.placed"))
            .withCoupon(TextsTest.CATALOGUE);

    private static final Map<String, String> ORDER = Map.of(
            "orderId", "A7", "total", "1234.50", "expiresAt", "2026-11-01 20:05", "store", " nan jing ", "items", """
            [{"name":"Milk","qty":2,"price":12.50},{"name":"Bread","qty":1,"price":9.00},{"sku":"x"}]""");

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
            {{ total | plus: 1 }} § 1235.50
            {{ total | minus: 34.5 }} § 1200.00
            {{ total | times: 0.1 }} § 123.45
            {{ total | divided_by: 4 }} § 308.625
            {{ 7 | divided_by: 2 }} § 3
            {{ 7 | modulo: 4 }} § 3
            {{ 4.567 | round: 1 }} § 4.6
            {{ total | round }} § 1235
            {{ total | ceil }} § 1235
            {{ total | floor }} § 1234
            {{ 3 | at_least: 5 }} § 5
            {{ 3 | at_most: 2 }} § 2
            {{ total | money }} § ¥1234.50
            {{ coupon.expiresAt | date: "%Y/%m/%d %H:%M" }} § 2026/11/01 20:05
            {{ coupon.expiresAt | date: "%-m/%-d %a %p%I" }} § 11/1 周日 下午08
            {{ coupon.expiresAt | date: "day" }} § 11月1日
            {{ coupon.expiresAt | date }} § 2026年11月1日 20:05
            {{ store | default: "x" | strip | upcase }} § NAN JING
            {{ store | default: "x" | strip | capitalize }} § Nan jing
            {{ orderId | append: "-1" | prepend: "#" }} § #A7-1
            {{ orderId | downcase | replace: "a", "b" }} § b7
            {{ "a😀b😀" | remove: "😀" | size }} § 2
            {{ "您好朋友们好" | truncate: 4, "…" }} § 您好朋…
            {{ "😀😀😀" | slice: 1, 2 }} § 😀😀
            {{ "a,b,c" | split: "," | reverse | join: "-" }} § c-b-a
            {{ "b,a,b" | split: "," | uniq | sort | first | default: "" }} § a
            {{ "<b>&" | escape }} § &lt;b&gt;&amp;
            {{ "a b您" | url_encode }} § a%20b%E6%82%A8
            {{ items | map: "name" | join: "、" | default: "-" }} § Milk、Bread
            {{ items | size | default: 0 }} § 3
            {{ items | sum: "price" | default: 0 }} § 21.50
            {{ items | where: "name", "Bread" | size | default: 0 }} § 1
            {{ items.first.name | default: "-" }} § Milk
            {{ source | default: "none" | upcase }} § NONE
            {% if total > 1000 %}big{% else %}small{% endif %} § big
            {% if total >= 2000 %}a{% elsif total >= 1000 and orderId == "A7" %}b{% else %}c{% endif %} § b
            {% unless source %}no source{% endunless %} § no source
            {% if coupon.expiresAt < "2026-12-01" %}soon{% endif %} § soon
            {% case member.level %}{% when 1 or 2 %}x{% when 0 %}zero{% else %}y{% endcase %} § zero
            {% for item in items limit: 2 %}{{ forloop.index }}{{ item.name | default: "?" }};{% endfor %} § 1Milk;2Bread;
            {% for item in items reversed offset: 1 %}{% if item.price %}{{ item.price | money }}{% else %}-{% endif %}{% endfor %} § -¥9.00
            {% for i in (1..3) %}{{ i }}{% unless forloop.last %},{% endunless %}{% endfor %} § 1,2,3
            {% for tag in member.tags %}x{% else %}none{% endfor %} § none
            {% assign third = total | divided_by: 3 | round: 2 %}{{ third }} § 411.50
            {% assign word = "a" %}{% if total > 1 %}{% assign word = "b" %}{% endif %}{{ word }} § b
            {% comment %}for nobody{% endcomment %}x § x
            {% raw %}{{ total }}{% endraw %} § {{ total }}
            {% if orderId contains "A" %}y{% endif %} § y
            {% if store != blank %}[{{ store }}]{% endif %} § [ nan jing ]
            """)
    void writes(String source, String expected) {
        assertThat(PLACED.check(source)).isEmpty();
        assertThat(render(source, ORDER)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
            {{ totl | money }} § 3 text.unknown-variable "total"
            {{ total | mony }} § 9 text.filter "money"
            {{ orderId | plus: 1 }} § 11 text.type a number
            {{ total | upcase }} § 9 text.type a text
            {{ total | plus: "x" }} § 17 text.type a number
            {{ total | plus }} § 9 text.filter-values 1 values
            {{ total | plus: source }} § 17 text.type a number
            {{ total | append: source }} § 3 text.default-missing default
            {{ source | upcase }} § 3 text.default-missing default
            {{ items }} § 3 text.type join
            {{ items.first }} § 3 text.type values
            {{ items | map: "nam" | join | default: "" }} § 16 text.unknown-variable name
            {% if total > "x" %}{% endif %} § 6 text.type compared
            {% if orderId > 5 %}{% endif %} § 6 text.type compared
            {% for x in total %}{% endfor %} § 12 text.type a list
            {% for x in items %}{{ x.nam | default: "" }}{% endfor %} § 23 text.unknown-variable nam
            {% for x in items %}{{ x.name }}{% endfor %} § 23 text.default-missing x.name
            {% for total in items %}{% endfor %} § 7 text.name-taken my_total
            {% assign total = 1 %} § 10 text.name-taken my_total
            {% assign a = 1 %}{% assign a = "b" %} § 28 text.type another name
            {{ member.name | upcase }} § 3 PERSONAL alone
            {{ member.name | default: "x" | upcase }} § 3 PERSONAL alone
            {% if member.name %}x{% endif %} § 6 PERSONAL alone
            {{ "x" | append: member.phone }} § 17 PERSONAL alone
            {% assign n = member.name %} § 14 PERSONAL alone
            {{ member.name }} § 3 PERSONAL default
            {{ member.name | default: orderId }} § 3 PERSONAL alone
            {{ coupon.expiresAt | date: "%Q" }} § 28 text.date datetime
            {% capture x %}{% endcapture %} § 0 text.tag steps
            {% cycle "a", "b" %} § 0 text.tag steps
            {% tablerow x in items %}{% endtablerow %} § 0 text.tag steps
            {% include "x" %} § 0 text.tag steps
            {{ items[0] }} § 3 text.variable name
            {{ total == 1 }} § 3 text.variable name
            """)
    void refuses(String source, String expected) {
        String[] parts = expected.split(" ", 3);
        List<TextFault> faults = PLACED.check(source);
        assertThat(faults).as(source).hasSize(1);
        assertThat(faults.get(0).offset() + " " + faults.get(0).code()).isEqualTo(parts[0] + " " + parts[1]);
        assertThat(faults.get(0).message()).contains(parts[2]).contains("\nMaybe ");
    }

    @Test
    void knows_that_a_value_is_there_behind_its_test() {
        assertThat(PLACED.check("{% if source %}{{ source | upcase }}{% endif %}"))
                .isEmpty();
        assertThat(PLACED.check("{% if source and store %}{{ source }}{{ store }}{% endif %}"))
                .isEmpty();
        assertThat(PLACED.check("{% if source == blank %}-{% else %}{{ source }}{% endif %}"))
                .isEmpty();
        assertThat(PLACED.check("{% unless source == nil %}{{ source }}{% endunless %}"))
                .isEmpty();
        assertThat(PLACED.check("{% unless source %}-{% else %}{{ source }}{% endunless %}"))
                .isEmpty();
        assertThat(PLACED.check("{% if source or store %}{{ source }}{% endif %}"))
                .hasSize(1);
        assertThat(PLACED.check("{% if source != \"a\" %}{{ source }}{% endif %}"))
                .hasSize(1);
        assertThat(PLACED.check("{% if source %}x{% else %}{{ source }}{% endif %}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..1000000000) %}x{% endfor %}",
                "{% for i in (1..100) %}{% for j in (1..100) %}x{% endfor %}{% endfor %}",
                "{% assign a = \"aaaaaaaaaa\" %}{% for i in (1..50) %}{% assign a = a | append: a %}{% endfor %}",
                "{% assign a = 9 %}{% for i in (1..50) %}{% assign a = a | times: a %}{% endfor %}",
                "{% assign a = \"aaaaaaaaaa\" | replace: \"a\", \"bbbbbbbbbb\" | replace: \"b\", \"cccccccccc\" "
                        + "| replace: \"c\", \"dddddddddd\" | replace: \"d\", \"eeeeeeeeee\" %}",
                "{{ total | divided_by: 0 }}",
                "{{ total | modulo: 0 }}"
            })
    void fails_within_bounds(String source) {
        Template template = TextsTest.template(Text.of(source));
        Texts texts = TextsTest.texts(template);

        assertThat(texts.flaw(template, ORDER, TextsTest.MEMBER).reason()).isEqualTo("render.failed");
        assertThat(texts.render(template, ORDER, TextsTest.MEMBER)).isEmpty();
    }

    @Test
    void refuses_a_text_of_too_many_pieces_or_levels_before_it_is_read() {
        assertThat(PLACED.check("{{ total }}".repeat(501)))
                .extracting(TextFault::code)
                .contains("text.too-many");
        assertThat(PLACED.check("{% if total %}".repeat(400) + "{% endif %}".repeat(400)))
                .extracting(TextFault::code)
                .contains("text.too-many");
        assertThat(PLACED.check("{% if total %}".repeat(20) + "x" + "{% endif %}".repeat(20)))
                .extracting(TextFault::code)
                .containsExactly("text.too-deep");
        assertThat(PLACED.check("{% if " + "(".repeat(450) + "total" + ")".repeat(450) + " %}{% endif %}"))
                .isNotNull();
    }

    @Test
    void keeps_what_conditions_loops_and_filters_use_too() {
        Text text = Text.of("{% assign a = store | default: \"\" %}{% if total > 1 %}{{ a }}{% endif %}"
                + "{% for item in items %}{{ item.name | default: source }}{{ forloop.index }}{% endfor %}");

        assertThat(Texts.variables(text)).isEqualTo(Set.of("store", "total", "items", "source"));
    }

    @Test
    void absent_values_end_in_the_default_whatever_filters_stand_between() {
        assertThat(render("{{ total | plus: 1 | money | default: \"-\" }}", Map.of()))
                .isEqualTo("-");
        assertThat(render("{% if total > 1 or total < 1 or total == 1 %}x{% else %}y{% endif %}", Map.of()))
                .isEqualTo("y");
    }

    @Test
    void a_value_cannot_forge_a_mark_through_filters() {
        assertThat(render("{{ orderId | append: \"x\" }}", Map.of("orderId", "⟦phone|")))
                .isEqualTo("[phone|x");
    }

    @Test
    void speaks_of_amounts_and_days_as_the_language_of_the_text_does() {
        Template template = TextsTest.template(new Text(new LinkedHashMap<>(Map.of(
                "en", "{{ total | money }} {{ coupon.expiresAt | date }} {{ coupon.expiresAt | date: \"%A %B\" }}"))));

        assertThat(TextsTest.texts(template).render(template, "en", ORDER))
                .isEqualTo("¥1,234.50 Nov 1, 2026 20:05 Sunday November");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if n > 3 %}a{% else %}b{% endif %}",
                "{% if n > 3 and m == \"x\" or n < 0 %}a{% else %}b{% endif %}",
                "{% unless m == \"x\" %}a{% endunless %}b",
                "{% case n %}{% when 1 %}one{% when 5 or 6 %}five{% else %}else{% endcase %}",
                "{% for i in (1..4) reversed %}{{ i }}{{ forloop.first }}{{ forloop.index0 }} {% endfor %}",
                "{% for w in list limit: 2 offset: 1 %}{{ w | upcase }}{% endfor %}",
                "{% assign l = m | append: \"y\" %}{{ l | size }}{{ l | capitalize }}",
                "{{ m | replace: \"x\", \"yy\" | prepend: \"<\" | escape }}",
                "{{ \"a,b\" | split: \",\" | join: \"+\" }}",
                "{{ n | plus: 2 | times: 3 | minus: 1 | divided_by: 2 }} {{ n | modulo: 2 }}",
                "{{ \"hello world\" | truncate: 8 }} {{ \" x \" | strip }}|{{ \"hello\" | slice: 1, 3 }}",
                "a {%- if n -%} b {%- endif -%} c",
                "{% comment %}x{% endcomment %}{% raw %}{{ y }}{% endraw %}"
            })
    void writes_what_liquid_itself_writes(String source) {
        Map<String, Object> values = Map.of("n", 5, "m", "x", "list", List.of("a", "b", "c"));
        String ofLiquid = new TemplateParser.Builder().build().parse(source).render(new LinkedHashMap<>(values));
        Seen seen = new Seen(
                Map.of("n", "5", "m", "x", "list", "[\"a\",\"b\",\"c\"]"),
                null,
                new Tongue("en", TextsTest.SETTINGS),
                new Seen.Kept(Map.of("n", FieldType.INTEGER, "list", FieldType.TEXTS), Map.of()),
                new Seen.Showing(
                        "phone",
                        Pairs.NONE,
                        Links.rehearsed(source, TextsTest.SETTINGS),
                        Sending.someday("a/b", "m1")));

        assertThat(Compiled.of(source, TextsTest.CATALOGUE, TextsTest.SETTINGS).write(seen))
                .isEqualTo(ofLiquid);
    }

    private static String render(String source, Map<String, String> about) {
        Template template = TextsTest.template(Text.of(source));
        return TextsTest.texts(template).render(template, about, TextsTest.MEMBER);
    }
}
