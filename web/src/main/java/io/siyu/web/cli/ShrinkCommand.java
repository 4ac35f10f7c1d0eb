package io.siyu.web.cli;

import io.siyu.replay.TraceEvents;
import io.siyu.replay.TraceEvents.Traced;
import io.siyu.replay.shrink.Evidence;
import io.siyu.replay.shrink.TraceScenario;
import io.siyu.replay.shrink.TraceShrink;
import io.siyu.rule.Edition;
import io.siyu.trace.BrokenTrace;
import io.siyu.trace.TraceHeader;
import io.siyu.trace.TraceWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code siyu shrink}: leaves out the events of a trace that do not matter for what it shows. */
@Command(
        name = "shrink",
        mixinStandardHelpOptions = true,
        description = {
            "Leaves out members and events of a trace as long as two playbooks still decide differently, or one still makes"
                    + " a decision.",
            "Exit code 0: what is left was told. 1: the trace does not show it, or it does not show in a scenario."
        })
public final class ShrinkCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "TRACE", description = "The trace, *.jsonl or *.jsonl.gz.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path trace;

    @Option(names = "--playbook", required = true, paramLabel = "DIR", description = "The playbook that decides.")
    @SuppressWarnings("NullAway.Init") // why: picocli refuses the call without it
    private Path playbook;

    @Option(names = "--against", paramLabel = "DIR", description = "The playbook that decides otherwise.")
    private @Nullable Path against;

    @Option(
            names = "--decision",
            paramLabel = "TEXT",
            description = "Instead of another playbook: words of the reason, the message, the rule or the target of a"
                    + " decision that must still be made.")
    private @Nullable String decision;

    @Option(names = "--out", paramLabel = "TRACE", description = "Write the smaller trace; *.gz is compressed.")
    private @Nullable Path out;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Write it as a scenario with what --playbook decides as its end.")
    private @Nullable Path scenario;

    @Override
    public Integer call() throws IOException {
        if ((against == null) == (decision == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Either --against or --decision must say what is to be kept.\nMaybe --against with the playbook before"
                            + " the change.");
        }
        List<Path> directories = against == null ? List.of(playbook) : List.of(playbook, against);
        Optional<List<Edition>> editions = Playbooks.editions(directories, spec);
        if (editions.isEmpty()) {
            return 1;
        }
        try {
            return shrink(editions.get());
        } catch (BrokenTrace broken) {
            spec.commandLine().getErr().println(broken.getMessage());
            return 1;
        }
    }

    private int shrink(List<Edition> editions) throws IOException {
        Edition edition = editions.get(0);
        TraceEvents all = TraceEvents.read(trace, edition.catalogue());
        Evidence evidence =
                decision == null ? Evidence.differ(edition, editions.get(1)) : Evidence.decides(edition, decision);
        try (TraceShrink shrink = new TraceShrink(evidence, all.header().partitions())) {
            List<Traced> left = shrink.fewest(all.events());
            tell(all, left, shrink.replays());
            if (left.isEmpty()) {
                return 1;
            }
            write(all.header(), left);
            TraceScenario told =
                    new TraceScenario(edition, editions.stream().skip(1).findFirst(), evidence);
            return writeScenario(told, left) ? 0 : 1;
        }
    }

    private void tell(TraceEvents all, List<Traced> left, int replays) {
        PrintWriter told = spec.commandLine().getOut();
        if (all.activations() > 0) {
            told.println("Activations of editions in the trace are passed over: "
                    + (decision == null ? "each playbook" : "the playbook") + " decides from the start.");
        }
        if (left.isEmpty()) {
            told.println(
                    decision == null
                            ? "Both playbooks decide the same on this trace.\nMaybe another trace shows the difference."
                            : "No decision on this trace has \"" + decision
                                    + "\" in its reason, message, rule or target.\nMaybe ./siyu replay tells its decisions.");
        } else {
            told.println(String.format(
                    Locale.ROOT,
                    "%,d of %,d events show it, of %,d of %,d members and communities; %,d replays told so.",
                    left.size(),
                    all.events().size(),
                    subjects(left),
                    subjects(all.events()),
                    replays));
            left.forEach(one -> told.println(new String(one.line().json(), StandardCharsets.UTF_8)));
        }
        told.flush();
    }

    private static long subjects(List<Traced> events) {
        return events.stream().map(one -> one.event().subject()).distinct().count();
    }

    private void write(TraceHeader header, List<Traced> left) throws IOException {
        if (out != null) {
            try (TraceWriter writer = new TraceWriter(out, header)) {
                for (Traced one : left) {
                    writer.write(one.line().json());
                }
                writer.finish();
            }
        }
    }

    private boolean writeScenario(TraceScenario told, List<Traced> left) throws IOException {
        if (scenario == null) {
            return true;
        }
        List<String> words = new ArrayList<>(List.of("From", String.valueOf(trace.getFileName())));
        words.add(decision == null ? "against " + against : "for " + decision);
        Optional<String> file = told.told(String.join(" ", words), left);
        if (file.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "What the trace shows does not show in a scenario, whose members join a second before it starts"
                                    + " and which tells of members and communities only.\nMaybe keep the trace of --out instead.");
            return false;
        }
        Path folder = scenario.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(scenario, file.get());
        return true;
    }
}
