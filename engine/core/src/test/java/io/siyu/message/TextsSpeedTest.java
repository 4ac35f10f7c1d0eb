package io.siyu.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TextsSpeedTest {

    private static final int RENDERS = 400_000;
    private static final int ENOUGH_PER_SECOND = 200_000;

    @Test
    @Tag("full")
    void renders_a_text_of_three_variables_fast_enough_for_replay() {
        Template template = TextsTest.template(
                Text.of("{{ member.name | default: \"您好\" }}，感谢您下单！订单 {{ orderId }}，金额 {{ total }} 元，我们已收到。"));
        Texts texts = TextsTest.texts(template);
        Map<String, String> about = Map.of("orderId", "A70012345", "total", "128.50");
        long best = Long.MAX_VALUE;
        long written = 0;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < RENDERS; i++) {
                written += texts.render(template, about, TextsTest.MEMBER).length();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        long perSecond = RENDERS * 1_000_000_000L / best;
        System.out.println("texts: " + perSecond + " renders/s");
        assertThat(written).isPositive();
        assertThat(perSecond).isGreaterThan(ENOUGH_PER_SECOND);
    }
}
