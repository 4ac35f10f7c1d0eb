package io.siyu.partition;

import java.util.List;

/** Where events enter the house. Safe for many threads. */
public interface Intake {

    /**
     * One answer for each arrival, in order; what is accepted is durable before this returns, or under a trace's clock
     * when its minute is over.
     *
     * @throws OutOfOrderException under a trace's clock, at the first arrival that is; those before it are in
     */
    List<Admission> accept(List<Arrival> arrivals);
}
