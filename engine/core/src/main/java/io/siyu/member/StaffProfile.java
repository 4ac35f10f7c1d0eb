package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a staff member (导购).
 *
 * @param tasksDone how many {@code task.done}
 * @param lastTaskAt time of the newest of them
 * @param earned sum of {@code reward.earned}, minor units of the house currency; reversals are negative
 */
public record StaffProfile(long tasksDone, @Nullable Instant lastTaskAt, long earned) implements Profile {
    static final StaffProfile FRESH = new StaffProfile(0, null, 0);

    @Override
    public StaffProfile after(Event event, Instant at) {
        return switch (event.type().name()) {
            case "task.done" -> new StaffProfile(tasksDone + 1, later(event.time()), earned);
            case "reward.earned" ->
                new StaffProfile(tasksDone, lastTaskAt, earned + event.data().number("amount", 0));
            default -> this;
        };
    }

    private Instant later(Instant time) {
        return lastTaskAt == null || time.isAfter(lastTaskAt) ? time : lastTaskAt;
    }
}
