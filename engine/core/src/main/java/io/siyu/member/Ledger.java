package io.siyu.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One day of a quota: who was lent how much, and who waits.
 *
 * @param limit the most of the day, as the last asker knew it
 * @param out lent and not returned: spent, or still in partitions
 * @param scarce once it ran dry only what is waited for is lent
 * @param shares by partition, two digits
 * @param asks not answered yet, in the order they came
 */
public record Ledger(long limit, long out, boolean scarce, Map<String, Share> shares, List<Ask> asks) {

    /** Nothing lent. */
    public static final Ledger EMPTY = new Ledger(0, 0, false, Map.of(), List.of());

    /**
     * What one partition has.
     *
     * @param lent and not returned
     * @param open whether some of it may be unspent
     * @param recalled whether an answer to a recall is awaited
     */
    public record Share(long lent, boolean open, boolean recalled) {
        private static final Share NONE = new Share(0, false, false);
    }

    /** A partition in which so many wait. */
    public record Ask(int partition, long waiting) {}

    public Ledger {
        shares = SortedByText.of(shares);
        asks = List.copyOf(asks);
    }

    /** A partition asks; it has nothing left. */
    public Ledger asked(Ask ask, long told) {
        List<Ask> longer = new ArrayList<>(asks);
        longer.add(ask);
        Share share = share(ask.partition());
        return new Ledger(told, out, scarce, shares, longer)
                .with(ask.partition(), new Share(share.lent(), false, share.recalled()));
    }

    /** A partition gives units back; {@code answers} when it was recalled. */
    public Ledger returned(int partition, long units, boolean answers) {
        Share share = share(partition);
        return new Ledger(limit, out - units, scarce, shares, asks)
                .with(partition, new Share(share.lent() - units, share.open(), share.recalled() && !answers));
    }

    /** The first that asked is lent so many. */
    public Ledger lent(long units) {
        int partition = asks.get(0).partition();
        Share share = share(partition);
        return new Ledger(limit, out + units, scarce, shares, asks.subList(1, asks.size()))
                .with(partition, new Share(share.lent() + units, true, share.recalled()));
    }

    /** The first that asked gets nothing. */
    public Ledger refused() {
        return new Ledger(limit, out, scarce, shares, asks.subList(1, asks.size()));
    }

    /** It has run dry: whatever may be unspent is called back. */
    public Ledger recalled() {
        SortedByText<Share> next = SortedByText.of(shares);
        for (int partition : open()) {
            Share share = share(partition);
            next = next.with(key(partition), new Share(share.lent(), false, true));
        }
        return new Ledger(limit, out, true, next, asks);
    }

    /** The partitions in which something may be unspent, in order. */
    public List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        shares.forEach((partition, share) -> {
            if (share.open()) {
                open.add(Integer.parseInt(partition));
            }
        });
        return open;
    }

    /** Whether answers to recalls are awaited. */
    public boolean recalling() {
        return shares.values().stream().anyMatch(Share::recalled);
    }

    private Share share(int partition) {
        Share share = shares.get(key(partition));
        return share == null ? Share.NONE : share;
    }

    private Ledger with(int partition, Share share) {
        return new Ledger(limit, out, scarce, SortedByText.of(shares).with(key(partition), share), asks);
    }

    private static String key(int partition) {
        return String.format(Locale.ROOT, "%02d", partition);
    }
}
