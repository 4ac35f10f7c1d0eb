package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "ok", textBlock = """
            thing1            | 一二三四五六七八九十一二三四五六七八九十     | ok
            thing1            | 一二三四五六七八九十一二三四五六七八九十一   | 21 of 20 characters
            thing1            | 一二三四五六七八九十一二三四五六七八九😀     | 21 of 20 characters
            thing12           | '  '                                         | nothing is said
            thing2            | 'a\nb'                                      | more than one line
            number3           | -12.5                                        | ok
            number3           | 12a                                          | only digits
            number3           | 123456789012345678901234567890123            | 33 of 32 characters
            letter1           | abcXYZ                                       | ok
            letter1           | abc1                                         | only letters
            letter1           | abcdefghijklmnopqrstuvwxyzABCDEF | ok
            letter1           | abcdefghijklmnopqrstuvwxyzABCDEFG | 33 of 32 characters
            symbol1           | *#!                                          | ok
            symbol1           | a                                            | only signs
            symbol1           | *#!%& | ok
            symbol1           | *#!%&+ | 6 of 5 characters
            character_string1 | A7-00123_x                                   | ok
            character_string1 | 订单A7                                       | only digits, letters and signs
            character_string1 | A7-00123_x😀 | only digits, letters and signs
            character_string1 | 12345678901234567890123456789012 | ok
            character_string1 | 123456789012345678901234567890123 | 33 of 32 characters
            time1             | 15:01                                        | ok
            time1             | 2019年10月1日 15:01                          | ok
            time1             | 15:01~16:30                                  | ok
            time1             | 25:01                                        | only a time such as 15:01
            date1             | 2019年10月1日                                | ok
            date1             | 2019-10-01 15:01                             | ok
            date1             | 2019.10.01                                   | ok
            date1             | tomorrow                                     | only a date such as 2019年10月1日
            amount1           | ¥1234.50                                     | ok
            amount1           | 1234.50元                                    | ok
            amount1           | ¥1,234.50                                    | only an amount such as ¥12.50
            amount1           | ¥12345678901                                 | only an amount such as ¥12.50
            phone_number1     | +86-0766-66888866                            | ok
            phone_number1     | 123456789012345678                           | 18 of 17 characters
            car_number1       | 粤A8Z888挂                                   | ok
            car_number1       | 粤A8Z8888挂 | 9 of 8 characters
            car_number1       | 粤A8-888 | only digits, letters and a first character
            const1            | 一二三四五六七八九十一二三四五六七八九十 | ok
            const1            | 一二三四五六七八九十一二三四五六七八九十一 | 21 of 20 characters
            enum1             | a😀bcdefghijklmnopqr | ok
            enum1             | a😀bcdefghijklmnopqrs | 21 of 20 characters
            name1             | 一二三四五六七八九十                         | ok
            name1             | 一二三四五六七八九十一                       | 11 of 10 characters
            name1             | Bartholomew Smith Jr                         | ok
            name1             | Bartholomew 史                               | 13 of 10 characters
            phrase1           | 已发货                                       | ok
            phrase1           | 已发货了呀 | ok
            phrase1           | 𠮷𠮷 | ok
            phrase1           | 𠮷𠮷𠮷 | 6 of 5 characters
            phrase1           | 好😀 | only Chinese characters
            phrase1           | 已发货了呀呀                                 | 6 of 5 characters
            phrase1           | OK了                                         | only Chinese characters
            """)
    void holds_what_the_vendor_takes(String field, String text, String wrong) {
        assertThat(FieldKind.of(field).orElseThrow().wrong(text.replace("\\n", "\n")))
                .isEqualTo(wrong);
        assertThat(ChannelKind.MINI_PROGRAM
                        .breach(Map.of(field, text.replace("\\n", "\n")), Purpose.SERVICE)
                        .map(ChannelKind.Breach::words))
                .isEqualTo(java.util.Optional.ofNullable(wrong).map(said -> field + ": " + said));
    }

    @Test
    void knows_a_field_by_its_word_and_number() {
        assertThat(FieldKind.of("thing")).isEmpty();
        assertThat(FieldKind.of("thin1")).isEmpty();
        assertThat(FieldKind.of("character_string10")).contains(FieldKind.CHARACTER_STRING);
    }

    @Test
    void counts_bytes_where_the_vendor_does() {
        assertThat(wrong(ChannelKind.WECOM_CUSTOMER, "长".repeat(1_333))).isNull();
        assertThat(wrong(ChannelKind.WECOM_CUSTOMER, "长".repeat(1_334))).isEqualTo("4002 of 4000 bytes");
        assertThat(wrong(ChannelKind.WECOM_APP, "😀".repeat(512))).isNull();
        assertThat(wrong(ChannelKind.WECOM_ROBOT, "😀".repeat(513))).isEqualTo("2052 of 2048 bytes");
    }

    @Test
    void counts_the_characters_of_a_short_message_and_a_sign_outside_the_basic_plane_twice() {
        assertThat(wrong(ChannelKind.SMS, "长".repeat(486))).isNull();
        assertThat(wrong(ChannelKind.SMS, "长".repeat(487))).isEqualTo("487 of 486 characters");
        assertThat(wrong(ChannelKind.SMS, "😀".repeat(244))).isEqualTo("488 of 486 characters");
    }

    @Test
    void marketing_by_short_message_ends_with_a_way_out() {
        assertThat(ChannelKind.SMS.breach(Map.of("", "全场八折，拒收请回复R"), Purpose.MARKETING))
                .isEmpty();
        assertThat(ChannelKind.SMS.breach(Map.of("", "全场八折 回T退订"), Purpose.MARKETING))
                .isEmpty();
        assertThat(ChannelKind.SMS.breach(Map.of("", "20% off. Reply STOP"), Purpose.MARKETING))
                .isEmpty();
        assertThat(ChannelKind.SMS.breach(Map.of("", "拒收请回复R 全场八折，快来看看吧"), Purpose.MARKETING))
                .isPresent();
        assertThat(ChannelKind.SMS.breach(Map.of("", "全场八折"), Purpose.SERVICE)).isEmpty();
    }

    private static String wrong(ChannelKind kind, String text) {
        return kind.breach(Map.of("", text), Purpose.SERVICE)
                .map(ChannelKind.Breach::words)
                .orElse(null);
    }

    @Test
    void tells_how_much_a_text_may_hold_and_counts_it_the_same_way() {
        ChannelKind.Limit sms = ChannelKind.SMS.limit("").orElseThrow();
        assertThat(sms).isEqualTo(new ChannelKind.Limit(486, 486, false));
        assertThat(sms.count("好😀")).isEqualTo(3);
        ChannelKind.Limit wecom = ChannelKind.WECOM_CUSTOMER.limit("").orElseThrow();
        assertThat(wecom).isEqualTo(new ChannelKind.Limit(4_000, 4_000, true));
        assertThat(wecom.count("好😀")).isEqualTo(7);
        assertThat(ChannelKind.MINI_PROGRAM.limit("thing1")).contains(new ChannelKind.Limit(20, 20, false));
        assertThat(ChannelKind.MINI_PROGRAM.limit("name1")).contains(new ChannelKind.Limit(20, 10, false));
        assertThat(ChannelKind.MINI_PROGRAM.limit("date1")).isEmpty();
        assertThat(ChannelKind.MINI_PROGRAM.limit("")).isEmpty();
    }
}
