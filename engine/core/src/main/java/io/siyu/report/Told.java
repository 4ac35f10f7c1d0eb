package io.siyu.report;

import io.siyu.decision.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision as screens tell it.
 *
 * @param position of the entry that brought it; with {@code ordinal} it names the decision in its partition
 * @param campaign empty if a rule proposed it
 * @param message empty unless it sends
 * @param line the whole decision line as JSON
 */
public record Told(
        int partition,
        long position,
        int ordinal,
        Instant at,
        String subject,
        String event,
        String rule,
        String campaign,
        String step,
        String edition,
        String channel,
        String message,
        Verdict verdict,
        String reason,
        @Nullable Instant until,
        String text,
        String line) {}
