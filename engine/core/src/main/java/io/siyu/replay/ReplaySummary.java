package io.siyu.replay;

import io.siyu.decision.Decision;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay brought.
 *
 * @param entries log entries decided: events, letters, ticks, scan chunks, control entries
 * @param decisions lines written
 * @param nanos wall time, from opening the trace to the last line written
 * @param rows how many decisions by campaign (or rule), verdict and reason
 * @param faultCount rules or entries that could not be evaluated
 * @param faults the first {@value #FAULTS_SHOWN} of them
 */
public record ReplaySummary(
        long entries, long decisions, long nanos, Map<Row, Long> rows, long faultCount, List<String> faults) {

    static final int FAULTS_SHOWN = 20;

    /** What decisions are counted by; {@code by} is the campaign, or the rule outside campaigns. */
    public record Row(String by, String action, String verdict, String reason) implements Comparable<Row> {
        private static final Comparator<Row> ORDER = Comparator.comparing(Row::by)
                .thenComparing(Row::action)
                .thenComparing(Row::verdict)
                .thenComparing(Row::reason);

        static Row of(Decision decision) {
            String campaign = decision.intent().campaign();
            return new Row(
                    campaign == null ? decision.intent().rule() : campaign,
                    decision.intent().action(),
                    decision.ruling().verdict().word(),
                    decision.ruling().reason());
        }

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    public ReplaySummary {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        faults = List.copyOf(faults);
    }

    /** Entries per second of wall time. */
    public long entriesPerSecond() {
        return nanos == 0 ? 0 : Math.round(entries * 1e9 / nanos);
    }
}
