package io.siyu.web.lifecycle;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Where a campaign in force stands, derived from what the house decides by and what its partitions heard. Pure. */
public final class Run {
    private static final Duration LOOKED_AHEAD = Duration.ofDays(3_660);

    private Run() {}

    /**
     * The house at one moment.
     *
     * @param paused campaigns told to wait
     * @param ended campaigns over by hand or by goal
     */
    public record House(ZoneId zone, Instant now, Set<String> paused, Set<String> ended) {
        public House {
            paused = Set.copyOf(paused);
            ended = Set.copyOf(ended);
        }
    }

    /**
     * When a campaign may run at all.
     *
     * @param from nobody enters before; {@link Instant#MIN} for no bound
     * @param until nothing begins after; {@link Instant#MAX} for no bound
     */
    public record Window(Instant from, Instant until) {
        /** No bounds. */
        public static final Window ALWAYS = new Window(Instant.MIN, Instant.MAX);
    }

    /** The stage of a campaign that is in force. */
    public static Stage stage(Campaign campaign, Window window, House house) {
        if (house.ended().contains(campaign.id()) || isOver(campaign, window, house)) {
            return Stage.ENDED;
        }
        if (house.paused().contains(campaign.id())) {
            return Stage.PAUSED;
        }
        return isToCome(campaign, window, house) ? Stage.SCHEDULED : Stage.LIVE;
    }

    private static boolean isOver(Campaign campaign, Window window, House house) {
        if (!window.until().isAfter(house.now())) {
            return true;
        }
        return campaign.trigger().isPlanned()
                && !Schedule.from(
                                List.of(campaign),
                                house.zone(),
                                house.now(),
                                house.now().plus(LOOKED_AHEAD))
                        .hasNext();
    }

    private static boolean isToCome(Campaign campaign, Window window, House house) {
        if (window.from().isAfter(house.now())) {
            return true;
        }
        Instant begun = begun(campaign.trigger(), house);
        Iterator<Occurrence> all = Schedule.from(
                List.of(campaign), house.zone(), begun, house.now().plus(LOOKED_AHEAD));
        return campaign.trigger().isPlanned()
                && all.hasNext()
                && all.next().planned().isAfter(house.now());
    }

    /** why: a schedule that names no beginning runs for ever; one round back is enough to see that it has begun. */
    private static Instant begun(Trigger trigger, House house) {
        boolean endless = trigger instanceof Trigger.OnSchedule;
        return endless ? house.now().minus(LOOKED_AHEAD) : Instant.EPOCH;
    }
}
