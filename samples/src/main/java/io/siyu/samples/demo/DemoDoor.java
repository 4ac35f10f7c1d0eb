package io.siyu.samples.demo;

import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.partition.Admission;
import io.siyu.partition.Arrival;
import io.siyu.partition.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The demo's way into the house: every event passes the gate that all events pass, and is sent again when refused. */
final class DemoDoor {
    private final EventReader gate;
    private final Intake intake;
    private final Rest rest;

    /** A wait that ends early when the demo is stopped. */
    @FunctionalInterface
    interface Rest {
        /** Whether the demo goes on after the wait. */
        boolean rest(Duration time);
    }

    DemoDoor(EventReader gate, Intake intake, Rest rest) {
        this.gate = gate;
        this.intake = intake;
        this.rest = rest;
    }

    /** Sends the events until all are in; false if the demo was stopped before. */
    boolean enter(List<DemoEvent> events) {
        List<Arrival> left = new ArrayList<>();
        for (DemoEvent event : events) {
            left.add(arrival(event));
        }
        while (!left.isEmpty()) {
            List<Admission> answers = intake.accept(left);
            List<Arrival> again = new ArrayList<>();
            Duration wait = Duration.ZERO;
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i) instanceof Admission.Refused refused) {
                    again.add(left.get(i));
                    wait = refused.retryAfter();
                }
            }
            if (!again.isEmpty() && !rest.rest(wait)) {
                return false;
            }
            left = again;
        }
        return true;
    }

    private Arrival arrival(DemoEvent event) {
        Reading reading = gate.read(event.json());
        if (reading instanceof Reading.Read read) {
            return new Arrival(read.event(), read.personal(), null);
        }
        throw new IllegalStateException("The demo makes an event that is not fit: " + event.type() + " " + reading);
    }
}
