package io.siyu.samples.bench;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.decision.Foresight.Question;
import io.siyu.report.reach.Reach;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.scale.ScaleHouse;
import io.siyu.samples.bench.scale.ScaleMembers;
import io.siyu.web.cli.Playbooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench reach}: how many members of a large house an audience means and reaches. */
@Command(
        name = "reach",
        mixinStandardHelpOptions = true,
        description =
                "How many of a million members an audience means and a message would reach: at once, and exactly.")
public final class ReachBench extends Bench {
    private static final int MILLION = 1_000_000;
    private static final int RUNS = 5;
    private static final Instant AFTERNOON = Instant.parse("2030-11-04T06:00:00Z");
    private static final String LISTED = "lists/chosen.csv";
    private static final String AUDIENCE = """
            version: 1
            id: autumn
            name: Autumn
            any:
              - when: [member.level >= 2, member.ordersIn("60d") >= 1]
              - list: chosen
            not:
              - tagged: tag-3
              - when: member.city == "city-7"
            """;

    @Option(names = "--threads", paramLabel = "N", description = "That ask at once (default: as many as processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    protected void measure(Report report) {
        int members = members(MILLION);
        report.workload(String.format(
                Locale.ROOT,
                "%,d members with three orders, in Redis; an audience of two conditions or a list of every tenth of them, but"
                        + " for a tag and a city; an offer on a channel with two caps; %d threads",
                members,
                threads));
        try (ScaleHouse house = ScaleHouse.open()) {
            report.over(house.processes());
            house.moveIn(new ScaleMembers(house.edition().catalogue(), members).states());
            progress("moved in");
            ask(report, house, edition(members));
        }
    }

    private static Edition edition(int members) {
        StringBuilder chosen = new StringBuilder();
        for (int i = 0; i < members; i += 10) {
            chosen.append(ScaleMembers.subject(i).id()).append('\n');
        }
        return Playbooks.reader()
                .read(ScaleHouse.playbook()
                        .with("audiences/autumn.yaml", AUDIENCE.getBytes(StandardCharsets.UTF_8))
                        .with(LISTED, chosen.toString().getBytes(StandardCharsets.UTF_8)))
                .edition();
    }

    private void ask(Report report, ScaleHouse house, Edition edition) {
        SavedAudience audience = Objects.requireNonNull(edition.audiences().get("autumn"));
        Template offer = new Template("offer", Purpose.MARKETING, "phone", 0, Text.of("Hello"), Set.of());
        Question question = Question.of(audience, offer);
        double share = (double) members(MILLION) / MILLION;
        List<Reach> told = new ArrayList<>();
        for (int run = 0; run < runs(RUNS); run++) {
            Taken sample = report.time(() -> told.add(house.reaches().sample(edition, question, AFTERNOON)));
            report.sample(Goal.of("sample", "s", Kind.TIME, 1), sample.wallMillis() / 1e3, sample);
            Taken exact = report.time(() -> told.add(house.reaches().exact(edition, question, AFTERNOON, threads)));
            report.sample(Goal.of("exact", "s", Kind.TIME, 10 * share), exact.wallMillis() / 1e3, exact)
                    .sample(Goal.shown("cpu", "µs CPU/member", Kind.TIME), exact.cpuMicros(members(MILLION)), exact);
            progress(String.format(
                    Locale.ROOT, "sample %.2f s, all %.2f s", sample.wallMillis() / 1e3, exact.wallMillis() / 1e3));
        }
        Reach sample = told.get(told.size() - 2);
        Reach exact = told.get(told.size() - 1);
        require(exact, members(MILLION));
        report.says("sample", line(sample)).says("exact", line(exact));
    }

    private static String line(Reach reach) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "of %,d members %,d (%,d to %,d) are meant, %,d reached now",
                reach.members().all(),
                reach.matched().all(),
                reach.matched().low(),
                reach.matched().high(),
                reach.reachable().all()));
        reach.gaps()
                .forEach(gap -> line.append(String.format(
                        Locale.ROOT, "; %s %,d", gap.reason(), gap.members().all())));
        return line.toString();
    }

    private static void require(Reach exact, int members) {
        long gaps = exact.gaps().stream().mapToLong(gap -> gap.members().all()).sum();
        if (exact.members().all() != members
                || exact.matched().all() == 0
                || exact.reachable().all() + gaps != exact.matched().all()) {
            throw new IllegalStateException("The members were not all asked: " + exact);
        }
    }
}
