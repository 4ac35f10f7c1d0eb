package io.siyu.member;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition was lent of one channel's daily limit.
 *
 * @param day the retailer's day it may be spent on
 * @param left how many messages it still pays for
 * @param open lent and since then neither recalled nor found empty: the quota knows that something may be left
 * @param asked whether an answer to an ask is awaited
 * @param refusedAt when an ask was refused last; believed for {@link #BELIEVED}
 * @param waiting proposal and subject of those that wait for the answer, in the order they came
 * @param beyond how many more wait without a place in that list
 */
public record Block(
        LocalDate day,
        long left,
        boolean open,
        boolean asked,
        @Nullable Instant refusedAt,
        List<String> waiting,
        long beyond) {

    /** How many have a place in the list; one entry judges them all. */
    public static final int MOST_WAITING = 250;

    /** How long a refusal answers for what is proposed later; units may come back. */
    public static final Duration BELIEVED = Duration.ofMinutes(1);

    public Block {
        waiting = List.copyOf(waiting);
    }

    /** Nothing lent yet. */
    public static Block empty(LocalDate day) {
        return new Block(day, 0, false, false, null, List.of(), 0);
    }

    /** Whether the list of those waiting has no place left. */
    public boolean full() {
        return waiting.size() >= MOST_WAITING;
    }

    /** Whether a refusal still answers at {@code at}. */
    public boolean refused(Instant at) {
        return refusedAt != null && at.isBefore(refusedAt.plus(BELIEVED));
    }

    /** How many wait. */
    public long wanted() {
        return waiting.size() + beyond;
    }

    /** With one message paid. */
    public Block spent() {
        return new Block(day, left - 1, open, asked, refusedAt, waiting, beyond);
    }

    /** With one message's unit back. */
    public Block givenBack() {
        return new Block(day, left + 1, open, asked, refusedAt, waiting, beyond);
    }

    /** With one more that waits. */
    public Block awaited(String proposal, String subject) {
        if (full()) {
            return new Block(day, left, open, asked, refusedAt, waiting, beyond + 1);
        }
        List<String> longer = new ArrayList<>(waiting);
        longer.add(proposal + " " + subject);
        return new Block(day, left, open, asked, refusedAt, longer, beyond);
    }

    /** The quota is asked for more. */
    public Block asking() {
        return new Block(day, left, false, true, refusedAt, waiting, beyond);
    }

    /** The quota lent {@code units}; nobody waits for it any more. */
    public Block lent(long units) {
        return new Block(day, left + units, true, false, null, List.of(), 0);
    }

    /** The quota has nothing; nobody waits for it any more. */
    public Block refusing(Instant at) {
        return new Block(day, left, open, false, at, List.of(), 0);
    }

    /** With what was left gone back. */
    public Block returned() {
        return new Block(day, 0, false, asked, refusedAt, waiting, beyond);
    }

    /** Open to asking again, whatever was refused. */
    public Block unrefused() {
        return new Block(day, left, open, asked, null, waiting, beyond);
    }
}
