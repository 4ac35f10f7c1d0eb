package io.siyu.samples.bench;

import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.LoadCampaigns;
import io.siyu.web.cli.Playbooks;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench publish}: an edition of many files from nothing, then after one changed text and one changed rule. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "An edition of 1,000 campaigns and 200 rule files from nothing, after one changed text, after one changed rule.")
public final class PublishBench extends Bench {
    private static final Goal COLD = Goal.of("cold", "ms CPU", Kind.TIME, 3000, 1500);
    private static final Goal CHANGED = Goal.of("changed", "ms", Kind.TIME, 100, 50);
    private static final Goal CHANGED_CPU = Goal.shown("changed.cpu", "ms CPU", Kind.TIME);
    private static final Goal RULE = Goal.of("rule", "ms", Kind.TIME, 100, 50);
    private static final Goal RULE_CPU = Goal.shown("rule.cpu", "ms CPU", Kind.TIME);

    @Option(
            names = "--campaigns",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many campaigns (default ${DEFAULT-VALUE}).")
    private int campaigns;

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many rule files (default ${DEFAULT-VALUE}).")
    private int files;

    @Override
    protected void measure(Report report) {
        LoadCampaigns load = new LoadCampaigns(campaigns, files);
        Playbook playbook = load.playbook();
        PlaybookReader reader = Playbooks.reader();
        // why: the first reading of this process is the cold one; its compiling of byte code counts, the start of the
        // JVM does not
        Taken cold = report.time(() -> published(reader, playbook));
        report.sample(COLD, cold.cpuMillis(), cold);
        report.workload(String.format(
                Locale.ROOT, "%,d campaigns and %,d rule files, %,d rules", campaigns, files, rules(reader, playbook)));
        Playbook before = playbook;
        for (int run = 1; run <= runs(); run++) {
            Playbook changed = load.changed(before, run);
            Taken text = report.time(() -> published(reader, changed));
            report.sample(CHANGED, text.wallMillis(), text);
            report.sample(CHANGED_CPU, text.cpuMillis(), text);
            Playbook stricter = load.stricter(changed, run);
            Taken rule = report.time(() -> published(reader, stricter));
            report.sample(RULE, rule.wallMillis(), rule);
            report.sample(RULE_CPU, rule.cpuMillis(), rule);
            before = stricter;
        }
    }

    private static int rules(PlaybookReader reader, Playbook playbook) {
        return published(reader, playbook).rules().rules().size();
    }

    private static Edition published(PlaybookReader reader, Playbook playbook) {
        Edition edition = reader.read(playbook).edition();
        edition.rules().open().close();
        return edition;
    }
}
