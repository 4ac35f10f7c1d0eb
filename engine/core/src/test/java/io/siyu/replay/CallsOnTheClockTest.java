package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.PartitionState;
import io.siyu.partition.Advance;
import io.siyu.partition.Commit;
import io.siyu.partition.MemoryHoldings;
import io.siyu.partition.Next;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An event of a store calls the members of a campaign's audience, each once. */
class CallsOnTheClockTest {
    private static final int MEMBERS = 50;
    private static final String NOON = "2026-11-02T12:00";

    private final Shop shop = new Shop();

    CallsOnTheClockTest() {
        shop.rules
                .when("stock.expiring", fact -> !"dull".equals(fact.event().value("sku")), WrittenRules.enrol("shelf"))
                .when("step.due", CallsOnTheClockTest::isOfTheStore, WrittenRules.enrol("shelf"))
                .step("shelf", "tell");
        called(Duration.ofHours(2));
    }

    private void called(Duration within, Step... more) {
        List<Step> steps = new ArrayList<>(List.of(more));
        steps.add(Shop.send("tell"));
        shop.campaign(
                "shelf",
                Purpose.SERVICE,
                new Trigger.OnCall("stock.expiring", within, List.of()),
                steps.toArray(Step[]::new));
    }

    /** As the rule of an audience does: whose last store it is that the call comes from. */
    private static boolean isOfTheStore(Fact fact) {
        return WrittenRules.isStep(fact, "shelf", "")
                && fact.state().subject().kind() == SubjectKind.MEMBER
                && fact.state().member().lastTouch() != null
                && fact.state().member().lastTouch().store().equals(fact.event().value("store"));
    }

    private Event visits(String member, String store, String time) {
        return shop.event("store.visited", "visit-" + member)
                .with("store", store)
                .about(Subject.parse(member), Shop.at(time));
    }

    private Event expiring(String id, String store, String sku, String time) {
        return shop.event("stock.expiring", id).with("sku", sku).about(Subject.parse("store/" + store), Shop.at(time));
    }

    private static List<String> lines(List<Decision> decisions) {
        return decisions.stream().map(Shop::line).toList();
    }

    @Test
    void calls_the_members_of_the_store_and_nobody_else() {
        List<Decision> decisions = shop.play(
                visits("m1", "S1", "2026-11-02T09:00"),
                visits("m2", "S2", "2026-11-02T09:00"),
                visits("m3", "S1", "2026-11-02T09:00"),
                expiring("e1", "S1", "milk", NOON));

        assertThat(lines(decisions))
                .containsExactlyInAnyOrder(
                        "11-02 12:00:00 store/S1 call shelf send",
                        "11-02 12:01:00 m1 enrol shelf send",
                        "11-02 12:01:00 m1 send shelf/tell send",
                        "11-02 12:01:00 m3 enrol shelf send",
                        "11-02 12:01:00 m3 send shelf/tell send");
        assertThat(decisions)
                .filteredOn(Decision::sends)
                .allSatisfy(sent -> assertThat(sent.intent().occurrence()).isEqualTo("e1"));
    }

    @Test
    void calls_nobody_for_an_event_its_conditions_do_not_mean() {
        assertThat(shop.play(visits("m1", "S1", "2026-11-02T09:00"), expiring("e1", "S1", "dull", NOON)))
                .isEmpty();
    }

    @Test
    void calls_again_for_another_event() {
        List<Decision> decisions = shop.play(
                visits("m1", "S1", "2026-11-02T09:00"),
                expiring("e1", "S1", "milk", NOON),
                expiring("e2", "S1", "bread", "2026-11-02T13:00"));

        assertThat(decisions)
                .filteredOn(Decision::sends)
                .extracting(sent -> sent.intent().occurrence())
                .containsExactly("e1", "e2");
    }

    @Test
    void leaves_out_whoever_came_behind_the_event() {
        List<Decision> decisions = shop.play(
                visits("m1", "S1", "2026-11-02T09:00"),
                expiring("e1", "S1", "milk", NOON),
                visits("m2", "S1", "2026-11-02T12:05"));

        assertThat(decisions)
                .filteredOn(Decision::sends)
                .extracting(sent -> sent.subject().id())
                .containsExactly("m1");
    }

    @Test
    void prints_what_the_event_said() {
        shop.printing("name");
        called(Duration.ofHours(2));
        Event milk = shop.event("stock.expiring", "e1")
                .with("sku", "milk")
                .with("name", "Milk")
                .about(Subject.parse("store/S1"), Shop.at(NOON));

        assertThat(shop.play(visits("m1", "S1", "2026-11-02T09:00"), milk))
                .filteredOn(Decision::sends)
                .singleElement()
                .satisfies(sent -> assertThat(sent.intent().about())
                        .containsOnlyKeys("name")
                        .containsValue("Milk"));
    }

    private List<String> toldAt(Event expiring, String log) {
        return lines(decidedAt(expiring, log));
    }

