package io.siyu.samples.chaos;

import io.siyu.dispatch.Outbox;
import io.siyu.dispatch.Outcome;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.member.Block;
import io.siyu.member.PartitionState;
import io.siyu.partition.Admission;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionStates;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The bugs planted to see that chaos finds them, each of a kind that somebody might really make. */
final class Bugs {
    private static final String NOTHING = "";

    private Bugs() {}

    /** All of them. */
    static List<Planted> all() {
        return Stream.of(ofCommits(), ofLogs(), ofClaims(), ofQueues(), ofWorkers(), ofSlots())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Planted> ofCommits() {
        return List.of(
                Planted.inScript(
                        "unfenced",
                        "A commit asks neither for the lease nor for the checkpoint it stands on.",
                        "if ARGV[2] ~= '0' and ARGV[2] ~= (known[6] or '0') then",
                        "if false then",
                        "if whole(position) ~= expected then",
                        "if false then"),
                Planted.inScript(
                        "one-behind",
                        "A commit leaves the checkpoint one entry behind what it decided.",
                        "redis.call('HSET', at, 'position', whole(through))",
                        "redis.call('HSET', at, 'position', whole(through - 1))"),
                Planted.inScript(
                        "timer-lost",
                        "A timer is in its subject's state, but not where the tick looks.",
                        "many('ZADD', prefix .. 'timers', planted)",
                        NOTHING),
                Planted.inScript(
                        "timer-stays",
                        "A timer that has fired stays where the tick looks.",
                        "many('ZREM', prefix .. 'timers', gone)",
                        NOTHING),
                Planted.inScript(
                        "nobody-listed",
                        "New subjects are not listed, so that scans pass them over.",
                        "many('ZADD', prefix .. 'ids', ids)",
                        NOTHING));
    }

    private static List<Planted> ofLogs() {
        return List.of(
                Planted.inScript(
                        "no-dedupe",
                        "An event that is in the log already enters again.",
                        "if key ~= '' and (known[i] or entering[key]) then",
                        "if key ~= '' and entering[key] then"),
                Planted.inScript(
                        "forgets-last-week",
                        "What was seen is forgotten when a week of log time ends.",
                        "values[i] = values[i] or before[i]",
                        "values[i] = values[i]"),
                Planted.inScript(
                        "letter-twice",
                        "A letter whose forwarding nobody heard of is taken again.",
                        "if number > taken then",
                        "if true then"),
                Planted.inScript(
                        "time-goes-back",
                        "Log time follows the house clock when it is put back.",
                        "if when > last then",
                        "if when ~= last then"),
                Planted.inScript(
                        "counted-twice",
                        "Decisions are counted whether or not they were counted before.",
                        "if (redis.call('HGET', KEYS[2], ARGV[1]) or '0-0') ~= ARGV[2] then",
                        "if false then"));
    }

    private static List<Planted> ofClaims() {
        return List.of(
                Planted.inScript(
                        "claimed-and-waiting",
                        "A message that is claimed stays in its queue.",
                        "many('ZREM', outbox, gone)",
                        NOTHING),
                Planted.inScript(
                        "anybody-ends",
                        "A claim is ended by whoever says so, not only by its holder.",
                        "if epoch and epoch .. ' ' .. slot == ending.holder and not",
                        "if epoch and not"),
                Planted.inScript(
                        "body-stays",
                        "The body of a message is kept after it was sent.",
                        "many('HDEL', prefix .. 'messages', done)",
                        NOTHING));
    }

    private static List<Planted> ofQueues() {
        return List.of(
                Planted.inScript(
                        "deferred-for-ever",
                        "A message refused for now is noted, but not put where it is recalled from.",
                        "redis.call('ZADD', prefix .. 'deferred', whole(now + tonumber(ending.pause)), id)",
                        NOTHING),
                Planted.inScript(
                        "parked-for-ever",
                        "A parked message is forgotten when its campaign is resumed.",
                        "redis.call('ZADD', prefix .. 'outbox:' .. queue, order, parked[i])",
                        NOTHING),
                Planted.inScript(
                        "withdrawal-ignored",
                        "Nothing that waits is cancelled when consent is withdrawn.",
                        "cancel(id, cancelled, claimed, gone)",
                        NOTHING),
                Planted.inScript(
                        "cancelled-in-flight",
                        "A message can be cancelled while it is claimed.",
                        "if redis.call('HEXISTS', prefix .. 'claims', id) == 1 then",
                        "if false then"));
    }

    private static List<Planted> ofWorkers() {
        return List.of(
                Planted.inPorts(
                        "undecided",
                        "A worker now and then goes on without what it decided.",
                        ports -> ports.with(states(ports, undecided()))),
                Planted.inPorts(
                        "unit-returns",
                        "A unit of the daily limit comes back whenever a partition is read.",
                        ports -> ports.with(states(ports, unitReturns()))),
                Planted.inPorts(
                        "down-is-duplicate",
                        "A sender is told that an event is a duplicate when the store did not answer.",
                        ports -> ports.with(around(
                                Intake.class,
                                ports.intake(),
                                (name, args, go) -> ((List<?>) go.run(args))
                                        .stream().map(Bugs::duplicate).toList()))));
    }

    private static List<Planted> ofSlots() {
        return List.of(
                Planted.inPorts(
                        "outcome-dropped",
                        "Now and then what a channel answered is not written down.",
                        ports -> ports.with(outbox(ports, dropped()))),
                Planted.inPorts("receipt-twice", "A receipt is written twice.", Bugs::receiptTwice),
                Planted.inPorts(
                        "no-last-look",
                        "A slot does not look whether it still owns the house before it calls.",
                        ports -> ports.with(outbox(
                                ports,
                                (name, args, go) -> name.equals("owned")
                                        ? new LinkedHashSet<>((Collection<?>) args[0])
                                        : go.run(args)))));
    }

    private static Around undecided() {
        AtomicInteger commits = new AtomicInteger();
        UnaryOperator<Flush> forget = flush -> new Flush(
                flush.after(),
                flush.after().state(),
                Map.of(),
                flush.commits().stream()
                        .map(done -> new Commit(
                                done.entry(),
                                done.partition(),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                ""))
                        .toList());
        return (name, args, go) -> {
            if (name.equals("commit") && commits.incrementAndGet() % 9 == 0) {
                return go.run(((List<?>) args[0])
                        .stream().map(flush -> forget.apply((Flush) flush)).toList());
            }
            return go.run(args);
        };
    }

    private static Around dropped() {
        AtomicInteger ends = new AtomicInteger();
        return (name, args, go) -> name.equals("end") && ends.incrementAndGet() % 9 == 0 ? null : go.run(args);
    }

    private static Around unitReturns() {
        return (name, args, go) -> name.equals("checkpoints")
                ? ((List<?>) go.run(args))
                        .stream().map(read -> richer((Checkpoint) read)).toList()
                : go.run(args);
    }

    private static Checkpoint richer(Checkpoint read) {
        PartitionState state = read.state();
        for (Map.Entry<String, Block> block : state.blocks().entrySet()) {
            state = state.with(block.getKey(), block.getValue().givenBack());
        }
        return new Checkpoint(read.position(), state);
    }

    private static Ports receiptTwice(Ports ports) {
        return ports.with(outbox(ports, (name, args, go) -> {
            Object answer = go.run(args);
            if (name.equals("end")) {
                Outcome outcome = (Outcome) ((List<?>) args[0]).get(0);
                Event receipt = HouseEvent.of(
                                Shop.CATALOGUE.require(outcome.result().type()),
                                "again-" + outcome.claim().message().id())
                        .with("message", outcome.claim().message().id())
                        .with("channel", outcome.claim().message().channel())
                        .about(outcome.claim().message().subject(), Instant.EPOCH);
                ports.log().append(EntryKind.RECEIPT, receipt, null);
            }
            return answer;
        }));
    }

    private static Object duplicate(Object admission) {
        return admission instanceof Admission.Refused ? new Admission.Duplicate() : admission;
    }

    private static PartitionStates states(Ports ports, Around around) {
        return around(PartitionStates.class, ports.states(), around);
    }

    private static Outbox outbox(Ports ports, Around around) {
        return around(Outbox.class, ports.outbox(), around);
    }

    /** What stands before a port: gets the call's name and arguments, and may let it go on. */
    private interface Around {
        Object call(String name, Object[] args, Go go) throws Throwable;
    }

    /** The real call. */
    private interface Go {
        Object run(Object... args) throws Throwable;
    }

    private static <T> T around(Class<T> port, T real, Around around) {
        Object before = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, args) -> {
            Go go = with -> {
                try {
                    return method.invoke(real, with);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
            return around.call(method.getName(), args == null ? new Object[0] : args, go);
        });
        return port.cast(before);
    }
}
