package io.siyu.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How members come into a campaign, what differs between them inside, and how they leave before its last step.
 *
 * @param leaves exits with conditions, beside the plain ones
 * @param variants shares of members in 1/1000, by name in written order; together all of them, or none
 * @param window outside which nobody enters and no step begins; absent means always
 * @param version content hash of what members go through; empty where versions are not told apart
 * @param moves whether members inside go on with a new version; else they finish the one they entered
 */
public record Journey(
        Entry entry,
        List<Exit> leaves,
        Map<String, Integer> variants,
        @Nullable Window window,
        String version,
        boolean moves) {

    /** Whoever is proposed enters, and everybody goes the same way. */
    public static final Journey PLAIN = new Journey(Entry.FREE, List.of(), Map.of(), null, "", false);

    public Journey {
        leaves = List.copyOf(leaves);
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    }

    /** The name of the exit at an index; no step can be called so. */
    public static String exit(int index) {
        return "exit." + (index + 1);
    }

    /**
     * What ends an enrolment if its conditions hold.
     *
     * @param event the dotted type it is; null means any event of the member
     */
    public record Exit(@Nullable String event, List<Condition> when) {
        public Exit {
            when = List.copyOf(when);
        }
    }
}
