package io.siyu.campaign;

import java.util.List;

/**
 * A text for some stores or one channel only.
 *
 * @param channel the channel it is for; empty means every channel
 * @param stores ids of the stores it is for, or their common beginning before a {@code *}; empty means every store
 */
public record Variant(String channel, List<String> stores, Text text) {

    private static final int OF_STORE = 1_000;

    public Variant {
        stores = List.copyOf(stores);
    }

    /**
     * How closely it fits, the closest wins: a store counts more than a channel, a store's own id more than a beginning, a
     * longer beginning more than a shorter; negative when it does not fit.
     *
     * @param store empty when unknown
     */
    public int fit(String usedChannel, String store) {
        if (!channel.isEmpty() && !channel.equals(usedChannel)) {
            return -1;
        }
        int best = stores.isEmpty() ? 0 : -1;
        for (String wanted : stores) {
            best = Math.max(best, fit(wanted, store, best));
        }
        return best < 0 ? -1 : 2 * best + (channel.isEmpty() ? 0 : 1);
    }

    private static int fit(String wanted, String store, int otherwise) {
        if (wanted.endsWith("*")) {
            String beginning = wanted.substring(0, wanted.length() - 1);
            return !store.isEmpty() && store.startsWith(beginning) ? 1 + beginning.length() : otherwise;
        }
        return wanted.equals(store) ? OF_STORE : otherwise;
    }
}
