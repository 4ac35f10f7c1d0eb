package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.message.ChannelKind;
import io.siyu.message.ChannelKind.Limit;
import io.siyu.web.campaign.FormLimits.Filled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormLimitsTest {
    private static final CampaignText TEXT = CampaignText.of("""
            channel: sms
            trigger: {event: order.placed}
            steps:
              - send: sms
                text:
                  zh: "你好 {{ member.name }}!"
              - send: wecom
                channel: group
                text: 你好😀
              - send: applet
                channel: applet
                fields:
                  thing1: 12345678901234567890
                  time2: 15:01
                  name3: Mei Wang Li
                  name4: Mei Wang 李明
              - task: call
                text: Call
              - send: nowhere
                channel: pigeon
                text: Hi
            """);
    private static final Map<String, ChannelKind> KINDS =
            Map.of("sms", ChannelKind.SMS, "group", ChannelKind.WECOM_CUSTOMER, "applet", ChannelKind.MINI_PROGRAM);

    @Test
    void counts_as_the_channel_of_the_step_does() {
        assertThat(limit("/steps/0/text/zh")).contains(new Filled(4, 486, new Limit(486, 486, false), true));
        assertThat(limit("/steps/1/text")).contains(new Filled(10, 4_000, new Limit(4_000, 4_000, true), false));
    }

    @Test
    void counts_the_fields_of_a_vendor_s_template_by_their_kind() {
        assertThat(limit("/steps/2/fields/thing1")).contains(new Filled(20, 20, new Limit(20, 20, false), false));
        assertThat(limit("/steps/2/fields/time2")).isEmpty();
        assertThat(limit("/steps/2/fields/name3")).contains(new Filled(11, 20, new Limit(20, 10, false), false));
        Filled wide = limit("/steps/2/fields/name4").orElseThrow();
        assertThat(wide.most()).isEqualTo(10);
        assertThat(wide.isOver()).isTrue();
        assertThat(limit("/steps/2/fields/thing1").orElseThrow().isOver()).isFalse();
    }

    @Test
    void counts_nothing_that_stays_in_the_house_or_goes_nowhere_known() {
        assertThat(limit("/steps/3/text")).isEmpty();
        assertThat(limit("/steps/4/text")).isEmpty();
        assertThat(limit("/steps/0/when")).isEmpty();
    }

    private static Optional<Filled> limit(String pointer) {
        FormField field = CampaignForm.of(TEXT).parts().stream()
                .flatMap(part -> part.fields().stream())
                .filter(one -> one.pointer().equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pointer));
        return new FormLimits(TEXT, KINDS).of(field);
    }

    @Test
    void a_form_without_a_house_counts_nothing() {
        CampaignForm form = CampaignForm.of(TEXT);
        assertThat(List.of(form.parts().get(0).fields().get(0)))
                .allSatisfy(field -> assertThat(form.limit(field)).isNull());
    }
}
