package io.siyu.report;

import io.siyu.event.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message from the entry that caused it to its last receipt.
 *
 * @param entry null when the log no longer holds it
 * @param status {@code pending}, {@code claimed}, {@code parked}, or the last receipt's word such as {@code sent}
 * @param receipts in log order
 */
public record Story(Told decision, @Nullable Entry entry, String status, List<Entry> receipts) {
    public Story {
        receipts = List.copyOf(receipts);
    }
}
