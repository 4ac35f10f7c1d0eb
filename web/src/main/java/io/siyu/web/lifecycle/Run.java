package io.siyu.web.lifecycle;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Window;
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

    /** The stage of a campaign that is in force. */
    public static Stage stage(Campaign campaign, House house) {
        if (house.ended().contains(campaign.id()) || isOver(campaign, house)) {
            return Stage.ENDED;
        }
        if (house.paused().contains(campaign.id())) {
            return Stage.PAUSED;
        }
        return isToCome(campaign, house) ? Stage.SCHEDULED : Stage.LIVE;
    }

    private static boolean isOver(Campaign campaign, House house) {
        Window window = campaign.journey().window();
        if (window != null && window.isOver(house.now(), house.zone())) {
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

    private static boolean isToCome(Campaign campaign, House house) {
        Window window = campaign.journey().window();
        if (window != null && window.isAhead(house.now(), house.zone())) {
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
