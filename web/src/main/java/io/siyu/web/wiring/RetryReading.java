package io.siyu.web.wiring;

import io.siyu.dispatch.Patience;
import io.siyu.web.settings.UnusableSettingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how long messages are tried again, by the server's settings and its channels' own, and tells all faults at once. */
final class RetryReading {
    private static final String SERVER = "siyu.dispatch.retry.";
    private static final String CHANNEL = "siyu.channels.%s.retry.";
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int MOST = 10_000;

    private final List<String> faults = new ArrayList<>();

    private RetryReading() {}

    /** With every channel, and with those that have settings of their own. */
    record Retries(Patience usual, Map<String, Patience> others) {}

    /** The patience these settings make; those of {@code channels} by their names. */
    static Retries read(RetrySettings server, Map<String, RetrySettings> channels) {
        return new RetryReading().retries(server, channels);
    }

    private Retries retries(RetrySettings server, Map<String, RetrySettings> channels) {
        Pauses usual = pauses(SERVER, server, Pauses.of(Patience.USUAL));
        Map<String, Pauses> others = new TreeMap<>();
        channels.forEach((channel, own) -> others.put(channel, pauses(CHANNEL.formatted(channel), own, usual)));
        if (!faults.isEmpty()) {
            throw new UnusableSettingException(
                    String.join("\n", faults), "Maybe docs/operations.md shows how long messages are tried again.");
        }
        Map<String, Patience> patient = new TreeMap<>();
        others.forEach((channel, own) -> patient.put(channel, own.patience()));
        return new Retries(usual.patience(), patient);
    }

    private Pauses pauses(String group, RetrySettings set, Pauses others) {
        within(group + "first", set.first(), SHORTEST);
        within(group + "longest", set.longest(), SHORTEST);
        within(group + "age", set.age(), Duration.ZERO);
        if (set.attempts() != null && (set.attempts() < 1 || set.attempts() > MOST)) {
            fault(group + "attempts", set.attempts() + ") must be from 1 to " + MOST);
        }
        Pauses all = others.but(set);
        boolean paused = set.first() != null || set.longest() != null;
        if (paused && all.longest().compareTo(all.first()) < 0) {
            fault(
                    group + "longest",
                    all.longest() + ") must not be shorter than the first pause (" + all.first() + ")");
        }
        return all;
    }

    private void within(String name, @Nullable Duration time, Duration least) {
        if (time != null && (time.compareTo(least) < 0 || time.compareTo(LONGEST) > 0)) {
            fault(name, time + ") must be from " + least.toMillis() + " ms to " + LONGEST.toDays() + " days");
        }
    }

    private void fault(String name, String wrong) {
        faults.add("The setting " + name + " (" + wrong + ".");
    }

    /** What is in force, whether it fits or not. */
    private record Pauses(Duration first, Duration longest, int attempts, Duration age) {
        static Pauses of(Patience patience) {
            return new Pauses(patience.first(), patience.longest(), patience.attempts(), patience.age());
        }

        Pauses but(RetrySettings set) {
            return new Pauses(
                    Optional.ofNullable(set.first()).orElse(first),
                    Optional.ofNullable(set.longest()).orElse(longest),
                    Optional.ofNullable(set.attempts()).orElse(attempts),
                    Optional.ofNullable(set.age()).orElse(age));
        }

        Patience patience() {
            return new Patience(first, longest, attempts, age);
        }
    }
}
