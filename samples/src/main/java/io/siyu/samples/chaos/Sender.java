package io.siyu.samples.chaos;

import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Intake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program that sends events to the house until each is acknowledged, and some of them again. */
final class Sender {
    private final Map<String, Arrival> open = new LinkedHashMap<>();
    private final Map<String, Arrival> acknowledged = new LinkedHashMap<>();
    private final Map<String, Admission.Accepted> accepted = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** Sends, and tells how many were acknowledged as new. */
    int send(Intake intake, List<Arrival> arrivals) {
        List<Boolean> first = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            String id = arrival.event().id();
            first.add(!open.containsKey(id) && !acknowledged.containsKey(id));
            if (!acknowledged.containsKey(id)) {
                open.put(id, arrival);
            }
        }
        List<Admission> answers = intake.accept(arrivals);
        int fresh = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            fresh += hear(arrivals.get(i), answers.get(i), first.get(i)) ? 1 : 0;
        }
        return fresh;
    }

    private boolean hear(Arrival arrival, Admission answer, boolean first) {
        String id = arrival.event().id();
        if (answer instanceof Admission.Accepted place) {
            if (acknowledged.put(id, arrival) != null) {
                complaints.add("The event (" + id + ") was accepted twice.");
            }
            accepted.put(id, place);
            open.remove(id);
            return true;
        }
        if (answer instanceof Admission.Duplicate) {
            if (first) {
                complaints.add("The event (" + id + ") was called a duplicate when it was sent first.");
            }
            acknowledged.put(id, arrival);
            open.remove(id);
        }
        return false;
    }

    /** Sent and not acknowledged. */
    List<Arrival> open() {
        return List.copyOf(open.values());
    }

    List<Arrival> acknowledged() {
        return List.copyOf(acknowledged.values());
    }

    /** Where each event is that was accepted and the answer heard. */
    Map<String, Admission.Accepted> accepted() {
        return accepted;
    }

    List<String> complaints() {
        return complaints;
    }
}
