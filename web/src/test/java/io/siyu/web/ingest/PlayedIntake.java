package io.siyu.web.ingest;

import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Intake;
import io.siyu.partition.OutOfOrderException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An intake in memory: it knows what it has seen and can be told to have no room. */
public final class PlayedIntake implements Intake {

    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Arrival> accepted = new ArrayList<>();
    private Admission.@Nullable Cause trouble;
    private int room = Integer.MAX_VALUE;
    private int order = Integer.MAX_VALUE;

    public synchronized void empty() {
        seen.clear();
        accepted.clear();
        trouble = null;
        room = Integer.MAX_VALUE;
        order = Integer.MAX_VALUE;
    }

    /** From now on takes so many events more, then refuses for this cause. */
    public synchronized void refuseAfter(int events, Admission.Cause cause) {
        room = events;
        trouble = cause;
    }

    /** From now on takes so many events more, then finds one out of order. */
    public synchronized void disorderAfter(int events) {
        order = events;
    }

    public synchronized List<Arrival> accepted() {
        return List.copyOf(accepted);
    }

    @Override
    public synchronized List<Admission> accept(List<Arrival> arrivals) {
        List<Admission> admissions = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            if (accepted.size() >= order) {
                throw new OutOfOrderException("It is too early.\nMaybe sort the trace.", admissions);
            }
            admissions.add(accept(arrival));
        }
        return admissions;
    }

    private Admission accept(Arrival arrival) {
        if (accepted.size() >= room && trouble != null) {
            return new Admission.Refused(trouble, Duration.ofMillis(1_500));
        }
        if (!seen.add(arrival.event().source() + " " + arrival.event().id())) {
            return new Admission.Duplicate();
        }
        accepted.add(arrival);
        return new Admission.Accepted(0, accepted.size(), Instant.EPOCH);
    }
}
