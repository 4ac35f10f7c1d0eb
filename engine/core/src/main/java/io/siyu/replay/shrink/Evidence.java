package io.siyu.replay.shrink;

import io.siyu.decision.Decision;
import io.siyu.event.Subject;
import io.siyu.rule.Edition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What must still be seen when events are left out. */
@FunctionalInterface
public interface Evidence {

    /**
     * Whom it is seen of first, if it is seen at all.
     *
     * @param replay plays the events in question under an edition
     */
    Optional<Subject> in(Function<Edition, List<Decision>> replay);

    /** Two editions decide differently. */
    static Evidence differ(Edition one, Edition other) {
        return replay -> first(replay.apply(one), replay.apply(other));
    }

    /** An edition makes a decision with these words in its reason, its message or what it is about. */
    static Evidence decides(Edition edition, String words) {
        return replay -> replay.apply(edition).stream()
                .filter(decision -> says(decision, words))
                .map(Decision::subject)
                .findFirst();
    }

    private static boolean says(Decision decision, String words) {
        return decision.ruling().reason().contains(words)
                || decision.text().contains(words)
                || decision.intent().target().contains(words)
                || decision.intent().rule().contains(words);
    }

    private static Optional<Subject> first(List<Decision> one, List<Decision> other) {
        int least = Math.min(one.size(), other.size());
        for (int i = 0; i < least; i++) {
            if (!isSame(one.get(i), other.get(i))) {
                return Optional.of(one.get(i).subject());
            }
        }
        List<Decision> longer = one.size() > other.size() ? one : other;
        return longer.size() == least
                ? Optional.empty()
                : Optional.of(longer.get(least).subject());
    }

    /** Whether people would see the same. */
    private static boolean isSame(Decision one, Decision other) {
        return one.at().equals(other.at())
                && one.subject().equals(other.subject())
                && one.channel().equals(other.channel())
                && one.text().equals(other.text())
                && one.ruling().verdict() == other.ruling().verdict()
                && one.ruling().reason().equals(other.ruling().reason())
                && Objects.equals(one.ruling().until(), other.ruling().until())
                && one.intent().action().equals(other.intent().action())
                && one.intent().target().equals(other.intent().target())
                && Objects.equals(one.intent().campaign(), other.intent().campaign())
                && Objects.equals(one.intent().step(), other.intent().step());
    }
}
