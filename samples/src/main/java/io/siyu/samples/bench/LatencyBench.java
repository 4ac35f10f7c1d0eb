package io.siyu.samples.bench;

import io.siyu.dispatch.Phones;
import io.siyu.event.Event;
import io.siyu.event.EventWriter;
import io.siyu.playbook.Playbook;
import io.siyu.rule.Edition;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Median;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.load.Workload;
import io.siyu.samples.bench.served.Decided;
import io.siyu.samples.bench.served.Folder;
import io.siyu.samples.bench.served.OneByOne;
import io.siyu.samples.bench.served.Sender;
import io.siyu.samples.bench.served.ServedHouse;
import io.siyu.samples.bench.served.Syncs;
import io.siyu.web.SiyuApplication;
import io.siyu.web.cli.Playbooks;
import io.siyu.web.publish.Publishing;
import io.siyu.web.start.StartNotice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** {@code siyu bench latency}: from sending an event to its message on a sandbox phone, at 200 events/s. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "From sending an event to its message being handed over, at 200 events/s; also while publishing"
                + " and while Redis rewrites its file.")
public final class LatencyBench extends Bench {
    private static final int RULES = 100;
    private static final int PER_SECOND = 200;
    private static final Pattern ORDER = Pattern.compile("o-(\\d+)");
    private static final Duration SETTLE = Duration.ofSeconds(2);
    /** An event's append, its commit and the claim of its message are each synced before the message is handed over. */
    private static final int SYNCS = 3;
    /** The first two of them before a decision, and with it a message in the outbox, is durable. */
    private static final int DECIDED = 2;

    private long next;

    /** What is going on in the house beside the events. */
    private enum Beside {
        NOTHING,
        PUBLISHING,
        REWRITING
    }

    /** A house in this JVM and what it works on. */
    private record Setting(
            ConfigurableApplicationContext house,
            Workload workload,
            Edition edition,
            Playbook playbook,
            Path home,
            URI to,
            String token) {}

    @Override
    protected void measure(Report report) {
        Workload workload = new Workload(members(10_000), RULES, Instant.now(Clock.systemUTC()));
        Playbook playbook = workload.playbook();
        Edition edition = Playbooks.reader().read(playbook).edition();
        report.workload(workload.told(events(4_000)) + " in each phase, " + PER_SECOND + " a second, each a request");
        report.reference("making 4 KB durable, asked beside the events; " + SYNCS + " are on the way of a message");
        try (Folder home = Folder.temporary();
                ConfigurableApplicationContext house = SiyuApplication.start(
                        Map.of("siyu.port", "0", "siyu.home", home.path().toString()))) {
            house.getBean(Publishing.class).publish(playbook, "bench");
            StartNotice notice = house.getBean(StartNotice.class);
            URI to = URI.create(notice.address() + "/api/events");
            Setting setting = new Setting(house, workload, edition, playbook, home.path(), to, token(notice));
            EventWriter writer = new EventWriter(edition.catalogue());
            new Sender(setting.to(), setting.token())
                    .send(Sender.bodies(workload.introductions(edition.catalogue()), writer));
            phase(setting, Beside.NOTHING, events(4_000));
            for (int run = 0; run < runs(); run++) {
                for (Beside beside : Beside.values()) {
                    sample(report, beside, phase(setting, beside, events(4_000)));
                }
            }
        }
    }

    /** What a phase measured, in milliseconds since an event was due, and how often one was told to come again. */
    private record Measured(
            List<Double> accepted, List<Double> decided, List<Double> messages, List<Double> syncs, long turnedAway) {}

    private void sample(Report report, Beside beside, Measured measured) {
        String name = beside == Beside.NOTHING ? "" : "." + beside.name().toLowerCase(Locale.ROOT);
        shown(report, "", name, measured.messages());
        shown(report, "sync.", name, measured.syncs());
        shown(report, "accepted.", name, measured.accepted());
        shown(report, "decided.", name, measured.decided());
        beyond(report, "%s.beyond" + name, measured.messages(), waited(measured, SYNCS));
        beyond(report, "decided.%s.beyond" + name, measured.decided(), waited(measured, DECIDED));
        progress(String.format(
                Locale.ROOT,
                "%s: %,d messages, median %.1f ms, p99 %.1f ms; %d events were told to come again",
                beside,
                measured.messages().size(),
                Median.of(measured.messages()),
                Median.percentile(measured.messages(), 99),
                measured.turnedAway()));
    }

