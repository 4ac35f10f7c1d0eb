package io.siyu.samples.bench;

import io.siyu.archive.Snapshots;
import io.siyu.archive.file.FileArchive;
import io.siyu.partition.LoadedEditions;
import io.siyu.playbook.Playbook;
import io.siyu.replay.Backtest;
import io.siyu.replay.Backtest.RuleHits;
import io.siyu.replay.DryRun;
import io.siyu.replay.PastFacts;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.LoadArchive;
import io.siyu.samples.bench.load.LoadArchive.Sample;
import io.siyu.samples.bench.load.Workload;
import io.siyu.samples.bench.served.Folder;
import io.siyu.web.cli.Playbooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code siyu bench backtest}: how often rules would have fired in the last week of a large house. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "How often rules would have fired, asked of a week of a million members with five events each.")
public final class BacktestBench extends Bench {
    private static final int MEMBERS = 1_000_000;
    private static final int EACH = 5;
    private static final int RULES = 100;
    private static final int ASKED = 20;
    private static final double MEGABYTE = 1 << 20;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant QUIET = Instant.parse("2026-11-02T08:00:00Z");
    private static final Goal COLD = Goal.shown("cold", "ms", Kind.TIME);
    private static final Goal ONE = Goal.of("one", "ms", Kind.TIME, 1_000);
    private static final Goal ALL = Goal.of("all", "ms", Kind.TIME, 1_000);
    private static final Goal SLOWEST = Goal.of("slowest", "ms", Kind.TIME, 1_000);
    private static final Goal KEPT = Goal.shown("kept", "MB", Kind.TIME);

    @Override
    protected void measure(Report report) {
        Workload workload = new Workload(members(MEMBERS), RULES, QUIET);
        long events = (long) workload.members() * EACH;
        Edition edition = Playbooks.reader().read(workload.playbook()).edition();
        try (Folder folder = Folder.temporary()) {
            FileArchive archive = new FileArchive(folder.path());
            LoadArchive.write(workload, edition, new Sample(events, WEEK, PastFacts.FEWEST), archive);
            report.workload(String.format(
                    Locale.ROOT,
                    "%s, over a week; of %d partitions the %d that are read are archived, the others cost nothing. One rule of"
                            + " four conditions on orders, and one of them on each of the event types",
                    workload.told(events),
                    LoadArchive.PARTITIONS,
                    PastFacts.FEWEST));
            DryRun.House house = new DryRun.House(
                    LoadArchive.past(archive),
                    Snapshots.NONE,
                    new LoadedEditions(List.of(edition)),
                    LoadArchive.reader(edition),
                    LoadArchive.PARTITIONS);
            ask(report, house, edition, workload.playbook());
        }
    }

    private static void ask(Report report, DryRun.House house, Edition edition, Playbook playbook) {
        double before = heap();
        List<PastFacts> read = new ArrayList<>();
        Taken cold = report.time(() -> read.add(PastFacts.read(house, QUIET.minusSeconds(1), QUIET.plus(WEEK))));
        report.sample(COLD, cold.wallMillis(), cold);
        PastFacts facts = read.get(0);
        report.sample(KEPT, heap() - before, cold);
        RuleBook one = book(playbook, edition, List.of("order.placed"));
        List<String> types = edition.rules().rules().stream()
                .map(RuleBook.RuleSummary::event)
                .distinct()
                .toList();
        RuleBook all = book(playbook, edition, types);
        double slowest = 0;
        for (int i = 0; i < ASKED; i++) {
            Taken alone = report.time(() -> require(Backtest.of(one, facts)));
            report.sample(ONE, alone.wallMillis(), alone);
            Taken every = report.time(() -> require(Backtest.of(all, facts)));
            report.sample(ALL, every.wallMillis(), every);
            slowest = Math.max(slowest, every.wallMillis());
        }
        report.sample(SLOWEST, slowest, cold);
    }

    /** One rule on each of these types. */
    private static RuleBook book(Playbook playbook, Edition edition, List<String> types) {
        StringBuilder drl = new StringBuilder();
        for (String type : types) {
            drl.append("rule \"")
                    .append(type)
                    .append("\" when ")
                    .append(edition.catalogue().require(type).drlName())
                    .append("( total >= 100, store != \"store-3\", member.level >= 2, member.ordersIn(\"30d\") < 3 )")
                    .append(" then propose.tag(\"seen\"); end\n");
        }
        Playbook alone = playbook;
        for (String path : playbook.paths(path -> path.startsWith("rules/"))) {
            alone = alone.without(path);
        }
        alone = alone.with("rules/backtest.drl", drl.toString().getBytes(StandardCharsets.UTF_8));
        return Playbooks.reader().read(alone).edition().rules();
    }

    private static void require(List<RuleHits> hits) {
        if (hits.isEmpty() || hits.stream().anyMatch(one -> one.heard().counted() == 0)) {
            throw new IllegalStateException("A rule was asked about nothing: " + hits);
        }
    }

    private static double heap() {
        Runtime.getRuntime().gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
    }
}
