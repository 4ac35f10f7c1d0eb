package io.siyu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTest {
    private final Wording english = in(Locale.ENGLISH);
    private final Wording chinese = in(Locale.SIMPLIFIED_CHINESE);

    private static Wording in(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Wording(messages, locale);
    }

    @Test
    void a_cap_that_slides_says_how_many_and_within_what_time() {
        assertThat(english.cap("1 per 1d marketing")).isEqualTo("at most 1 marketing message within 1 day");
        assertThat(english.cap("2 per 12h")).isEqualTo("at most 2 messages within 12 hours");
        assertThat(chinese.cap("1 per 1d marketing")).isEqualTo("任意 1 天内最多 1 条营销消息");
    }

    @Test
    void a_cap_of_the_calendar_says_of_what_part_and_one_of_a_channel_which() {
        assertThat(english.cap("1 per day service")).isEqualTo("at most 1 service message a calendar day");
        assertThat(english.cap("4 per month phone")).isEqualTo("at most 4 messages a calendar month on phone");
        assertThat(chinese.cap("3 per week marketing sms")).isEqualTo("每个自然周最多 3 条营销消息（渠道 sms）");
    }

    @Test
    void a_cap_of_none_lets_nothing_pass() {
        assertThat(english.cap("0 per 30m service")).isEqualTo("no service messages within 30 minutes");
        assertThat(chinese.cap("0 per 30m service")).isEqualTo("任意 30 分钟内不发服务消息");
    }

    @Test
    void several_caps_are_told_one_by_one() {
        assertThat(english.caps("2 per 1d, 1 per day phone"))
                .isEqualTo("at most 2 messages within 1 day; at most 1 message a calendar day on phone");
        assertThat(chinese.caps("2 per 1d, 1 per day")).isEqualTo("任意 1 天内最多 2 条消息；每个自然日最多 1 条消息");
    }

    @Test
    void a_length_of_time_is_told_in_its_unit() {
        assertThat(english.duration("1d")).isEqualTo("1 day");
        assertThat(english.duration("90s")).isEqualTo("90 seconds");
        assertThat(chinese.duration("2h")).isEqualTo("2 小时");
    }

    @Test
    void what_is_neither_stays_as_it_is() {
        assertThat(english.cap("left")).isEqualTo("left");
        assertThat(english.cap("many per 1d")).isEqualTo("many per 1d");
        assertThat(english.duration("2026-11-04T09:00:00Z")).isEqualTo("2026-11-04T09:00:00Z");
        assertThat(english.duration("2")).isEqualTo("2");
    }
}
