package io.siyu.samples.chaos;

import io.siyu.dispatch.Outbox;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionLog;
import io.siyu.partition.PartitionStates;

/** The ports a node works through; a planted bug may stand before each. */
record Ports(Intake intake, PartitionLog log, PartitionStates states, Outbox outbox) {
    Ports with(Intake other) {
        return new Ports(other, log, states, outbox);
    }

    Ports with(PartitionLog other) {
        return new Ports(intake, other, states, outbox);
    }

    Ports with(PartitionStates other) {
        return new Ports(intake, log, other, outbox);
    }

    Ports with(Outbox other) {
        return new Ports(intake, log, states, other);
    }
}
