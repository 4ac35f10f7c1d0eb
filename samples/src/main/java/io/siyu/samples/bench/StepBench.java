package io.siyu.samples.bench;

import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Median;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.scale.Appended;
import io.siyu.samples.bench.scale.LiveOrders;
import io.siyu.samples.bench.scale.RedisUse;
import io.siyu.samples.bench.scale.ScaleHouse;
import io.siyu.samples.bench.scale.ScaleMembers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench step}: a planned step for every member of a large house, while orders come in. */
@Command(
        name = "step",
        mixinStandardHelpOptions = true,
        description = "A planned step for a million members with caps, then one in quiet hours, while orders come in.")
public final class StepBench extends Bench {
    private static final int MILLION = 1_000_000;
    private static final List<Planned> STEPS = List.of(
            new Planned("", "evening/afternoon", Instant.parse("2030-11-04T06:00:00Z")),
            new Planned(".quiet", "evening/night", Instant.parse("2030-11-04T14:00:00Z")));

    @Option(names = "--live", paramLabel = "N", description = "Orders a second beside (default ${DEFAULT-VALUE}).")
    private int live = 50;

    @Option(names = "--only", paramLabel = "STEP", description = "afternoon or night; else both, one after the other.")
    private @Nullable String only;

    private final List<Double> heaps = new ArrayList<>();

    @Override
    protected void measure(Report report) {
        int members = members(MILLION);
        report.workload(String.format(
                Locale.ROOT,
                "%,d members with three orders; at 14:00 a step for all, of which 30 %% meet a cap, at 22:00 one that"
                        + " quiet hours hold; %d orders a second beside, each thanked",
                members,
                live));
        for (int run = 0; run < runs(1); run++) {
            try (ScaleHouse house = ScaleHouse.open()) {
                report.over(house.processes());
                run(new Setting(report, house, new ScaleMembers(house.edition().catalogue(), members)));
            }
        }
        report.sample(Goal.of("heap", "MB", Kind.SIZE, 1_500), Collections.max(heaps))
                .says(
                        "live heap",
                        heaps + " MB, cleared: moved in, then after each step and when its messages are sent");
    }

    /** A house and who lives in it. */
    private record Setting(Report report, ScaleHouse house, ScaleMembers members) {
        int count() {
            return members.count();
        }
    }

    private void run(Setting setting) {
        RedisUse empty = setting.house().redis();
        Taken moved = setting.report()
                .time(() -> setting.house().moveIn(setting.members().states()));
        double bytes = (double) (setting.house().redis().memory() - empty.memory()) / setting.count();
        setting.report().sample(Goal.shown("members", "bytes/member", Kind.SIZE), bytes);
        told("moved in", moved, setting, empty);
        for (Planned planned : STEPS) {
            if (only == null || planned.step().endsWith("/" + only)) {
                step(setting, planned);
            }
        }
    }

    /** A step, when it is due, and what ends the names of its figures. */
    private record Planned(String name, String step, Instant due) {}

    private void step(Setting setting, Planned planned) {
        ScaleHouse house = setting.house();
        RedisUse before = house.redis();
        Appended file = new Appended(house.file());
        LiveOrders orders = new LiveOrders(house, setting.members(), live);
        Taken taken;
        try (orders) {
            taken = setting.report().time(() -> play(setting, planned, orders, file));
        }
        RedisUse after = house.redis();
        told("step " + planned.step(), taken, setting, before);
        told("sent", setting.report().time(house::awaitDrained), setting, after);
        double redis = (after.cpu() - before.cpu()) * 1e6 / setting.count();
        String name = planned.name();
        double share = (double) setting.count() / MILLION;
        setting.report()
                .sample(Goal.of("step" + name, "s", Kind.TIME, 60 * share, 35 * share), taken.wallMillis() / 1e3, taken)
                .sample(Goal.shown("cpu" + name, "µs CPU/member", Kind.TIME), taken.cpuMicros(setting.count()), taken)
                .sample(Goal.shown("redis.cpu" + name, "µs CPU/member", Kind.TIME), redis, taken)
                .sample(
                        Goal.of("file" + name, "bytes/member", Kind.SIZE, 4_096),
                        (double) file.bytes() / setting.count());
        beside(setting.report(), name, orders, taken);
    }

    private static void beside(Report report, String name, LiveOrders orders, Taken taken) {
        List<Double> latencies = orders.latencies();
        report.says("orders" + name, latencies.size() + " came in beside, " + orders.refused() + " were turned away")
                .sample(Goal.shown("live.p50" + name, "ms", Kind.TIME), Median.of(latencies), taken)
                .sample(Goal.of("live.p99" + name, "ms", Kind.TIME, 250), Median.percentile(latencies, 99), taken);
    }

    private static void play(Setting setting, Planned planned, LiveOrders orders, Appended file) {
        ScaleHouse house = setting.house();
        long projected = house.projected();
        house.set(planned.due());
        orders.begin();
        ScaleHouse.await(() -> {
            file.look(house.file());
            return house.decided(planned.step()) >= setting.count();
        });
        // why: orders come on and on; no more than those in by now can be projected before the last member.
        long all = projected + setting.count() + orders.sent();
        ScaleHouse.await(() -> house.projected() >= all);
        file.look(house.file());
    }

    private void told(String what, Taken taken, Setting setting, RedisUse before) {
        heaps.add((double) (ScaleHouse.heap() >> 20));
        progress(String.format(
                Locale.ROOT,
                "%s: %.1f s, %,.0f members/s, %.0f µs CPU/member; %s",
                what,
                taken.wallMillis() / 1e3,
                taken.perSecond(setting.count()),
                taken.cpuMicros(setting.count()),
                setting.house().redis().since(before)));
    }
}
