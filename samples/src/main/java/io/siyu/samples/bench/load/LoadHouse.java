package io.siyu.samples.bench.load;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.decision.Witness;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.member.PartitionState;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.LoadedEditions;
import io.siyu.partition.MemoryHoldings;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One partition in memory that has been told of all members and decides events one after the other. */
public final class LoadHouse implements AutoCloseable {
    private final Advance advance;
    private final MemoryHoldings holdings;
    private long position;
    private long proposed;
    private long rendered;
    private long held;

    /** A house under this edition that knows every member of the workload. */
    public LoadHouse(Workload workload, Edition edition) {
        this(workload, edition, null);
    }

    /** The same before a witness; null for none. */
    public LoadHouse(Workload workload, Edition edition, @Nullable Witness witness) {
        this.advance = new Advance(new LoadedEditions(List.of(edition)), new LiquidTexts(), 1, witness);
        this.holdings = new MemoryHoldings(PartitionState.fresh(0).activated(edition.hash(), 1));
        for (int member = 0; member < workload.members(); member++) {
            for (Event told : workload.introduction(edition.catalogue(), member)) {
                decide(told, told.time());
            }
        }
    }

    /** Decides one event and takes over what it changes. */
    public void decide(Event event, Instant at) {
        Commit commit = advance.decide(new Entry(++position, at, EntryKind.EVENT, event), holdings);
        holdings.apply(commit);
        if (!commit.dead().isEmpty()) {
            throw new IllegalStateException("The event (" + event.id() + ") could not be decided: " + commit.dead());
        }
        if (!commit.decisions().isEmpty()) {
            count(commit.decisions());
        }
    }

    private void count(List<Decision> decisions) {
        proposed++;
        for (Decision decision : decisions) {
            held += decision.ruling().verdict() == Verdict.HOLD ? 1 : 0;
            rendered += decision.text().isEmpty() ? 0 : 1;
        }
    }

    /** How many events had a proposal. */
    public long proposed() {
        return proposed;
    }

    /** How many messages were rendered. */
    public long rendered() {
        return rendered;
    }

    /** How many messages were held. */
    public long held() {
        return held;
    }

    @Override
    public void close() {
        advance.close();
    }
}
