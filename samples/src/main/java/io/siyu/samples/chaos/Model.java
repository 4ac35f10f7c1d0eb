package io.siyu.samples.chaos;

import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.SubjectKind;
import io.siyu.samples.chaos.Call.Answer;
import io.siyu.samples.chaos.History.Line;
import io.siyu.samples.chaos.History.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a house must have made of the entries of its logs, told once more in the slowest and plainest way, and every way in
 * which it did not. Knows values only, and nothing of how the house works.
 */
final class Model {
    private static final Duration WAIT = Duration.parse("PT1H1M30S");
    private static final Duration WINDOW = Duration.parse("PT12H15S");
    private static final int MOST_IN_WINDOW = 2;
    private static final long MOST_BILLS = 4;
    private static final Set<String> UNDER_WAY = Set.of("pending", "released", "deferred", "requeued", "parked");
    private static final Set<String> ENDS = Set.of("sent", "failed", "unknown", "cancelled");

    private final History history;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> returned = new HashSet<>();
    private final Map<String, LocalDate> paidAgain = new TreeMap<>();
    private final List<LocalDate> paidDays = new ArrayList<>();
    private final Map<String, Long> withdrawn = new TreeMap<>();
    private final Map<String, Long> tooLate = new TreeMap<>();
    private long goals;

    private Model(History history) {
        this.history = history;
    }

    /** Everything that is not as it should be. */
    static List<String> complaints(History history) {
        Model model = new Model(history);
        model.logs();
        for (int partition = 0; partition < history.logs().size(); partition++) {
            model.new Partition(history.told().get(partition))
                    .decide(history.logs().get(partition));
        }
        model.messages();
        model.bills();
        model.calls();
        model.counts();
        return List.copyOf(model.complaints);
    }

    private void check(boolean right, String what, Object... about) {
        if (!right) {
            complaints.add(what + " " + List.of(about));
        }
    }

    /** Every event is there once, where its sender was told; positions and times go on. */
    private void logs() {
        Set<String> entered = new TreeSet<>();
        for (List<Entry> log : history.logs()) {
            long position = 0;
            Instant at = Instant.MIN;
            for (Entry entry : log) {
                boolean goesOn = entry.position() == ++position && !entry.at().isBefore(at);
                check(goesOn, "The log is out of order at", entry.position(), entry.at());
                at = entry.at();
                String id = entry.kind() + " " + entry.event().id();
                check(!once(entry) || entered.add(id), "An entry is in the log more than once:", id);
            }
        }
        Set<String> lost = new TreeSet<>(entered);
        lost.removeIf(id -> !id.startsWith("EVENT "));
        history.sent().stream()
                .map(id -> "EVENT " + id)
                .filter(id -> !lost.remove(id))
                .forEach(lost::add);
        lost.forEach(id -> check(false, "The event is not both sent and in a log:", id));
        history.accepted().forEach((id, place) -> {
            List<Entry> log = history.logs().get(place.partition());
            boolean found = place.position() <= log.size()
                    && log.get((int) place.position() - 1).event().id().equals(id);
            check(found, "An event is not where its sender was told:", id, place);
        });
    }

    private static boolean once(Entry entry) {
        Set<EntryKind> kinds = Set.of(EntryKind.EVENT, EntryKind.CONTROL, EntryKind.SCAN);
        return kinds.contains(entry.kind()) || entry.event().type().name().equals("goal.counted");
    }

    private record Due(Instant at, String member, String id, String what, String event) {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::member).thenComparing(Due::id);

