package io.siyu.partition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How the house's time follows the store's clock: from an origin, at a pace, or standing still.
 *
 * @param real the store's time at the origin
 * @param house the house's time at the origin
 * @param permille the pace in 1/1000: 1000 is real time
 * @param paused whether the house's time stands still
 * @param version grows with every change; a store refuses one lower than it has seen
 */
public record HouseClock(Instant real, Instant house, long permille, boolean paused, long version) {

    /** Real time. */
    public static final HouseClock REAL = new HouseClock(Instant.EPOCH, Instant.EPOCH, 1000, false, 1);

    public HouseClock {
        if (permille < 1) {
            throw new IllegalArgumentException(
                    "The pace (" + permille + ") must be at least 1 in 1000.\nMaybe the clock is to be paused.");
        }
    }

    /** The house's time when the store's clock shows {@code now}. */
    public Instant at(Instant now) {
        if (paused) {
            return house;
        }
        Duration passed = Duration.between(real, now);
        return permille == 1000
                ? house.plus(passed)
                : house.plus(passed.multipliedBy(permille).dividedBy(1000));
    }

    /** What the store's clock shows, to the millisecond above, when the house's time reaches {@code time}; not when paused. */
    public Instant realAt(Instant time) {
        if (paused) {
            throw new IllegalStateException("A clock that stands still reaches no other time.");
        }
        Duration ahead = Duration.between(house, time).multipliedBy(1000).dividedBy(permille);
        Instant exact = real.plus(ahead);
        Instant millis = exact.truncatedTo(ChronoUnit.MILLIS);
        return millis.isBefore(exact) ? millis.plusMillis(1) : millis;
    }

    /** How much of the house's time passes in a real duration while it runs. */
    public Duration spanOf(Duration passing) {
        return passing.multipliedBy(permille).dividedBy(1000);
    }

    /** Running on from {@code now} at another pace; the house's time does not jump. */
    public HouseClock at(Instant now, long newPermille, boolean stopped) {
        return new HouseClock(now, at(now), newPermille, stopped, version + 1);
    }
}
