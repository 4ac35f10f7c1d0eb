package io.siyu.partition.redis;

import io.siyu.decision.Decision;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Queue;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Subject;
import io.siyu.member.PartitionState;
import io.siyu.member.State;
import io.siyu.member.json.StateJson;
import io.siyu.message.Message;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A flush as the arguments of the commit script. */
final class FlushArgs {
    /** Place of a message in its lane: the entry's position, then the ordinal within it. */
    private static final long PLACES = 100_000;

    private final EntryForm form;
    private final Receipts receipts;
    private final int partitions;

    FlushArgs(EntryForm form, Receipts receipts, int partitions) {
        this.form = form;
        this.receipts = receipts;
        this.partitions = partitions;
    }

    /** What a flush lists, collected in one walk over its commits. */
    private static final class Lists {
        final Args next = new Args();
        final Args letters = new Args();
        final Args decisions = new Args();
        final Args messages = new Args();
        final Args dead = new Args();
        int nexts;
        int letterCount;
        int decisionCount;
        int messageCount;
        int outside;
        int deadCount;
    }

    /** {@code addressed} are the messages held of everybody about whom the flush asks for something. */
    Args of(Flush flush, Map<Subject, List<Message>> addressed) {
        Lists lists = new Lists();
        flush.commits().forEach(commit -> collect(commit, lists));
        Args args = new Args()
                .add(flush.after().position())
                .add(flush.through().position())
                .add(lists.outside)
                .add(lists.deadCount)
                .add(lists.dead);
        states(flush, args);
        timers(flush, args);
        args.add(lists.nexts).add(lists.next);
        args.add(lists.letterCount).add(lists.letters);
        args.add(lists.decisionCount).add(lists.decisions);
        args.add(lists.messageCount).add(lists.messages);
        args.add(new RequestArgs(receipts, addressed, flush).args());
        pauses(flush.after().state(), flush.partition(), args);
        return args;
    }

    private void states(Flush flush, Args args) {
        boolean own = !flush.partition().equals(flush.after().state());
        args.add(flush.changes().size() + (own ? 1 : 0));
        if (own) {
            Subject self = Subject.partition(flush.partition().number());
            args.add(RedisKeys.suffix(self)).add(StateJson.write(flush.partition()));
        }
        flush.changes()
                .forEach(
                        (subject, change) -> args.add(RedisKeys.suffix(subject)).add(StateJson.write(change.after())));
        args.addAll(
                flush.changes().entrySet().stream()
                        .filter(change -> change.getValue().before() == null)
                        .toList(),
                change -> args.add(change.getKey().toString()));
    }

    private static void timers(Flush flush, Args args) {
        Map<Subject, Optional<Instant>> moved = new LinkedHashMap<>();
        flush.changes().forEach((subject, change) -> {
            if (!due(change.before()).equals(due(change.after()))) {
                moved.put(subject, due(change.after()));
            }
        });
        args.addAll(
                moved.entrySet(),
                timer -> args.add(timer.getKey().toString())
                        .add(timer.getValue()
                                .map(due -> Long.toString(Micros.ceiling(due)))
                                .orElse("")));
    }

    private static Optional<Instant> due(@org.jspecify.annotations.Nullable State state) {
        return state == null ? Optional.empty() : state.timers().next();
    }

    private void collect(Commit commit, Lists lists) {
        Entry entry = commit.entry();
        lists.outside += entry.kind() == EntryKind.EVENT ? 1 : 0;
        if (!commit.dead().isEmpty()) {
            lists.dead.add(entry.position()).add(commit.dead());
            lists.deadCount++;
        }
        commit.next().forEach(next -> {
            lists.next.add(next.kind().word()).add(Micros.of(entry.at())).add(form.write(next.event()));
            lists.nexts++;
        });
        commit.letters().forEach(letter -> {
            int to = letter.event().subject().partitionOf(partitions);
            lists.letters.add(to).add(form.write(letter.event()));
            lists.letterCount++;
        });
        int ordinal = 0;
        for (Decision decision : commit.decisions()) {
            collect(decision, entry.position(), ordinal++, lists);
        }
    }

    private static void collect(Decision decision, long position, int ordinal, Lists lists) {
        String place = position + "-" + ordinal;
        lists.decisions.add(place).add(DecisionForm.bytes(decision));
        lists.decisionCount++;
        if (decision.sends()) {
            Message message = Message.of(decision);
            lists.messages
                    .add(message.id())
                    .add(new Queue(Lane.of(message.purpose()), message.channel()).word())
                    .add(position * PLACES + ordinal)
                    .add(place)
                    .add(Addressed.place(message))
                    .add(MessageForm.bytes(message));
            lists.messageCount++;
        }
    }

    private static void pauses(PartitionState before, PartitionState after, Args args) {
        Map<String, String> changed = new LinkedHashMap<>();
        after.paused().stream().filter(c -> !before.paused().contains(c)).forEach(c -> changed.put(c, "1"));
        before.paused().stream().filter(c -> !after.paused().contains(c)).forEach(c -> changed.put(c, "0"));
        args.addAll(changed.entrySet(), pause -> args.add(pause.getKey()).add(pause.getValue()));
    }
}
