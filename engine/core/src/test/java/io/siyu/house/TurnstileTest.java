package io.siyu.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.partition.Admission;
import io.siyu.partition.Admission.Cause;
import io.siyu.partition.Arrival;
import io.siyu.partition.Intake;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final Admission IN = new Admission.Duplicate();
    private static final Arrival SOMEBODY = null;

    private final CountDownLatch inside = new CountDownLatch(2);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final Intake slow = arrivals -> {
        inside.countDown();
        await(leave);
        return List.of(IN);
    };

    @Test
    void turns_away_who_comes_while_all_places_are_taken_and_lets_in_who_comes_after() {
        Turnstile turnstile = new Turnstile(slow, 2, Duration.ofMillis(1));
        List<CompletableFuture<List<Admission>>> working = List.of(enter(turnstile), enter(turnstile));
        await(inside);
        assertThat(turnstile.accept(Arrays.asList(SOMEBODY, SOMEBODY)))
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Admission.Refused.class,
                                refused -> assertThat(refused.cause()).isEqualTo(Cause.BUSY)));
        leave.countDown();
        assertThat(working).allSatisfy(answer -> assertThat(answer.join()).containsExactly(IN));
        assertThat(turnstile.accept(List.of())).containsExactly(IN);
    }

    @Test
    void gives_its_place_back_after_a_fault() {
        Turnstile turnstile = new Turnstile(
                arrivals -> {
                    throw new IllegalStateException("broken");
                },
                1,
                Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turnstile.accept(List.of())).hasMessage("broken");
        }
    }

    private static CompletableFuture<List<Admission>> enter(Turnstile turnstile) {
        return CompletableFuture.supplyAsync(() -> turnstile.accept(List.of()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
