package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Template;
import io.siyu.event.EventReader;
import io.siyu.event.Subject;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import io.siyu.message.Texts;
import io.siyu.rule.Edition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentReaderTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            channels:
              phone: [service, marketing]
              subscription: {purposes: [service], kind: mini-program}
              sms: [service, marketing]
            """;

    private static final String STORES = """
            version: 1
            id: gift
            purpose: service
            channel: phone
            text: {zh: 有礼, en: A gift}
            texts:
              - {stores: "nj-*", text: 南京有礼}
              - {stores: [nj-1, sh-1], text: {zh: 本店有礼, en: A gift of this store}}
              - {stores: "nj-*", channel: phone, text: 南京手机有礼}
              - {channel: sms, text: 短信有礼}
            """;

    @Test
    void the_closest_text_wins_and_then_the_language() {
        Edition edition = read("templates/gift.yaml", STORES).edition();
        Template gift = edition.templates().get("gift");
        Texts texts = Texts.of(edition);

        assertThat(gift.prints()).containsExactly("store");
        assertThat(texts.render(gift, Map.of("store", "nj-1"), member(Map.of())))
                .isEqualTo("本店有礼");
        assertThat(texts.render(gift, Map.of("store", "nj-1"), member(Map.of("language", "en"))))
                .isEqualTo("A gift of this store");
        assertThat(texts.render(gift, Map.of("store", "nj-2"), member(Map.of())))
                .isEqualTo("南京手机有礼");
        assertThat(texts.render(gift, Map.of(), member(Map.of("homeStore", "sh-1"))))
                .isEqualTo("本店有礼");
        assertThat(texts.render(gift, Map.of("store", "bj-1"), member(Map.of("homeStore", "sh-1"))))
                .isEqualTo("有礼");
        assertThat(texts.render(gift, Map.of(), member(Map.of("language", "en"))))
                .isEqualTo("A gift");
    }

    @Test
    void fields_of_a_template_are_checked_each_against_its_kind() {
        List<Diagnostic> faults = read("campaigns/c.yaml", campaign("""
                fields:
                  thing1: "{{ items.first.name | default: \\"商品\\" }}"
                  amount2: "{{ total }}"
                  phrase3: 已发货
                  character_string4: "{{ orderId }}"
                  phrase5: 已发货A
                """)).diagnostics();

        assertThat(faults).hasSize(3);
        assertThat(faults.get(0).line()).isEqualTo(10);
        assertThat(faults.get(0).code()).isEqualTo("text.limit");
        assertThat(faults.get(0).message())
                .contains("\"thing1\"", "mini-program", "200 of 20 characters", "longest", "truncate");
        assertThat(faults.get(1).message()).contains("\"character_string4\"", "128 of 32 characters");
        assertThat(faults.get(2).message()).contains("\"phrase5\"", "only Chinese characters");
    }

    @Test
    void fields_that_hold_in_every_case_are_written_a_line_each() {
        Reading reading = read("campaigns/c.yaml", campaign("""
                fields:
                  thing1: "{{ items.first.name | default: \\"商品\\" | truncate: 20, \\"…\\" }}"
                  amount2: {zh: "{{ total | money }}", en: "{{ total }}"}
                """));
        Edition edition = reading.edition();
        Template template = edition.templates().get("c/tell");

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(template.prints()).containsExactly("items", "total");
        assertThat(Texts.of(edition).render(template, Map.of("total", "12.50"), member(Map.of())))
                .isEqualTo("thing1: 商品\namount2: ¥12.50");
    }

    @Test
    void a_text_beyond_its_limit_when_it_is_written_is_told_with_its_reason() {
        Edition edition = read(
                        "campaigns/c.yaml",
                        campaign("fields: {phrase1: \"{{ source | default: '已到' | truncate: 5, '' }}\"}"))
                .edition();
        Template template = edition.templates().get("c/tell");

        assertThat(edition.wording().flaw(template, Map.of(), member(Map.of())).isNone())
                .isTrue();
        assertThat(edition.wording().flaw(template, Map.of("source", "shop"), member(Map.of())))
                .hasToString("Flaw[reason=text.limit, ref=phrase1: only Chinese characters]");
    }

    @Test
    void personal_values_count_at_their_longest() {
        List<Diagnostic> faults = read(
                        "campaigns/c.yaml", campaign("fields: {name1: \"{{ member.name | default: '您' }}\"}"))
                .diagnostics();

        assertThat(faults).extracting(Diagnostic::code).containsExactly("text.limit");
        assertThat(faults.get(0).message()).contains("100 of 10 characters");
    }

    @Test
    void marketing_by_short_message_needs_a_way_out() {
        String sms = """
                version: 1
                id: c
                purpose: marketing
                channel: sms
                text: 全场八折
                """;

        assertThat(read("templates/c.yaml", sms).diagnostics())
                .extracting(Diagnostic::message)
                .allSatisfy(message -> assertThat(message).contains("opt out", "拒收请回复R"))
                .hasSize(1);
        assertThat(read("templates/c.yaml", sms.replace("八折", "八折，拒收请回复R")).diagnostics())
                .isEmpty();
    }

    @Test
    void a_channel_of_templates_takes_no_one_text() {
        assertThat(read("campaigns/c.yaml", campaign("text: 已到")).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("text.fields");
    }

    @Test
    void clicks_from_outside_enter_members_and_count_as_goals() {
        Reading reading = read("campaigns/c.yaml", """
                version: 1
                id: c
                name: C
                purpose: service
                channel: phone
                trigger: {event: message.opened, when: ['campaign == "thanks"']}
                goal: {event: message.clicked, when: ['step == "tell"'], count: 3}
                steps:
                  - send: tell
                    text: 'More of {{ campaign | default: "it" }}: {{ "pages/index" | link }}'
                """);
        String click = """
                {"specversion": "1.0", "id": "c1", "source": "shop", "type": "message.clicked", "subject": "li",
                 "time": "2026-11-01T10:00:00Z", "data": {"message": "m1", "campaign": "c", "step": "tell", "link": "pages/index"}}
                """;
        byte[] bytes = click.getBytes(StandardCharsets.UTF_8);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(EventReader.outside(reading.edition().catalogue()).read(bytes, 0, bytes.length))
                .isInstanceOf(io.siyu.event.Reading.Read.class);
    }

    private static String campaign(String content) {
        return """
                version: 1
                id: c
                name: C
                purpose: service
                channel: subscription
                trigger: {event: order.placed}
                steps:
                  - send: tell
                """ + content.indent(4);
    }

    private static State member(Map<String, Object> attributes) {
        State state = State.fresh(Subject.member("m1"), 1);
        return state.with(((MemberProfile) state.profile()).with(attributes));
    }

    private static Reading read(String path, String text) {
        return NoRules.reader().read(Playbooks.with(Map.of("settings.yaml", SETTINGS, path, text)));
    }
}
