package io.siyu.samples.bench;

import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Median;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.scale.Lateness;
import io.siyu.samples.bench.scale.LiveOrders;
import io.siyu.samples.bench.scale.RedisUse;
import io.siyu.samples.bench.scale.ScaleHouse;
import io.siyu.samples.bench.scale.ScaleMembers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code siyu bench timers}: a million reminders due within a minute, then very many in the same second. */
@Command(
        name = "timers",
        mixinStandardHelpOptions = true,
        description = "A million timers due within a minute, then 200,000 in the same second; each sends a message.")
public final class TimersBench extends Bench {
    private static final int MILLION = 1_000_000;
    private static final int TOGETHER = 200_000;
    private static final Instant MINUTE = ScaleHouse.MORNING.plus(Duration.ofHours(1));
    private static final Instant SECOND = ScaleHouse.MORNING.plus(Duration.ofHours(2));
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final String STEP = "reminder/reminder";

    @Option(
            names = "--burst",
            paramLabel = "N",
            description = "How many are due in one second (default: a fifth of the members).")
    private int burst;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "How long after the first the last is due (default ${DEFAULT-VALUE}).")
    private int within = 60;

    @Option(names = "--live", paramLabel = "N", description = "Orders a second beside (default ${DEFAULT-VALUE}).")
    private int live = 20;

    @Override
    protected void measure(Report report) {
        int spread = members(MILLION);
        int together = burst > 0 ? burst : spread / 5;
        report.workload(String.format(
                Locale.ROOT,
                "%,d reminders of coupons due within %d s, then %,d in the same second; each sends a message; %d orders"
                        + " a second beside, each thanked",
                spread,
                within,
                together,
                live));
        for (int run = 0; run < runs(1); run++) {
            try (ScaleHouse house = ScaleHouse.open()) {
                report.over(house.processes());
                Setting setting = new Setting(
                        report, house, new ScaleMembers(house.edition().catalogue(), spread), together, within);
                house.moveIn(setting.members().withCoupons(0, spread, setting::due));
                house.moveIn(setting.members().withCoupons(spread, together, place -> SECOND));
                minute(setting);
                second(setting);
            }
        }
    }

    /**
     * A house and who lives in it.
     *
     * @param members with a coupon whose reminder is due within so many seconds
     * @param together so many more have one due in the same second
     */
    private record Setting(Report report, ScaleHouse house, ScaleMembers members, int together, int within) {
        /** Of those spread, when the reminder that comes so many-th is due. */
        Instant due(int place) {
            return MINUTE.plusNanos(within * 1_000_000_000L / members.count() * place);
        }
    }

    private void minute(Setting setting) {
        ScaleHouse house = setting.house();
        int timers = setting.members().count();
        RedisUse before = house.redis();
        Lateness lateness = new Lateness(setting::due);
        LiveOrders orders = new LiveOrders(house, setting.members(), live);
        Taken taken;
        try (orders) {
            taken = setting.report().time(() -> {
                house.set(MINUTE.minus(BEFORE));
                orders.begin();
                fired(house, timers, lateness);
            });
        }
        told("a minute", taken, timers, house.redis().since(before));
        house.awaitDrained();
        List<Double> late = lateness.seconds();
        setting.report()
                .says("lateness", "by looks at how many had fired, the first to be due counted first")
                .sample(lateness(timers), Median.percentile(late, 99), taken)
                .sample(Goal.shown("lateness.p50", "s", Kind.TIME), Median.of(late), taken)
                .sample(Goal.shown("cpu", "µs CPU/timer", Kind.TIME), taken.cpuMicros(timers), taken)
                .sample(Goal.shown("live.p99", "ms", Kind.TIME), Median.percentile(orders.latencies(), 99), taken);
    }

    /** Fewer than a million a minute prove nothing about a million. */
    private static Goal lateness(int timers) {
        return timers < MILLION
                ? Goal.shown("lateness.p99", "s", Kind.TIME)
                : Goal.of("lateness.p99", "s", Kind.TIME, 5, 1);
    }

    private void second(Setting setting) {
        ScaleHouse house = setting.house();
        RedisUse before = house.redis();
        Lateness lateness = new Lateness(place -> SECOND);
        Taken taken = setting.report().time(() -> {
            house.set(SECOND.minus(BEFORE));
            fired(house, setting.together(), lateness);
        });
        told("a second", taken, setting.together(), house.redis().since(before));
        house.awaitDrained();
        double must = 20.0 * setting.together() / TOGETHER;
        setting.report()
                .sample(Goal.of("drained", "s", Kind.TIME, must), Collections.max(lateness.seconds()), taken)
                .sample(
                        Goal.shown("cpu.drained", "µs CPU/timer", Kind.TIME),
                        taken.cpuMicros(setting.together()),
                        taken);
    }

    private static void fired(ScaleHouse house, int timers, Lateness lateness) {
        long before = house.decided(STEP);
        ScaleHouse.await(() -> {
            int fired = (int) (house.decided(STEP) - before);
            lateness.look(house.now(), fired);
            return fired >= timers;
        });
    }

    private void told(String what, Taken taken, int timers, String redis) {
        progress(String.format(
                Locale.ROOT,
                "%s: %.1f s, %.0f µs CPU/timer; %s",
                what,
                taken.wallMillis() / 1e3,
                taken.cpuMicros(timers),
                redis));
    }
}
