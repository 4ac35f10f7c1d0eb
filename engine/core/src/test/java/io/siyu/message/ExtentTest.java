package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.member.MemberProfile;
import io.siyu.rule.Wording.Flaw;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtentTest {
    private static final List<ChannelKind> KINDS = List.of(ChannelKind.values());
    private static final MemberProfile NOBODY = (MemberProfile) TextsTest.MEMBER.profile();
    private static final List<String> PIECES = List.of(
            "长",
            " ",
            "\n",
            "😀",
            "a",
            "拒收请回复R",
            "{{ orderId }}",
            "{{ store | default: '拒收请回复R' }}",
            "{{ member.level }}",
            "{{ member.city | default: 'here' }}",
            "{{ member.name | default: '您' }}",
            "{{ retailer }}");

    @Test
    void a_personal_value_counts_at_its_longest_or_by_its_longer_default() {
        assertThat(most("Hi {{ member.name | default: 'you' }}!", Map.of())).isEqualTo(4 + 100);
        assertThat(most("{{ member.name | default: '" + "x".repeat(101) + "' }}", Map.of()))
                .isEqualTo(101);
    }

    @Test
    void a_value_of_the_trigger_counts_as_it_is_or_by_its_default() {
        assertThat(most("No {{ orderId }}", Map.of("orderId", "A7"))).isEqualTo(5);
        assertThat(most("No {{ orderId | default: 'none' }}", Map.of("orderId", "")))
                .isEqualTo(7);
        assertThat(most("No {{ orderId }}", Map.of())).isEqualTo(3);
    }

    @Test
    void what_a_filter_makes_is_not_known() {
        assertThat(most("{{ orderId | upcase }}", Map.of("orderId", "a"))).isGreaterThanOrEqualTo(Extent.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "SMS,            SERVICE,   长,                           486,  true",
        "SMS,            SERVICE,   长,                           487,  false",
        "SMS,            MARKETING, 八折 拒收请回复R,             486,  true",
        "SMS,            MARKETING, 八折,                         10,   false",
        "SMS,            MARKETING, 拒收请回复R{{ orderId }},      10,   false",
        "WECOM_CUSTOMER, SERVICE,   长,                           1333, true",
        "WECOM_CUSTOMER, SERVICE,   长,                           1334, false",
        "PHONE,          SERVICE,   {{ orderId }},                10,   false",
        "PHONE,          SERVICE,   {{ member.name }},            10,   false",
        "MINI_PROGRAM,   SERVICE,   长,                           1,    false",
    })
    void is_taken_without_being_written_up_to_the_limit_only(
            ChannelKind kind, Purpose purpose, String source, int most, boolean taken) {
        assertThat(kind.takes(compiled(source).extent(), most, purpose)).isEqualTo(taken);
    }

    @Test
    void what_is_taken_unwritten_is_taken_when_it_is_written() {
        Random chance = new Random(73);
        Longest longest = Longest.of(TextsTest.CATALOGUE);
        int taken = 0;
        for (int i = 0; i < 4_000; i++) {
            ChannelKind kind = KINDS.get(chance.nextInt(KINDS.size()));
            Purpose purpose = chance.nextBoolean() ? Purpose.MARKETING : Purpose.SERVICE;
            Compiled text = compiled(source(chance));
            Map<String, String> about = about(chance);
            if (kind.takes(text.extent(), text.extent().most(about, NOBODY), purpose)) {
                taken++;
                assertThat(longest.breach(kind, purpose, Map.of("", written(text, about))))
                        .as("%s %s %s", kind, text, about)
                        .isEmpty();
            }
        }
        assertThat(taken).isBetween(800, 3_200);
    }

    @Test
    void a_message_at_the_limit_goes_and_one_beyond_is_told() {
        Template template = TextsTest.template(Text.of("No {{ orderId }}, {{ member.name | default: 'you' }}"));
        Texts texts = TextsTest.texts(template);

        assertThat(texts.flaw(template, Map.of("orderId", "7".repeat(4_895)), TextsTest.MEMBER))
                .isEqualTo(Flaw.NONE);
        assertThat(texts.flaw(template, Map.of("orderId", "7".repeat(4_896)), TextsTest.MEMBER))
                .isEqualTo(Flaw.limit("5001 of 5000 characters"));
    }

    @Test
    void a_message_of_nothing_but_empty_values_is_told() {
        Template template = TextsTest.template(Text.of(" {{ orderId }} "));
        Texts texts = TextsTest.texts(template);

        assertThat(texts.flaw(template, Map.of("orderId", "7"), TextsTest.MEMBER))
                .isEqualTo(Flaw.NONE);
        assertThat(texts.flaw(template, Map.of(), TextsTest.MEMBER)).isEqualTo(Flaw.limit("nothing is said"));
    }

    private static String source(Random chance) {
        StringBuilder source = new StringBuilder();
        for (int piece = chance.nextInt(6); piece >= 0; piece--) {
            String what = PIECES.get(chance.nextInt(PIECES.size()));
            boolean many = chance.nextInt(4) == 0 && !what.startsWith("{");
            source.append(many ? what.repeat(200 + chance.nextInt(400)) : what);
        }
        return source.toString();
    }

    private static Map<String, String> about(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> Map.of();
            case 1 -> Map.of("orderId", "长".repeat(chance.nextInt(600)));
            case 2 -> Map.of("store", "⟦name|x⟧", "orderId", "\n");
            default -> Map.of("store", "s", "orderId", "A7");
        };
    }

    private static int most(String source, Map<String, String> about) {
        return compiled(source).extent().most(about, NOBODY);
    }

    private static Compiled compiled(String source) {
        return Compiled.of(source, TextsTest.CATALOGUE, TextsTest.SETTINGS);
    }

    private static String written(Compiled text, Map<String, String> about) {
        return text.write(new Seen(
                about,
                NOBODY,
                new Tongue("zh", TextsTest.SETTINGS),
                Seen.Kept.of(TextsTest.CATALOGUE),
                new Seen.Showing(
                        "phone", Pairs.NONE, Links.rehearsed("", TextsTest.SETTINGS), Sending.someday("a/b", "m1"))));
    }
}
