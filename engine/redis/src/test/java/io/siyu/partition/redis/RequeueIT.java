package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Lane;
import io.siyu.message.Message;
import io.siyu.partition.Advance;
import io.siyu.report.Counts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was given up is tried again by a new entry, or says why it is not. */
class RequeueIT extends SendingFixture {
    private final Vendor vendor = new Vendor();

    private void settle() {
        do {
            decide(Shop.limited(PARTITIONS, 1));
        } while (house.log().forward(ALL) > 0);
        decide(Shop.limited(PARTITIONS, 1));
    }

    private DeadLetter dead() {
        return house.deadLetters().newest(1).get(0);
    }

    private void requeue(DeadLetter dead) {
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isTrue();
    }

    private void again(DeadLetter dead) {
        requeue(dead);
        settle();
    }

    @Test
    void an_entry_that_could_not_be_decided_is_decided_when_it_is_requeued() {
        house.intake().accept(List.of(Shop.order("o1", "mei"), Shop.order("o2", "mei")));
        decide(new Advance(
                Shop.EDITIONS,
                (decision, state, edition) -> {
                    if (decision.intent().event().equals("o1")) {
                        throw new IllegalStateException("no.text");
                    }
                    return "thanks for " + decision.intent().event();
                },
                PARTITIONS));
        DeadLetter dead = dead();
        assertThat(dead.kind()).isEqualTo(DeadLetter.Kind.POISON);
        assertThat(dead.what()).isEqualTo("order.placed");
        assertThat(dead.reason()).isEqualTo("IllegalStateException: no.text");
        round(Lane.SERVICE, vendor);
        assertThat(vendor.got).hasSize(1);

        requeue(dead);
        assertThat(house.deadLetters().requeue(dead.partition(), dead.id())).isFalse();
        decide();
        round(Lane.SERVICE, vendor);

        assertThat(house.deadLetters().newest(10)).isEmpty();
        assertThat(vendor.got).extracting(Message::text).containsExactly("thanks for o2", "谢谢 朋友 o1");
        assertThat(house.watch().counts()).extracting(Counts::dead).isEqualTo(1L);
        assertThat(house.watch().about(MEI, 10)).hasSize(2);
    }

    @Test
    void a_message_tried_again_takes_a_unit_of_the_daily_limit_or_stays_given_up() {
        house.intake().accept(List.of(Shop.order("o1", "mei")));
        settle();
        vendor.answer = new Delivery.Rejected("no.such.user", Delivery.Fault.FINAL);
        assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
        house.intake().accept(List.of(Shop.order("o2", "li")));
        settle();
        DeadLetter dead = dead();

        again(dead);
        again(dead);
        assertThat(receipts(dead.id()))
                .containsExactly(
                        "failed no.such.user",
                        "requeue.asked",
                        "requeue.refused quota.asked",
                        "requeue.asked",
                        "requeue.refused quota.refused");
        assertThat(dead().reason()).isEqualTo("no.such.user (quota.refused)");

        assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
        settle();
        house.time().set(house.time().now().plus(Duration.ofMinutes(2)), 1000);
        again(dead);
        again(dead);
        vendor.answer = new Delivery.Accepted("v1");
        assertThat(round(Lane.SERVICE, vendor)).isEqualTo(1);
        assertThat(receipts(dead.id())).endsWith("requeued", "sent v1");
    }
}
