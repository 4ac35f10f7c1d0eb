package io.siyu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Recurrence;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.HandTime;
import io.siyu.partition.Rounds;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** How long what was paused is still wanted. */
class ExpiryTest {
    private static final Instant PLANNED = Instant.parse("2027-02-08T02:00:00Z");
    private static final Instant IN_NEW_YORK = Instant.parse("2027-02-08T15:00:00Z");
    private static final Rounds ROUNDS =
            Rounds.of(new Recurrence.Once(LocalDateTime.parse("2027-02-08T10:00")), "Asia/Shanghai");

    private static boolean passed(Rounds rounds, Instant since, Instant now) {
        Edition edition = rounds.edition("5a1e00000000");
        Message message = new Message(
                "m1", Subject.member("m1"), "phone", Purpose.MARKETING, "club", "day", "", "club/day", "", since, "Hi");
        return new Expiry(hash -> edition, new HandTime(() -> now)).passed(message);
    }

    @Test
    void a_planned_message_is_wanted_until_its_window_closes() {
        assertThat(passed(ROUNDS, PLANNED, PLANNED.plusSeconds(7_200))).isFalse();
        assertThat(passed(ROUNDS, PLANNED, PLANNED.plusSeconds(7_201))).isTrue();
    }

    @Test
    void by_the_members_clock_the_window_is_the_members() {
        assertThat(passed(ROUNDS.onMembersClock(), IN_NEW_YORK, IN_NEW_YORK.plusSeconds(7_200)))
                .isFalse();
        assertThat(passed(ROUNDS.onMembersClock(), IN_NEW_YORK, IN_NEW_YORK.plusSeconds(7_201)))
                .isTrue();
    }
}
