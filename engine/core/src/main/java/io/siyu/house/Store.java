package io.siyu.house;

import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Vault;
import io.siyu.event.Entry;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionLog;
import io.siyu.partition.PartitionStates;
import java.time.Duration;
import java.util.function.IntConsumer;

/** What a house that runs asks of its store. */
public interface Store {

    /** How many partitions the house has. */
    int partitions();

    Intake intake();

    PartitionLog log();

    PartitionStates states();

    Outbox outbox();

    Vault vault();

    HouseTime time();

    /** The right to own the house, for this node; it runs out after {@code length} without renewal. */
    Lease lease(Duration length);

    /** Looks what other nodes changed, and how full the store is. */
    void look();

    /** Brings what was decided to where screens read it; false if there was nothing new. */
    boolean project();

    /** Brings what was decided into the archive, if there is one; false if there was not enough. */
    boolean archive();

    /** Keeps what the partition holds after this entry, the last that was written; nobody writes to it meanwhile. */
    void snapshot(int partition, Entry entry);

    /** Has {@code appended} told of every partition this node appends to. */
    void onAppended(IntConsumer appended);

    /** Takes over all partitions whoever holds them, who is refused from now on; for a house nobody else may run. */
    void take();
}
