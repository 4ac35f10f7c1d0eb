package io.siyu.web.campaign;

import io.siyu.partition.StoreDownException;
import io.siyu.report.StepCount;
import io.siyu.report.StepCounts;
import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Place;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.report.whereabouts.Whereabouts.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the proposals of a campaign's steps are: counts as the house keeps them, and the lists behind them. */
@Component
class StepPlaces {
    private final ObjectProvider<StepCounts> counts;
    private final ObjectProvider<StepLists> lists;

    StepPlaces(ObjectProvider<StepCounts> counts, ObjectProvider<StepLists> lists) {
        this.counts = counts;
        this.lists = lists;
    }

    /** One act of a step and where its proposals are; places without any are left out. */
    record ActPlaces(Act act, long audience, List<PlaceCount> places) {
        ActPlaces {
            places = List.copyOf(places);
        }
    }

    /**
     * How many are in one place.
     *
     * @param listed how many of them the lists hold
     * @param reasons why they are there, as far as they are listed
     */
    record PlaceCount(Place place, long amount, long listed, List<Group> reasons) {
        PlaceCount {
            reasons = List.copyOf(reasons);
        }

        /** The colour of its name. */
        public String colour() {
            return switch (place) {
                case SENT -> "send";
                case DROPPED, FAILED -> "drop";
                default -> "hold";
            };
        }
    }

    /** What can be said of lists: on, off, or away; and how many entries they are behind. */
    record ListState(String word, long behind) {}

    /** A campaign's counts and how its lists are. */
    record Places(List<ActPlaces> acts, ListState lists) {
        Places {
            acts = List.copyOf(acts);
        }

        /** One count; none where nothing is, or of the whole audience. */
        Optional<PlaceCount> of(Act act, @Nullable Place place) {
            return acts.stream()
                    .filter(one -> one.act().equals(act))
                    .flatMap(one -> one.places().stream())
                    .filter(count -> count.place() == place)
                    .findFirst();
        }
    }

    /** Where they are now. */
    Places of(String campaign) {
        List<StepCount> counted =
                counts.stream().findFirst().map(steps -> steps.of(campaign)).orElse(List.of());
        List<Group> groups = List.of();
        ListState state = new ListState("off", 0);
        Optional<StepLists> kept = lists.stream().findFirst();
        if (kept.isPresent()) {
            try {
                groups = kept.get().groups(campaign);
                state = new ListState("on", kept.get().behind());
            } catch (StoreDownException away) {
                // why: counts live in another store, and are told without their lists.
                state = new ListState("away", 0);
            }
        }
        List<Group> listed = groups;
        return new Places(
                counted.stream().map(count -> places(campaign, count, listed)).toList(), state);
    }

    /** The lists; empty where none are kept. */
    Optional<StepLists> lists() {
        return lists.stream().findFirst();
    }

    private static ActPlaces places(String campaign, StepCount count, List<Group> listed) {
        Act act = new Act(campaign, count.step(), count.act());
        List<PlaceCount> places = new ArrayList<>();
        for (Place place : Place.values()) {
            List<Group> groups = listed.stream()
                    .filter(group -> group.act().equals(act) && group.place() == place)
                    .toList();
            long amount = place.of(count);
            if (amount != 0 || !groups.isEmpty()) {
                places.add(new PlaceCount(
                        place,
                        amount,
                        listed(count, place, groups),
                        groups.stream()
                                .filter(group -> !group.reason().isEmpty())
                                .toList()));
            }
        }
        return new ActPlaces(act, count.audience(), places);
    }

    /** why: what is claimed no table knows, so it lies with what is pending there */
    private static long listed(StepCount count, Place place, List<Group> groups) {
        long kept = groups.stream().mapToLong(Group::amount).sum();
        return switch (place) {
            case CLAIMED -> count.claimed();
            case PENDING -> Math.max(0, kept - count.claimed());
            default -> kept;
        };
    }
}
