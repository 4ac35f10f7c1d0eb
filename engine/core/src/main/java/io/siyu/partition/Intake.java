package io.siyu.partition;

import java.util.List;

/** Where events enter the house. Safe for many threads. */
public interface Intake {

    /** One answer for each arrival, in order; what is accepted is durable before this returns. */
    List<Admission> accept(List<Arrival> arrivals);
}
