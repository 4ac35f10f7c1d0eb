package io.siyu.samples.bench;

import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.samples.bench.frame.Bench;
import io.siyu.samples.bench.frame.Goal;
import io.siyu.samples.bench.frame.Kind;
import io.siyu.samples.bench.frame.Report;
import io.siyu.samples.bench.frame.Taken;
import io.siyu.samples.bench.scale.RedisUse;
import io.siyu.samples.bench.scale.ScaleHouse;
import io.siyu.samples.bench.scale.ScaleMembers;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** {@code siyu bench call}: an event of a store asks every member of a large house whether it is meant for them. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "Stock that expires at a store nobody goes to, then at one that one member of 40 goes to.")
public final class CallBench extends Bench {
    private static final int MEMBERS = 100_000;
    private static final int RUNS = 5;
    private static final String STEP = "shelf/tell";

    @Override
    protected void measure(Report report) {
        int members = members(MEMBERS);
        report.workload(String.format(
                Locale.ROOT,
                "%,d members with three orders; a store tells of stock that expires, which calls its members: of a store"
                        + " without any, and of one whose are one in 40; from the event to the last partition's scan",
                members));
        try (ScaleHouse house = ScaleHouse.open()) {
            report.over(house.processes());
            house.moveIn(new ScaleMembers(house.edition().catalogue(), members).states());
            progress("moved in");
            double share = (double) members / MEMBERS;
            for (int run = 0; run < runs(RUNS); run++) {
                call(
                        new Call(report, house, "nowhere-" + run),
                        ".none",
                        Goal.of("call.none", "s", Kind.TIME, 2 * share));
                call(new Call(report, house, "store-" + run), "", Goal.shown("call", "s", Kind.TIME));
            }
        }
    }

    /** What is measured where, and the store that calls. */
    private record Call(Report report, ScaleHouse house, String store) {}

    private void call(Call call, String name, Goal goal) {
        ScaleHouse house = call.house();
        RedisUse before = house.redis();
        long decided = house.decided(STEP);
        Taken taken = call.report().time(() -> {
            house.enter(List.of(HouseEvent.of(house.edition().catalogue().require("stock.expiring"), call.store())
                    .with("sku", "milk")
                    .with("name", "Milk")
                    .about(new Subject(SubjectKind.STORE, call.store()), house.now())));
            house.awaitScanned();
        });
        RedisUse after = house.redis();
        int members = members(MEMBERS);
        long called = house.decided(STEP) - decided;
        progress(String.format(
                Locale.ROOT,
                "%s: %.2f s, %,d called; %s",
                call.store(),
                taken.wallMillis() / 1e3,
                called,
                after.since(before)));
        house.awaitDrained();
        call.report()
                .sample(goal, taken.wallMillis() / 1e3, taken)
                .sample(Goal.shown("cpu" + name, "µs CPU/member", Kind.TIME), taken.cpuMicros(members), taken);
        require(name.isEmpty(), called, members);
    }

    private static void require(boolean some, long called, int members) {
        if (called != (some ? members / 40 : 0)) {
            throw new IllegalStateException("The call was not heard by whom it was for, but by " + called + ".");
        }
    }
}
