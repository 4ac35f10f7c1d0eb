package io.siyu.samples.bench;

import io.siyu.archive.ArchivedWhy;
import io.siyu.archive.Because;
import io.siyu.archive.Why;
import io.siyu.archive.file.FileArchive;
import io.siyu.event.Event;
import io.siyu.partition.LoadedEditions;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.LoadArchive;
import io.siyu.samples.bench.load.Workload;
import io.siyu.samples.bench.served.Folder;
import io.siyu.web.cli.Playbooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code siyu bench why}: why an event was answered as it was, asked of a large archive. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Why an event was answered as it was, asked of an archive of ten million entries.")
public final class WhyBench extends Bench {
    private static final int EVENTS = 10_000_000;
    private static final int MEMBERS = 100_000;
    private static final int RULES = 100;
    private static final int ASKED = 25;
    private static final Instant QUIET = Instant.parse("2026-11-02T08:00:00Z");
    private static final Goal FIRST = Goal.of("first", "ms", Kind.TIME, 1_000);
    private static final Goal WHY = Goal.of("why", "ms", Kind.TIME, 1_000);
    private static final Goal SLOWEST = Goal.of("slowest", "ms", Kind.TIME, 1_000);

    @Override
    protected void measure(Report report) {
        int events = events(EVENTS);
        Workload workload = new Workload(members(MEMBERS), RULES, QUIET);
        Edition edition = Playbooks.reader().read(workload.playbook()).edition();
        try (Folder folder = Folder.temporary()) {
            FileArchive archive = new FileArchive(folder.path());
            LoadArchive.write(workload, edition, events, archive);
            report.workload(workload.told(events) + ", spread over a year and " + LoadArchive.PARTITIONS
                    + " partitions, all archived; " + ASKED + " events asked about, one after the other");
            Why why = new ArchivedWhy(
                    LoadArchive.past(archive),
                    new LoadedEditions(List.of(edition)),
                    LoadArchive.reader(edition),
                    LoadArchive.PARTITIONS);
            ask(report, why, workload, edition);
        }
    }

    private void ask(Report report, Why why, Workload workload, Edition edition) {
        List<Taken> all = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            Event event = workload.event(edition.catalogue(), (long) events(EVENTS) * i / ASKED);
            Taken taken = report.time(() -> require(why.of(event.subject(), event.id()), event));
            report.sample(i == 0 ? FIRST : WHY, taken.wallMillis(), taken);
            all.add(taken);
        }
        all.stream()
                .skip(1)
                .max((one, two) -> Double.compare(one.wallMillis(), two.wallMillis()))
                .ifPresent(slowest -> report.sample(SLOWEST, slowest.wallMillis(), slowest));
    }

    private static void require(List<Because> because, Event event) {
        if (because.isEmpty()
                || !because.get(0).exact()
                || because.get(0).asked().isEmpty()) {
            throw new IllegalStateException("The event (" + event.id() + ") is not explained: " + because);
        }
    }
}
