package io.siyu.rule.drools;

import io.siyu.rule.Fact;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The one object in working memory: the fact asked about, and the numbers of the rules that fired for it. */
final class Evaluation {

    private final int[] fired;
    private int count;
    private @Nullable Fact fact;

    /** @param rules how many rules there are; each fires at most once */
    Evaluation(int rules) {
        this.fired = new int[rules];
    }

    void begin(Fact asked) {
        fact = asked;
        count = 0;
    }

    void end() {
        fact = null;
    }

    Fact fact() {
        if (fact == null) {
            throw new IllegalStateException("No fact is under evaluation.");
        }
        return fact;
    }

    void fire(int rule) {
        fired[count++] = rule;
    }

    /** The numbers of the rules that fired, ascending. */
    int[] fired() {
        int[] numbers = Arrays.copyOf(fired, count);
        Arrays.sort(numbers);
        return numbers;
    }

    boolean silent() {
        return count == 0;
    }
}
