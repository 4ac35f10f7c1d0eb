package io.siyu.partition;

import io.siyu.decision.Decide;
import io.siyu.decision.Witness;
import io.siyu.event.Entry;
import io.siyu.event.Event;
import io.siyu.message.Compose;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides one entry against what its partition holds. Pure but for the rule sessions it keeps; one instance per thread.
 *
 * <p>Live workers, replay, rehearsal and tests all run this.
 */
public final class Advance implements AutoCloseable {
    private static final int EDITIONS_KEPT = 4;

    private final Editions editions;
    private final Compose compose;
    private final int partitions;
    private final @Nullable Witness witness;
    private final Map<String, Decide> deciding = new LinkedHashMap<>();
    private final IdentityHashMap<RuleBook, RuleSession> sessions = new IdentityHashMap<>();

    /** Decides with these editions in a house of so many partitions. */
    public Advance(Editions editions, Compose compose, int partitions) {
        this(editions, compose, partitions, null);
    }

    /** The same before a witness; null for none. */
    public Advance(Editions editions, Compose compose, int partitions, @Nullable Witness witness) {
        this.witness = witness;
        this.editions = editions;
        this.compose = compose;
        this.partitions = partitions;
    }

    /** What the entry changes. An entry that cannot be decided is dead: a value, so that every run agrees on it. */
    public Commit decide(Entry entry, Holdings holdings) {
        Work work = new Work(entry, holdings, decide(holdings.partition().edition()));
        loaded(entry.event());
        try {
            switch (entry.kind()) {
                case TICK -> new Ticks(work).run();
                case SCAN -> new Scans(work).run();
                case CONTROL, EVENT, LETTER, RECEIPT -> new Happenings(work).run();
            }
            return work.commit();
        } catch (StoreDownException down) {
            throw down;
            // why: the loop edge of deciding; one poisoned entry must not stop its partition.
        } catch (RuntimeException e) {
            return work.dead(e);
        }
    }

    /** An edition that a node has not loaded is a fault of the node, never of the entry that activates it. */
    private void loaded(Event event) {
        if (event.type().name().equals("edition.activated")) {
            editions.edition(String.valueOf(event.value("edition")));
        }
    }

    private Decide decide(String hash) {
        Decide known = deciding.get(hash);
        if (known != null) {
            return known;
        }
        if (deciding.size() >= EDITIONS_KEPT) {
            forgetOldest();
        }
        Edition edition = editions.edition(hash);
        RuleSession session = sessions.computeIfAbsent(edition.rules(), RuleBook::open);
        Decide fresh = new Decide(edition, session, partitions, witness);
        deciding.put(hash, fresh);
        return fresh;
    }

    private void forgetOldest() {
        Iterator<Decide> all = deciding.values().iterator();
        RuleBook book = all.next().edition().rules();
        all.remove();
        RuleSession session = sessions.get(book);
        if (session != null
                && deciding.values().stream().noneMatch(used -> used.edition().rules() == book)) {
            session.close();
            sessions.remove(book);
        }
    }

    /** The work on one entry: what changed so far, over what the partition holds. */
    final class Work extends Changes {
        private final Decide decide;

        Work(Entry entry, Holdings holdings, Decide decide) {
            super(entry, holdings);
            this.decide = decide;
        }

        Decide decide() {
            return decide;
        }

        /** The edition just activated. */
        Decide decideWith(String hash) {
            return Advance.this.decide(hash);
        }

        @Override
        Commit commit() {
            if (!partition.blocks().isEmpty()) {
                new Blocks(this).ask();
            }
            return super.commit();
        }

        @Override
        String compose(io.siyu.decision.Decision decision) {
            return compose.text(decision, state(decision.subject()), decide.edition());
        }
    }

    @Override
    public void close() {
        deciding.clear();
        sessions.values().forEach(RuleSession::close);
        sessions.clear();
    }
}
