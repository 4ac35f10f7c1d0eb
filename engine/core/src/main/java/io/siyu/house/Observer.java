package io.siyu.house;

import io.siyu.dispatch.Outcome;
import io.siyu.partition.Admission;
import io.siyu.partition.Flush;
import io.siyu.partition.PartitionStates.Answer;
import java.time.Duration;
import java.util.List;

/** Is told what a house does, on the thread that did it: it is quick and never throws. Durations are real time. */
public interface Observer {

    /** Nobody looks on. */
    Observer NONE = new Observer() {};

    /** So many events were not fit to ask; their senders are to mend them. */
    default void unfit(long events) {}

    /** Events asked to enter, in one batch, and were answered so. */
    default void admitted(List<Admission> admissions, Duration took) {}

    /** A worker decided a batch of its partitions; nothing of it is written yet. */
    default void decided(Duration took) {}

    /** Batches were written, an answer for each. */
    default void committed(List<Flush> flushes, List<Answer> answers, Duration took) {}

    /** So many letters reached the logs they are addressed to. */
    default void forwarded(int letters) {}

    /** Claims came to these ends. */
    default void ended(List<Outcome> outcomes) {}
}
