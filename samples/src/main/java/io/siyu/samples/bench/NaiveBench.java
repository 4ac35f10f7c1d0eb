package io.siyu.samples.bench;

import io.siyu.campaign.Cap;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Processes;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.naive.NaiveHouse;
import io.siyu.samples.bench.scale.ScaleHouse;
import io.siyu.samples.bench.scale.ScaleMembers;
import io.siyu.samples.bench.served.Folder;
import io.siyu.web.cli.Playbooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;

/** {@code siyu bench naive}: delayed messages as they are usually made, beside the same ones in a house. */
@Command(
        name = "naive",
        mixinStandardHelpOptions = true,
        description = "Delayed messages by one stored Quartz trigger each, beside the same messages in a house.")
public final class NaiveBench extends Bench {
    private static final Cap CAP = new Cap(Duration.ofDays(7), 4, null, null);
    private static final Instant DUE = ScaleHouse.MORNING.plus(Duration.ofHours(2));
    private static final int BATCH = 500;

    @Override
    protected void measure(Report report) {
        int members = members(5_000);
        report.workload(String.format(
                Locale.ROOT,
                "%,d members each get a coupon, event by event; its reminder is due for all in the same second",
                members));
        report.reference(
                "one Quartz trigger for each message in an H2 file, the member's state in a row of it, 10 threads");
        for (int run = 0; run < runs(1); run++) {
            Catalogue catalogue =
                    Playbooks.reader().read(ScaleHouse.playbook()).edition().catalogue();
            ScaleMembers all = new ScaleMembers(catalogue, members);
            naive(report.over(new Processes()), all);
            try (ScaleHouse house = ScaleHouse.open()) {
                ours(report.over(house.processes()), house, all);
            }
        }
    }

    private void naive(Report report, ScaleMembers members) {
        try (Folder folder = Folder.temporary();
                NaiveHouse house = new NaiveHouse(folder.path(), CAP)) {
            members.states().forEach(house::moveIn);
            long empty = house.bytes();
            Instant due = Instant.now(Clock.systemUTC());
            Taken planted = report.time(() ->
                    IntStream.range(0, members.count()).forEach(i -> house.enter(coupon(members, i), due)));
            long full = house.bytes();
            Taken sent = report.time(() -> {
                house.start();
                ScaleHouse.await(() -> house.sent() >= members.count());
            });
            sample(report, "naive.", members.count(), new Cost(planted, sent, full - empty));
        }
    }

    private void ours(Report report, ScaleHouse house, ScaleMembers members) {
        house.moveIn(members.states());
        long empty = house.redis().file();
        Taken planted = report.time(() -> {
            for (int first = 0; first < members.count(); first += BATCH) {
                List<Event> batch = new ArrayList<>(BATCH);
                for (int i = first; i < Math.min(members.count(), first + BATCH); i++) {
                    batch.add(coupon(members, i));
                }
                ScaleHouse.await(() -> house.enter(batch));
            }
            house.awaitDecided();
        });
        long full = house.redis().file();
        Taken sent = report.time(() -> {
            house.set(DUE);
            ScaleHouse.await(() -> house.decided("reminder/reminder") >= members.count());
            house.awaitDrained();
        });
        sample(report, "", members.count(), new Cost(planted, sent, full - empty));
    }

    private static Event coupon(ScaleMembers members, int number) {
        Subject member = ScaleMembers.subject(number);
        return members.coupon(member, DUE);
    }

    /** What the messages took: being planned, being sent, and lying on disk meanwhile. */
    private record Cost(Taken planted, Taken sent, long bytes) {
        double cpuMicros(int messages) {
            return planted.cpuMicros(messages) + sent.cpuMicros(messages);
        }
    }

    private void sample(Report report, String whose, int messages, Cost cost) {
        double planted = cost.planted().perSecond(messages);
        double sent = cost.sent().perSecond(messages);
        double cpu = cost.cpuMicros(messages);
        report.sample(Goal.shown(whose + "planted", "events/s", Kind.RATE), planted, cost.planted())
                .sample(Goal.shown(whose + "sent", "messages/s", Kind.RATE), sent, cost.sent())
                .sample(Goal.shown(whose + "cpu", "µs CPU/message", Kind.TIME), cpu, cost.sent())
                .sample(Goal.shown(whose + "bytes", "bytes/message", Kind.SIZE), (double) cost.bytes() / messages);
        progress(String.format(
                Locale.ROOT,
                "%s%.0f events/s planted, %.0f messages/s sent, %.0f µs CPU each",
                whose,
                planted,
                sent,
                cpu));
    }
}
