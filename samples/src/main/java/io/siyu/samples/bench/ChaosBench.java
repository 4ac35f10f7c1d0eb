package io.siyu.samples.bench;

import io.siyu.campaign.Durations;
import io.siyu.samples.chaos.Chaos;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siyu bench chaos}: random faults until a house breaks or the time is over. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description =
                "Plays houses random faults and compares them with a model, until one breaks or the time is over.")
public final class ChaosBench implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "1m",
            description = "How long, such as 30s, 10m or 8h (default ${DEFAULT-VALUE}).")
    private String time = "1m";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the first run, counted up from there (default: another one each time).")
    private @Nullable Long seed;

    @Option(names = "--runs", paramLabel = "N", description = "How many runs at most.")
    private long runs = Long.MAX_VALUE;

    @Option(names = "--trace", description = "Prints every step of the last run.")
    private boolean trace;

    private final Map<String, Integer> faults = new TreeMap<>();
    private long events;
    private long messages;

    @Override
    public Integer call() throws IOException {
        Duration length = length();
        long first = seed == null ? System.currentTimeMillis() % 1_000_000_000 : seed;
        Path directory = Files.createTempDirectory("siyu-chaos");
        try (Chaos chaos = new Chaos(directory)) {
            return play(chaos, first, length);
        } finally {
            delete(directory);
        }
    }

    private Duration length() {
        try {
            return Durations.parse(time);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "The time of --for (" + time + "): " + e.getMessage(), e);
        }
    }

    private int play(Chaos chaos, long first, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        long played = 0;
        List<String> complaints = List.of();
        List<String> steps = List.of();
        while (complaints.isEmpty() && played < runs && System.nanoTime() < end) {
            Chaos.Run run = chaos.run(first + played++);
            run.faults().forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
            events += run.events();
            messages += run.messages();
            complaints = run.complaints();
            steps = run.trace();
        }
        print(first, played, complaints, trace ? steps : List.of());
        return complaints.isEmpty() ? 0 : 1;
    }

    private void print(long first, long played, List<String> complaints, List<String> steps) {
        PrintWriter out = spec.commandLine().getOut();
        steps.forEach(out::println);
        out.printf(
                Locale.ROOT,
                "chaos: %,d runs from seed %d, %,d events, %,d messages%n",
                played,
                first,
                events,
                messages);
        faults.forEach((fault, times) -> out.printf(Locale.ROOT, "  %-28s %,8d%n", fault, times));
        if (complaints.isEmpty()) {
            out.println("Nothing lost, nothing twice.");
        } else {
            long broken = first + played - 1;
            out.println("Seed " + broken + " breaks the house:");
            complaints.forEach(complaint -> out.println("  " + complaint));
            out.println("Again: ./siyu bench chaos --seed " + broken + " --runs 1 --trace");
        }
        out.flush();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
