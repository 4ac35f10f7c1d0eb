package io.siyu.replay;

import io.siyu.decision.Letter;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One partition as virtual time drives it: in memory for a replay, the real log and worker for a live house. */
public interface Lane {

    /** Appends an entry at {@code at} (or the partition's last log time, if later) and decides it and all it continues. */
    void settle(Instant at, EntryKind kind, Event event);

    /** When the partition's earliest timer is due. */
    Optional<Instant> nextDue();

    /** The letters written since last asked, in log order. */
    List<Letter> takeLetters();
}
