package io.siyu.replay;

import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.member.PartitionState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts anew, from decisions alone, how far the proposals of each campaign's steps have come. */
public final class Recount {
    private Recount() {}

    /** What the decisions say, by {@code campaign/step/act/word}. */
    public static Map<String, Long> of(Collection<Decision> decisions) {
        Map<String, Decision> last = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            if (decision.intent().campaign() != null) {
                last.put(decision.subject() + " " + decision.intent().proposal(), decision);
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        for (Decision decision : last.values()) {
            counts.merge(row(decision) + "/proposed", 1L, Long::sum);
            counts.merge(row(decision) + "/" + word(decision.ruling().verdict()), 1L, Long::sum);
        }
        return counts;
    }

    private static String row(Decision decision) {
        String step = decision.intent().step() == null ? "" : decision.intent().step();
        boolean message = List.of("send", "push").contains(decision.intent().action());
        return decision.intent().campaign() + "/" + step + "/"
                + (message ? "message" : decision.intent().action());
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case SEND -> "passed";
            case HOLD -> "held";
            case DROP -> "dropped";
        };
    }

    /** What the partitions counted while they decided. */
    public static Map<String, Long> kept(Collection<PartitionState> partitions) {
        Map<String, Long> counts = new TreeMap<>();
        partitions.forEach(
                state -> state.ways().counts().forEach((what, count) -> counts.merge(what, count, Long::sum)));
        return counts;
    }

    /** Rows whose counts do not add up to what was proposed. */
    public static List<String> unbalanced(Map<String, Long> counts) {
        Map<String, Long> left = new TreeMap<>();
        counts.forEach((what, count) -> {
            int slash = what.lastIndexOf('/');
            boolean proposed = what.substring(slash + 1).equals("proposed");
            left.merge(what.substring(0, slash), proposed ? count : -count, Long::sum);
        });
        return left.entrySet().stream()
                .filter(row -> row.getValue() != 0)
                .map(row -> row.getKey() + " " + row.getValue())
                .toList();
    }
}
