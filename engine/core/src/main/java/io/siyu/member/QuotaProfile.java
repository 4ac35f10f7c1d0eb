package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a channel's daily limit as a subject.
 *
 * @param days the ledgers of the newest {@value #KEPT} days, by date
 */
public record QuotaProfile(Map<String, Ledger> days) implements Profile {
    /** How many days are kept; whoever asks for an earlier one is refused. */
    public static final int KEPT = 3;

    static final QuotaProfile FRESH = new QuotaProfile(Map.of());

    public QuotaProfile {
        days = SortedByText.of(days);
    }

    @Override
    public QuotaProfile after(Event event, Instant at) {
        // why: what is lent depends on the edition, so the decision stage keeps the ledgers.
        return this;
    }

    /** The ledger of a day; absent when the day is forgotten. */
    public Optional<Ledger> ledger(LocalDate day) {
        Ledger known = days.get(day.toString());
        boolean forgotten = known == null
                && days.size() >= KEPT
                && day.toString().compareTo(days.keySet().iterator().next()) < 0;
        return forgotten ? Optional.empty() : Optional.of(known == null ? Ledger.EMPTY : known);
    }

    /** With this ledger for the day; the oldest goes. */
    public QuotaProfile with(LocalDate day, Ledger ledger) {
        SortedByText<Ledger> next = SortedByText.of(days).with(day.toString(), ledger);
        while (next.size() > KEPT) {
            next = next.without(next.keySet().iterator().next());
        }
        return new QuotaProfile(next);
    }
}
