package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.message.Rehearsal.Place;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts put together by chance: each is refused at a place inside it, or is written for everybody made up. */
class LiquidFuzzTest {

    private static final long SEED = 20_261_127L;
    private static final int TEXTS = 800;

    private static final List<String> PIECES = List.of(
            "{{ ",
            " }}",
            "{% if ",
            "{% elsif ",
            "{% else %}",
            "{% endif %}",
            "{% for x in ",
            "{% endfor %}",
            "{% case ",
            "{% when ",
            "{% endcase %}",
            "{% assign y = ",
            "{% unless ",
            "{% endunless %}",
            " %}",
            "{% raw %}",
            "{% endraw %}",
            "items",
            "(1..3)",
            "(1..member.level)",
            "total",
            "orderId",
            "member.name",
            "member.tags",
            "x.name",
            "y",
            "product.link",
            "coupon.expiresAt",
            "forloop.index",
            " | ",
            "default: \"a\"",
            "plus: 1",
            "divided_by: member.level",
            "append: y",
            "split: \"\"",
            "join",
            "map: \"name\"",
            "sort",
            "date: \"%Y\"",
            "money",
            "link",
            "truncate: -3",
            "slice: -9, 4",
            " == ",
            " > ",
            " and ",
            " or ",
            " contains ",
            " nil ",
            "\"😀\"",
            "7",
            "-0.5",
            "😀",
            "⟦",
            "words ",
            "\n");

    private static final List<String> WHOLE = List.of(
            "{{ total | plus: 1 | times: 3 | money }}",
            "{% for x in items limit: 2 %}{{ x.name | default: \"-\" | truncate: 4 }}{% endfor %}",
            "{% if source %}{{ source | upcase }}{% else %}none{% endif %}",
            "{% assign y = total | divided_by: 7 | round: 2 %}{{ y }}",
            "{{ member.name | default: \"friend\" }}",
            "{% case member.level %}{% when 0 %}a{% else %}b{% endcase %}",
            "{{ \"pages/index\" | link }}");

    private final Scope scope = Scope.ofMember(TextsTest.CATALOGUE)
            .withEvent(TextsTest.CATALOGUE.require("order.placed"))
            .withCoupon(TextsTest.CATALOGUE);
    private final Rehearsal rehearsal = new Rehearsal(TextsTest.CATALOGUE, TextsTest.SETTINGS);

    @Test
    void is_refused_at_its_place_or_written() {
        Random random = new Random(SEED);
        int written = 0;
        int refused = 0;
        for (int i = 0; i < TEXTS; i++) {
            String source = source(random);
            List<TextFault> faults = scope.check(source);
            assertThat(faults).as(source).allSatisfy(fault -> {
                assertThat(fault.offset()).isBetween(0, source.length());
                assertThat(fault.message()).containsPattern("\nMaybe [^\n]*[.?]$");
            });
            if (faults.isEmpty() && !source.isBlank()) {
                Optional<TextFault> fault = rehearsal.fault(source, new Place("", "", Purpose.SERVICE, "zh"), scope);
                written += fault.isEmpty() ? 1 : 0;
            } else {
                refused++;
            }
        }
        assertThat(written).isGreaterThan(TEXTS / 10);
        assertThat(refused).isGreaterThan(TEXTS / 10);
    }

    private static String source(Random random) {
        StringBuilder source = new StringBuilder();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            source.append(WHOLE.get(random.nextInt(WHOLE.size())));
        }
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = source.offsetByCodePoints(0, random.nextInt(1 + source.codePointCount(0, source.length())));
            if (random.nextBoolean()) {
                source.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            } else if (at < source.length()) {
                source.delete(at, source.offsetByCodePoints(at, 1));
            }
        }
        return source.toString();
    }
}
