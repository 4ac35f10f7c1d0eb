package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.StepCount;
import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Found;
import io.siyu.report.whereabouts.Lister;
import io.siyu.report.whereabouts.Place;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.report.whereabouts.StepLists.Page;
import io.siyu.report.whereabouts.StepLists.Wanted;
import io.siyu.report.whereabouts.Whereabouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of a house, brought up to its last decided entry. */
record StepListing(StepLists lists) {
    private static final int PAGE = 5;

    static StepListing of(RedisHouse house, Whereabouts kept) {
        Lister lister = house.lists().lister(kept, Duration.ofDays(90));
        while (lister.round()) {
            assertThat(lister.behind()).isNotNegative();
        }
        assertThat(lister.behind()).isZero();
        return new StepListing(new StepLists(kept, lister, house.lists(), house.surveyor()));
    }

    /** Each list is as long as its count, and those of all places are the audience's. */
    void holdsAll(String campaign, List<StepCount> counts) {
        for (StepCount count : counts) {
            for (Place place : Place.values()) {
                List<Found> list = list(campaign, count, place);
                assertThat(list).as("%s of %s", place, count).hasSize((int) place.of(count));
                assertThat(list).allMatch(found -> found.place() == place);
            }
            assertThat(list(campaign, count, null))
                    .as("audience of %s", count)
                    .hasSize((int) count.audience())
                    .doesNotHaveDuplicates();
        }
    }

    List<Found> list(String campaign, StepCount count, @Nullable Place place) {
        Wanted wanted = new Wanted(new Act(campaign, count.step(), count.act()), place, null);
        List<Found> list = new ArrayList<>();
        Page page = lists.page(wanted, "", PAGE);
        list.addAll(page.found());
        while (!page.next().isEmpty()) {
            page = lists.page(wanted, page.next(), PAGE);
            list.addAll(page.found());
        }
        return list;
    }
}