    private static void shown(Report report, String what, String name, List<Double> millis) {
        report.sample(Goal.shown(what + "p50" + name, "ms", Kind.SIZE), Median.of(millis))
                .sample(Goal.shown(what + "p99" + name, "ms", Kind.SIZE), Median.percentile(millis, 99));
    }

    /** What so many syncs take: in the median, and with one of them as slow as the slowest. */
    private record Waited(double half, double most) {}

    private static Waited waited(Measured measured, int syncs) {
        double half = Median.of(measured.syncs());
        return new Waited(syncs * half, (syncs - 1) * half + Median.percentile(measured.syncs(), 99));
    }

    private static void beyond(Report report, String name, List<Double> millis, Waited waited) {
        Goal half = Goal.of(String.format(Locale.ROOT, name, "p50"), "ms", Kind.SIZE, 5, 2.5);
        Goal most = Goal.of(String.format(Locale.ROOT, name, "p99"), "ms", Kind.SIZE, 50, 25);
        report.sample(half, Math.max(0, Median.of(millis) - waited.half()))
                .sample(most, Math.max(0, Median.percentile(millis, 99) - waited.most()));
    }

    private Measured phase(Setting setting, Beside beside, int count) {
        OneByOne sender = new OneByOne(setting.to(), setting.token());
        EventWriter writer = new EventWriter(setting.edition().catalogue());
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(setting.workload().event(setting.edition().catalogue(), next++, Instant.now(Clock.systemUTC())));
        }
        List<byte[]> bodies = events.stream().map(writer::write).toList();
        List<Instant> sent;
        try (Syncs syncs = new Syncs(setting.home());
                Decided decided = new Decided(ServedHouse.redis(setting.home()))) {
            sent = sender.send(bodies, PER_SECOND, second -> beside(setting, beside, second));
            sender.pause(SETTLE);
            return new Measured(
                    sender.answered(),
                    decided(decided.stop(), events, sent),
                    latencies(setting, events, sent),
                    syncs.stop(),
                    sender.turnedAway());
        }
    }

    private static List<Double> decided(Map<String, Instant> durable, List<Event> events, List<Instant> sent) {
        List<Double> decided = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Instant at = durable.get(events.get(i).id());
            if (at != null) {
                decided.add(Duration.between(sent.get(i), at).toNanos() / 1e6);
            }
        }
        return decided;
    }

    private static String token(StartNotice notice) {
        return notice.lines().stream()
                .filter(line -> line.startsWith("API token"))
                .map(line -> line.replaceFirst("^.*: ", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server told no API token."));
    }

    /** Once a second: the same content under a new name, or all of Redis' file anew. */
    private static void beside(Setting setting, Beside beside, long second) {
        switch (beside) {
            case NOTHING -> {}
            case PUBLISHING ->
                setting.house()
                        .getBean(Publishing.class)
                        .publish(setting.playbook().with("rules/round.drl", round(second)), "bench");
            case REWRITING -> rewrite(setting.home());
        }
    }

    private static byte[] round(long second) {
        return ("package round;\n\nrule \"Round " + second + "\"\nwhen\n    OrderPlaced( total >= 99999 )\nthen\n"
                        + "    propose.tag(\"round\");\nend\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void rewrite(Path home) {
        try (Jedis redis = new Jedis(ServedHouse.redis(home))) {
            redis.bgrewriteaof();
        } catch (JedisDataException busy) {
            // why: on a slow disk the one of the second before is not done yet, so one is going on all the same.
            if (!String.valueOf(busy.getMessage()).contains("already in progress")) {
                throw busy;
            }
        }
    }

    private static List<Double> latencies(Setting setting, List<Event> events, List<Instant> sent) {
        Phones phones = setting.house().getBean(Phones.class);
        Map<String, Instant> sentBy = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            sentBy.put("o-" + events.get(i).id().substring(2), sent.get(i));
        }
        List<Double> latencies = new ArrayList<>();
        events.stream().map(Event::subject).distinct().forEach(subject -> {
            for (Phones.Received received : phones.of(subject, 50)) {
                Matcher order = ORDER.matcher(received.message().text());
                Instant from = order.find() ? sentBy.get(order.group()) : null;
                if (from != null) {
                    latencies.add(Duration.between(from, received.at()).toNanos() / 1e6);
                }
            }
        });
        return latencies;
    }
}
