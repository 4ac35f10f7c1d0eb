package io.siyu.playbook.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Durations;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private static final LocalDate NEAR = LocalDate.of(2026, 11, 4);

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "１２, 12",
        "第3天, 3",
        "3天, 3",
        "Day 7, 7",
        "D2, 2",
        "5.0, 5",
        "第一天, 1",
        "十天, 10",
        "第十二天, 12",
        "二十一日, 21"
    })
    void reads_numbers_of_days(String cell, int day) {
        assertThat(DayCell.read(cell, null)).contains(new DayCell(day, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-08, 2026-11-08",
        "2026/11/8, 2026-11-08",
        "2026年11月8日, 2026-11-08",
        "２０２６－１１－０８, 2026-11-08",
        "2026-11-08 00:00:00, 2026-11-08",
        "11月8日, 2026-11-08",
        "11/8 周日, 2026-11-08",
        "11月8日（周日）, 2026-11-08",
        "1月2日, 2027-01-02"
    })
    void reads_dates(String cell, LocalDate date) {
        assertThat(DayCell.read(cell, NEAR)).contains(new DayCell(0, date));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "13/40", "第十十天", "1000000000", "-3"})
    void refuses_other_days(String cell) {
        assertThat(DayCell.read(cell, NEAR)).isEmpty();
    }

    @Test
    void a_date_without_a_year_needs_one_nearby() {
        assertThat(DayCell.read("11月8日", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10:00, 10:00",
        "9:05, 09:05",
        "１０：３０, 10:30",
        "10:00:00, 10:00",
        "10点, 10:00",
        "10点半, 10:30",
        "10时15分, 10:15",
        "晚8点, 20:00",
        "晚上8点整, 20:00",
        "下午3:20, 15:20",
        "上午10点, 10:00",
        "中午12点, 12:00",
        "凌晨12点, 00:00",
        "8pm, 20:00",
        "8:30 PM, 20:30",
        "12am, 00:00",
        "0.4375, 10:30"
    })
    void reads_times(String cell, String time) {
        assertThat(TimeCell.read(cell)).map(read -> read.from().toString()).contains(time);
        assertThat(TimeCell.read(cell).orElseThrow().window()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10:00-14:00, 10:00, 4h",
        "10：00～14：00, 10:00, 4h",
        "10点到14点半, 10:00, 270m",
        "10点至12点, 10:00, 2h",
        "晚8点-10点, 20:00, 2h",
        "8pm – 8:20pm, 20:00, 20m",
        "22:00-02:00, 22:00, 4h"
    })
    void reads_windows_from_until(String cell, String from, String window) {
        TimeCell read = TimeCell.read(cell).orElseThrow();
        assertThat(read.from()).hasToString(from);
        assertThat(read.window()).contains(Durations.parse(window));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10", "25:00", "10:61", "morning", "晚上12点", "10:00-", "8:00-9:00-10:00", "10:00:30", "1.5"})
    void refuses_other_times(String cell) {
        assertThat(TimeCell.read(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4h, PT4H",
        "４小时, PT4H",
        "4个小时, PT4H",
        "30分钟, PT30M",
        "20 min, PT20M",
        "1.5 hours, PT1H30M",
        "1小时30分, PT1H30M",
        "12天, PT288H",
        "3d, PT72H",
        "2周, PT336H"
    })
    void reads_lengths_of_time(String cell, Duration length) {
        assertThat(LengthCell.read(cell)).contains(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "0h", "h", "4 parsecs", "-4h", "999999w"})
    void refuses_other_lengths(String cell) {
        assertThat(LengthCell.read(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "会员, members",
        "Members, members",
        "营销群, communities: marketing",
        "Content Community, communities: content",
        "服务群, communities: service",
        "社群, communities"
    })
    void reads_audiences(String cell, String audience) {
        String written = audience.contains(":") ? "{" + audience + "}" : audience;
        assertThat(AudienceCell.read(cell)).contains(written);
    }

    @Test
    void an_audience_without_a_word_goes_out_and_comes_back_as_it_is_written() {
        String written = "{communities: marketing, store: S1}";
        assertThat(AudienceCell.read(AudienceCell.word(written, "zh"))).contains(written);
        assertThat(AudienceCell.read("everybody")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "天, DAY, ''",
        "Date, DAY, ''",
        "时间, AT, ''",
        "窗口, WINDOW, ''",
        "渠道, CHANNEL, ''",
        "人群, AUDIENCE, ''",
        "文案, TEXT, ''",
        "文案（中文）, TEXT, zh",
        "英文文案, TEXT, en",
        "text_en, TEXT, en",
        "Text [zh], TEXT, zh",
        "fr text, TEXT, fr",
        "中文, TEXT, zh",
        "Coupon kind, KIND, ''",
        "优惠券面额, VALUE, ''"
    })
    void reads_headings_in_both_languages(String cell, Column column, String language) {
        assertThat(Heading.read(cell)).contains(new Heading(column, language));
    }

    @Test
    void an_unknown_heading_is_told_with_the_nearest() {
        assertThat(Heading.read("audiense")).isEmpty();
        assertThat(Heading.maybe("audiense")).isEqualTo("Maybe \"audience\" was meant.");
        assertThat(Heading.maybe("渠 道 号")).contains("步骤");
    }
}
