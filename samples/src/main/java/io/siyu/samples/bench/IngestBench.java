package io.siyu.samples.bench;

import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import io.siyu.playbook.Playbook;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Processes;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.load.Workload;
import io.siyu.samples.bench.served.CommitsAlone;
import io.siyu.samples.bench.served.Folder;
import io.siyu.samples.bench.served.Sender;
import io.siyu.samples.bench.served.ServedHouse;
import io.siyu.samples.bench.served.Shares;
import io.siyu.web.cli.Playbooks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench ingest}: lines over HTTP, durable, decided, sent, receipts decided; beside the commits alone. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "A whole server: lines over HTTP until all is decided and sent; beside its commits alone.")
public final class IngestBench extends Bench {
    private static final int RULES = 100;
    private static final Goal RATE = Goal.of("rate", "events/s", Kind.RATE, 12_000, 20_000);
    private static final Goal CPU = Goal.of("cpu", "µs CPU/event", Kind.TIME, 160, 80);
    private static final Goal OF_COMMITS = Goal.of("ofcommits", "of the commits", Kind.RATIO, 0.5);
    private static final Goal MEMORY = Goal.of("memory", "MB", Kind.SIZE, 700, 400);
    private static final Goal COMMITS = Goal.shown("commits", "events/s", Kind.RATE);
    private static final Goal ACCEPTED = Goal.shown("accepted", "events/s", Kind.RATE);

    @Option(names = "--launcher", paramLabel = "FILE", description = "Starts the server (default ${DEFAULT-VALUE}).")
    private Path launcher = Path.of("siyu");

    @Option(names = "--warm", paramLabel = "N", description = "Events before the first run (default ${DEFAULT-VALUE}).")
    private int warm = 200_000;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Entries in one commit of the reference (default ${DEFAULT-VALUE}).")
    private int batch = 64;

    private long next;

    /** What every run of one call shares. */
    private record Setting(
            Report report, Workload workload, Edition edition, List<Event> known, ServedHouse house, Sender sender) {
        EventWriter writer() {
            return new EventWriter(edition.catalogue());
        }
    }

    @Override
    protected void measure(Report report) {
        Workload workload = new Workload(members(10_000), RULES, Instant.now(Clock.systemUTC()));
        Playbook playbook = workload.playbook();
        Edition edition = Playbooks.reader().read(playbook).edition();
        int events = events(100_000);
        report.workload(workload.told(events) + "; 1,000 lines a request over 4 connections");
        report.reference(
                "the commits of the same events, decided beforehand, " + batch + " entries of a partition each");
        try (Folder home = Folder.temporary();
                ServedHouse house = ServedHouse.start(launcher, home.path(), playbook, edition.catalogue())) {
            report.over(new Processes().with("server", house.pid()));
            List<Event> known = workload.introductions(edition.catalogue());
            Setting setting =
                    new Setting(report, workload, edition, known, house, new Sender(house.events(), house.token()));
            setting.sender().send(Sender.bodies(known, setting.writer()));
            setting.sender().send(Sender.bodies(more(setting, warm), setting.writer()));
            house.awaitDrained();
            for (int run = 0; run < runs(); run++) {
                run(setting, more(setting, events));
            }
        }
    }

    private void run(Setting setting, List<Event> events) {
        List<byte[]> bodies = Sender.bodies(events, setting.writer());
        long bytes = bodies.stream().mapToLong(body -> body.length).sum();
        Shares shares = new Shares(setting.house(), events.size());
        Taken taken = setting.report()
                .bytesPerEvent((double) bytes / events.size())
                .time(() -> {
                    shares.begin();
                    setting.sender().send(bodies);
                    shares.sent();
                    setting.house().awaitDrained();
                    shares.end();
                });
        report(setting, taken, shares, alone(setting, events));
    }

    private void report(Setting setting, Taken taken, Shares shares, double alone) {
        double rate = taken.perSecond(shares.events());
        double cpu = taken.cpuMicros(shares.events());
        setting.report()
                .sample(RATE, rate, taken)
                .sample(CPU, cpu, taken)
                .sample(OF_COMMITS, rate / alone)
                .sample(MEMORY, setting.house().resident() / 1e6)
                .sample(COMMITS, alone, taken)
                .sample(ACCEPTED, shares.acceptedPerSecond(), taken);
        Map<String, Double> micros = shares.cpuMicros();
        micros.forEach((name, each) ->
                setting.report().sample(Goal.shown("cpu." + name, "µs CPU/event", Kind.TIME), each, taken));
        progress(String.format(
                Locale.ROOT,
                "%,.0f events/s, accepted %,.0f events/s, %.0f µs CPU/event %s, the commits alone %,.0f events/s",
                rate,
                shares.acceptedPerSecond(),
                cpu,
                micros,
                alone));
    }

    private double alone(Setting setting, List<Event> events) {
        CommitsAlone commits = new CommitsAlone(setting.edition(), setting.known(), events, batch);
        double[] shares = commits.shares(events.size());
        setting.report().mix(shares[0], shares[1], shares[2]);
        try (Folder folder = Folder.temporary()) {
            return events.size() * 1e9 / commits.nanos(folder.path());
        }
    }

    private List<Event> more(Setting setting, int count) {
        Instant now = Instant.now(Clock.systemUTC());
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(setting.workload().event(setting.edition().catalogue(), next++, now));
        }
        return events;
    }
}