    private List<Decision> decidedAt(Event expiring, String log) {
        Edition edition = shop.edition("e1");
        List<Decision> decisions = new ArrayList<>();
        shop.play(hash -> edition, decisions, replay -> {
            replay.event(Shop.at("2026-11-02T09:00"), visits("m1", "S1", "2026-11-02T09:00"));
            replay.event(Shop.at(log), expiring);
            replay.drain(null);
        });
        return decisions;
    }

    @Test
    void a_call_stands_beside_entering_and_tells_the_time_it_had() {
        Event expiring = expiring("e1", "S1", "milk", NOON);

        assertThat(decidedAt(expiring, "2026-11-02T12:00"))
                .extracting(
                        decision -> decision.intent().action(),
                        decision -> decision.intent().step())
                .containsExactly(tuple("call", ".call"), tuple("enrol", null), tuple("send", "tell"));
        assertThat(decidedAt(expiring, "2026-11-02T14:01"))
                .extracting(decision -> decision.ruling().ref())
                .containsExactly("2h");
    }

    @Test
    void a_call_is_too_late_behind_its_time() {
        Event expiring = expiring("e1", "S1", "milk", NOON);

        assertThat(toldAt(expiring, "2026-11-02T14:01"))
                .containsExactly("11-02 14:01:00 store/S1 call shelf drop call.late");
        assertThat(toldAt(expiring, "2026-11-02T13:59")).contains("11-02 14:00:00 m1 send shelf/tell send");
    }

    @Test
    void a_member_whom_the_scan_reaches_too_late_is_told_of_in_the_decisions() {
        Event expiring = expiring("e1", "S1", "milk", NOON);

        assertThat(toldAt(expiring, "2026-11-02T14:00"))
                .containsExactly(
                        "11-02 14:00:00 store/S1 call shelf send", "11-02 14:01:00 m1 enrol shelf drop call.late");
    }

    @Test
    void an_event_older_than_the_house_takes_is_stale_whatever_the_campaign_says() {
        called(Duration.ofDays(9));

        assertThat(toldAt(expiring("e1", "S1", "milk", NOON), "2026-11-03T12:01"))
                .containsExactly("11-03 12:01:00 store/S1 call shelf drop stale");
    }

    @Test
    void a_store_is_in_no_control_group() {
        shop.control(1000);
        shop.campaign(
                "shelf",
                Purpose.MARKETING,
                new Trigger.OnCall("stock.expiring", Duration.ofHours(2), List.of()),
                Shop.send("tell"));

        assertThat(lines(shop.play(visits("m1", "S1", "2026-11-02T09:00"), expiring("e1", "S1", "milk", NOON))))
                .containsExactly(
                        "11-02 12:00:00 store/S1 call shelf send", "11-02 12:01:00 m1 enrol shelf drop control");
    }

    /** The store's event, its letter and the scan behind it; after every entry whoever decides starts anew. */
    private List<Commit> callOf(int members) {
        Deque<Next> waiting = new ArrayDeque<>();
        IntStream.range(0, members)
                .forEach(i -> waiting.add(new Next(EntryKind.EVENT, visits("m" + i, "S1", "2026-11-02T09:00"))));
        waiting.add(new Next(EntryKind.EVENT, expiring("e1", "S1", "milk", NOON)));
        return settle(waiting);
    }

    private List<Commit> settle(Deque<Next> waiting) {
        Edition edition = shop.edition("e1");
        MemoryHoldings held = new MemoryHoldings(PartitionState.fresh(0));
        List<Commit> all = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Next next = waiting.remove();
            try (Advance advance = new Advance(hash -> edition, (decision, state, e) -> "", 1)) {
                Event event = next.event();
                Commit commit = advance.decide(new Entry(all.size() + 1, event.time(), next.kind(), event), held);
                assertThat(commit.dead()).isEmpty();
                held.apply(commit);
                all.add(commit);
                waiting.addAll(commit.next());
            }
            all.get(all.size() - 1).letters().stream()
                    .filter(letter -> letter.event().type().name().equals("campaign.called"))
                    .forEach(letter -> waiting.add(new Next(EntryKind.LETTER, letter.event())));
        }
        return all;
    }

    @Test
    void members_are_called_a_few_at_a_time_each_once() {
        List<Commit> commits = callOf(MEMBERS);

        assertThat(commits)
                .filteredOn(commit -> commit.entry().kind() == EntryKind.SCAN)
                .hasSize(4)
                .allMatch(commit -> commit.states().size() <= 16)
                .extracting(commit -> commit.entry().event().value("store"))
                .containsOnly("S1");
        assertThat(commits.stream()
                        .flatMap(commit -> commit.decisions().stream())
                        .filter(Decision::sends))
                .extracting(Decision::subject)
                .doesNotHaveDuplicates()
                .hasSize(MEMBERS);
    }

    @Test
    void the_letter_is_the_same_whenever_it_is_written() {
        List<String> ids = callOf(1).stream()
                .flatMap(commit -> commit.letters().stream())
                .map(letter -> letter.event().id())
                .toList();

        assertThat(ids).containsExactly("called-shelf-e1-0");
    }
}