        boolean isLater(String name) {
            return member.equals(name) && what.equals("club/later");
        }
    }

    private static final class Member {
        final List<Instant> marketing = new ArrayList<>();
        final List<String> messages = new ArrayList<>();
        boolean joined;
        String consent = "consent.unknown";
        Instant answered = Instant.MIN;

        /** The later answer counts, of two at the same time the no. */
        void answer(Instant when, String answer) {
            if (when.isAfter(answered) || (when.equals(answered) && !answer.isEmpty())) {
                answered = when;
                consent = answer;
            }
        }
    }

    /** Goes through a partition's log and what was told of it, side by side. */
    private final class Partition {
        private final Deque<Told> told = new ArrayDeque<>();
        private final Map<String, Member> members = new TreeMap<>();
        private final TreeSet<Due> due = new TreeSet<>(Due.ORDER);
        private boolean astray;

        Partition(List<Told> lines) {
            lines.stream().filter(each -> !each.line().what().equals("bill")).forEach(told::add);
        }

        void decide(List<Entry> log) {
            for (Entry entry : log) {
                if (!astray) {
                    decide(entry);
                }
            }
            check(astray || told.isEmpty(), "Decided out of nothing:", told);
            check(astray || due.isEmpty(), "Nothing came of what is due:", due);
        }

        private void decide(Entry entry) {
            Event event = entry.event();
            if (entry.kind() == EntryKind.TICK) {
                while (!due.isEmpty() && !due.first().at().isAfter(entry.at()) && !astray) {
                    fire(due.first(), entry);
                }
            } else if (entry.kind() == EntryKind.SCAN) {
                for (String name : List.copyOf(members.keySet())) {
                    fireDue(name, entry);
                    market(name, "news/letter", event.id(), entry);
                }
            } else if (event.subject().kind() == SubjectKind.MEMBER) {
                member(event.subject().id());
                fireDue(event.subject().id(), entry);
                hear(event.subject().id(), event, entry);
            }
        }

        private void fireDue(String name, Entry entry) {
            for (Due next : List.copyOf(due)) {
                if (next.member().equals(name) && !next.at().isAfter(entry.at())) {
                    fire(next, entry);
                }
            }
        }

        private void fire(Due next, Entry entry) {
            due.remove(next);
            if (next.what().equals("club/later")) {
                sends(next.member(), next.what(), next.event(), entry);
            } else {
                market(next.member(), next.what(), next.event(), entry);
            }
        }

        private void hear(String name, Event event, Entry entry) {
            Member member = member(name);
            String id = event.id();
            switch (event.type().name()) {
                case "order.placed" -> {
                    goals += member.joined ? 1 : 0;
                    sends(name, "thanks", event.id(), entry);
                }
                case "order.cancelled" -> due.removeIf(next -> next.isLater(name));
                case "member.joined" -> {
                    boolean inside = due.stream().anyMatch(next -> next.isLater(name));
                    member.joined = true;
                    Line in = new Line(entry.position(), entry.at(), name, id, "enrol club", Verdict.SEND, "", null);
                    expect(inside ? in.but(Verdict.DROP, "entry.live", null) : in);
                    if (!inside) {
                        sends(name, "club/hello", event.id(), entry);
                        due.add(new Due(entry.at().plus(WAIT), name, "step:club:" + id, "club/later", id));
                    }
                }
                case "consent.given" -> member.answer(event.time(), "");
                case "consent.withdrawn" -> {
                    member.answer(event.time(), "consent.withdrawn");
                    if (!member.consent.isEmpty()) {
                        member.messages.forEach(message -> withdrawn.putIfAbsent(message, entry.position()));
                    }
                }
                case "page.viewed" -> market(name, "offer", event.id(), entry);
                default -> {} // why: everything else is about messages and invoices, and proposes nothing here
            }
        }

        private Member member(String name) {
            return members.computeIfAbsent(name, unknown -> new Member());
        }

        /** Marketing needs a yes, keeps quiet at night, and comes twice in half a day at most. */
        private void market(String name, String what, String event, Entry entry) {
            Member member = member(name);
            Instant quiet = quietUntil(entry.at());
            Instant after = entry.at().minus(WINDOW);
            long sent = member.marketing.stream().filter(after::isBefore).count();
            Line goes = new Line(entry.position(), entry.at(), name, event, what, Verdict.SEND, "", null);
            if (!member.consent.isEmpty()) {
                expect(goes.but(Verdict.DROP, member.consent, null));
            } else if (quiet != null) {
                Told line = expect(goes.but(Verdict.HOLD, "quiet.hours", quiet));
                due.add(new Due(quiet, name, "hold:" + (line == null ? "" : line.proposal()), what, event));
            } else if (sent >= MOST_IN_WINDOW) {
                expect(goes.but(Verdict.DROP, "cap.purpose", null));
            } else {
                Told line = expect(goes);
                member.messages.add(line == null ? "" : line.message());
                member.marketing.add(entry.at());
            }
        }

        private void sends(String name, String what, String event, Entry entry) {
            expect(new Line(entry.position(), entry.at(), name, event, what, Verdict.SEND, "", null));
        }

        private @Nullable Told expect(Line expected) {
            Told line = astray ? null : told.pollFirst();
            if (!astray && (line == null || !expected.equals(line.line()))) {
                check(false, "Decided otherwise:", expected, line == null ? "nothing" : line);
                astray = true;
            }
            return line;
        }
    }

    private static @Nullable Instant quietUntil(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        LocalDate day = local.toLocalDate().plusDays(local.getHour() < 8 ? 0 : 1);
        return local.getHour() < 8 || local.getHour() >= 22 ? day.atTime(8, 0).toInstant(ZoneOffset.UTC) : null;
    }

    /** Every invoice is told or refused, once. */
    private void bills() {
        Map<String, List<Told>> bills = new TreeMap<>();
        Map<LocalDate, List<Told>> days = new TreeMap<>();
        for (Told told : history.lines()) {
            if (told.line().what().equals("bill")) {
                bills.computeIfAbsent(told.line().event(), id -> new ArrayList<>())
                        .add(told);
                days.computeIfAbsent(day(told.line().at()), day -> new ArrayList<>())
                        .add(told);
            }
        }
        for (Entry entry : history.entries()) {
            if (entry.event().type().name().equals("invoice.issued")) {
                bill(entry.event().id(), bills.getOrDefault(entry.event().id(), List.of()));
            }
        }
        days.forEach(this::day);
    }

    private void bill(String event, List<Told> bill) {
        long held = bill.stream()
                .filter(told -> told.line().reason().equals("quota.asked"))
                .count();
        Line last = bill.isEmpty() ? null : bill.get(bill.size() - 1).line();
        boolean ended =
                last != null && (last.verdict() == Verdict.SEND || last.reason().equals("quota.refused"));
        check(ended && held == bill.size() - 1, "An invoice is not told or refused once:", event, bill);
    }

    /** No more than so many are told on a day, and none is refused on a day of fewer. */
    private void day(LocalDate day, List<Told> bills) {
        long asked = bills.stream().map(told -> told.line().event()).distinct().count()
                + Collections.frequency(paidDays, day);
        Set<String> spent = new TreeSet<>(paidAgain.keySet());
        spent.removeIf(message -> !day.equals(paidAgain.get(message)));
        bills.stream()
                .filter(told -> told.line().verdict() == Verdict.SEND && !paidAgain.containsKey(told.message()))
                .forEach(told -> spent.add(told.message()));
        spent.removeAll(returned);
        boolean refused = bills.stream().anyMatch(told -> told.line().verdict() == Verdict.DROP);
        boolean kept = spent.size() <= MOST_BILLS && !(refused && asked <= MOST_BILLS);
        check(kept, "The daily limit was not kept:", day, spent, asked, refused);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Every message a decision sends, and no other, comes to one end. */
    private void messages() {
        Map<String, String> ends = new TreeMap<>();
        for (Told line : history.lines()) {
            boolean first = line.message().isEmpty() || ends.put(line.message(), "pending") == null;
            check(first, "A message is sent by two decisions:", line);
        }
        for (Entry entry : history.entries()) {
            if (entry.kind() == EntryKind.RECEIPT) {
                String message = String.valueOf(entry.event().value("message"));
                String word = entry.event().type().name().substring("message.".length());
                String before = ends.getOrDefault(message, "no message");
                check(follows(before, word), "A receipt that cannot follow:", message, before, word);
                ends.put(message, word.endsWith(".refused") || word.endsWith(".asked") ? before : word);
                if (word.equals("failed") || word.equals("cancelled")) {
                    returned.add(message);
                } else if (word.equals("cancel.refused")) {
                    tooLate.put(message, entry.position());
                } else if (word.equals("requeued") && "sms".equals(entry.event().value("channel"))) {
                    returned.remove(message);
                    paidAgain.put(message, day(entry.event().time()));
                    paidDays.add(day(entry.event().time()));
                }
            }
        }
        Map<String, String> statuses = history.statuses();
        check(ends.equals(statuses), "Messages stand otherwise than their receipts say:", ends, statuses);
        ends.values().removeIf(ENDS::contains);
        check(ends.isEmpty(), "Messages without an end:", ends);
    }

    private static boolean follows(String before, String word) {
        return switch (word) {
            case "sent", "failed", "released", "deferred" -> UNDER_WAY.contains(before) || before.equals("unknown");
            case "parked", "unknown", "cancelled" -> UNDER_WAY.contains(before);
            case "cancel.refused" ->
                UNDER_WAY.contains(before) || Set.of("failed", "unknown").contains(before);
            case "requeue.asked", "requeue.refused", "requeued" -> before.equals("failed");
            default -> false;
        };
    }

    /** A channel accepts a message once at most, and nobody asks again where it may have. */
    private void calls() {
        Map<String, Call> last = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        history.lines().forEach(line -> texts.put(line.message(), line.text()));
        for (Call call : history.calls()) {
            Call before = last.put(call.message(), call);
            boolean again = before != null
                    && (before.answer().accepted()
                            || (call.marketing() && !before.answer().refused()));
            check(!again, "Asked again:", String.valueOf(before), call);
            long forbidden = withdrawn.getOrDefault(call.message(), Long.MAX_VALUE);
            boolean unwanted = call.decided() >= forbidden && tooLate.getOrDefault(call.message(), 0L) < forbidden;
            check(!unwanted, "Sent after consent was withdrawn, and nobody said it was too late:", call, forbidden);
            check(call.text().equals(texts.get(call.message())), "Another text than was decided:", call);
        }
        history.statuses().forEach((message, status) -> {
            Call call = last.get(message);
            boolean accepted = call != null && call.answer().accepted();
            boolean wrong = accepted
                    ? !(status.equals("sent") || (status.equals("unknown") && !heard(call, Answer.ACCEPTED)))
                    : status.equals("sent");
            boolean refused =
                    heard(call, Answer.FINAL) && !Set.of("failed", "cancelled").contains(status);
            check(!wrong && !refused, "Another end than its channel knows:", status, String.valueOf(call));
        });
    }

    private static boolean heard(@Nullable Call call, Answer answer) {
        return call != null && call.heard() && call.answer() == answer;
    }

    /** What is counted is what was decided, and nothing is left that should be gone. */
    private void counts() {
        Map<String, Long> counted = new TreeMap<>();
        history.lines()
                .forEach(line ->
                        counted.merge(line.line().verdict() + " " + line.line().reason(), 1L, Long::sum));
        check(counted.equals(history.counts()), "Counted otherwise than decided:", counted, history.counts());
        check(goals == history.goals(), "The club counts other orders:", goals, history.goals());
        history.leftovers().forEach(left -> check(false, "Left over:", left));
    }
}
