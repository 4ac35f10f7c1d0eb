package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.CommunityProfile;
import io.siyu.rule.Action;
import io.siyu.rule.Fact;
import io.siyu.rule.Proposal;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event of a store calls its communities and the store itself beside the members, each through its own steps. */
class CallsBesideMembersTest {
    private static final String MORNING = "2026-11-02T09:00";
    private static final String NOON = "2026-11-02T12:00";
    private static final Step TASK =
            new Step.Act("task", new Step.Action.Task(Text.of("task")), null, Audience.STORE, List.of());
    private static final Step PUSH =
            new Step.Act("push", new Step.Action.Send("phone", Text.of("push")), null, Audience.COMMUNITIES, List.of());
    private static final Step HOUR = new Step.Wait(Duration.ofHours(1));

    private final Shop shop = new Shop();

    CallsBesideMembersTest() {
        shop.rules
                .when("stock.expiring", fact -> true, WrittenRules.enrol("shelf"))
                .when("step.due", fact -> isDue(fact, "", SubjectKind.MEMBER), WrittenRules.enrol("shelf"))
                .when("step.due", CallsBesideMembersTest::isOfTheStore, WrittenRules.enrol("shelf"))
                .when("step.due", fact -> WrittenRules.isStep(fact, "shelf", "task"), does(Action.TASK, "task"))
                .when("step.due", fact -> WrittenRules.isStep(fact, "shelf", "push"), does(Action.PUSH, "push"))
                .step("shelf", "tell");
    }

    private static Proposal does(Action action, String step) {
        return new Proposal("campaign shelf step " + step, action, "shelf/" + step, "shelf", step, 0);
    }

    private static boolean isDue(Fact fact, String step, SubjectKind kind) {
        return WrittenRules.isStep(fact, "shelf", step)
                && fact.state().subject().kind() == kind;
    }

    private static boolean isOfTheStore(Fact fact) {
        return isDue(fact, ".communities", SubjectKind.COMMUNITY)
                && fact.state().profile() instanceof CommunityProfile community
                && community.store().equals(fact.event().value("store"));
    }

    private void called(Step... steps) {
        Trigger trigger = new Trigger.OnCall("stock.expiring", Duration.ofHours(2), List.of());
        shop.campaign("shelf", Purpose.SERVICE, trigger, steps);
    }

    private Event community(String id, String store) {
        return shop.event("community.updated", "told-" + id)
                .with("store", store)
                .about(Subject.parse("community/" + id), Shop.at(MORNING));
    }

    private Event expiring(String id, String time) {
        return shop.event("stock.expiring", id).with("sku", "milk").about(Subject.parse("store/S1"), Shop.at(time));
    }

    private List<String> told(Event... events) {
        return shop.play(events).stream().map(Shop::line).toList();
    }

    @Test
    void each_walks_its_own_steps_at_the_same_pace() {
        called(TASK, Shop.send("tell"), HOUR, PUSH);

        assertThat(told(
                        shop.consents("m1", MORNING),
                        shop.consents("m2", MORNING),
                        community("mums", "S1"),
                        community("runners", "S1"),
                        community("far", "S2"),
                        expiring("e1", NOON)))
                .containsExactlyInAnyOrder(
                        "11-02 12:00:00 store/S1 call shelf send",
                        "11-02 12:00:00 store/S1 enrol shelf send",
                        "11-02 12:00:00 store/S1 task shelf/task send",
                        "11-02 12:01:00 m1 enrol shelf send",
                        "11-02 12:01:00 m1 send shelf/tell send",
                        "11-02 12:01:00 m2 enrol shelf send",
                        "11-02 12:01:00 m2 send shelf/tell send",
                        "11-02 12:01:00 community/mums enrol shelf send",
                        "11-02 12:01:00 community/runners enrol shelf send",
                        "11-02 13:01:00 community/mums push shelf/push send",
                        "11-02 13:01:00 community/runners push shelf/push send");
    }

    @Test
    void what_only_members_do_takes_the_others_no_time() {
        Step answer = new Step.Await(
                "order.placed", List.of(), Duration.ofHours(2), "", List.of(), List.of(Shop.send("tell")));
        called(answer, new Step.Branch(List.of(new Step.Path(List.of(), List.of(new Step.End("out"))))), PUSH, TASK);

        assertThat(told(shop.consents("m1", MORNING), community("mums", "S1"), expiring("e1", NOON)))
                .containsExactlyInAnyOrder(
                        "11-02 12:00:00 store/S1 call shelf send",
                        "11-02 12:00:00 store/S1 enrol shelf send",
                        "11-02 12:00:00 store/S1 task shelf/task send",
                        "11-02 12:01:00 m1 enrol shelf send",
                        "11-02 12:01:00 community/mums enrol shelf send",
                        "11-02 12:01:00 community/mums push shelf/push send",
                        "11-02 14:01:00 m1 send shelf/tell send");
    }

    @Test
    void nobody_stays_inside_for_steps_of_others() {
        called(TASK, Shop.send("tell"), HOUR, PUSH);

        assertThat(told(
                        shop.consents("m1", MORNING),
                        community("mums", "S1"),
                        expiring("e1", NOON),
                        expiring("e2", "2026-11-02T12:30")))
                .contains(
                        "11-02 12:30:00 store/S1 task shelf/task send",
                        "11-02 12:31:00 m1 send shelf/tell send",
                        "11-02 12:31:00 community/mums enrol shelf drop entry.live");
    }

    @Test
    void members_are_not_visited_where_no_step_is_for_them() {
        called(PUSH);

        assertThat(told(shop.consents("m1", MORNING), community("mums", "S1"), expiring("e1", NOON)))
                .containsExactly(
                        "11-02 12:00:00 store/S1 call shelf send",
                        "11-02 12:01:00 community/mums enrol shelf send",
                        "11-02 12:01:00 community/mums push shelf/push send");
    }

    @Test
    void a_community_hears_of_it_in_time_or_not_at_all() {
        called(PUSH);
        List<Decision> decisions = new java.util.ArrayList<>();
        shop.play(hash -> shop.edition("e1"), decisions, replay -> {
            replay.event(Shop.at(MORNING), community("mums", "S1"));
            replay.event(Shop.at("2026-11-02T14:00"), expiring("e1", NOON));
            replay.drain(null);
        });

        assertThat(decisions.stream().map(Shop::line))
                .containsExactly(
                        "11-02 14:00:00 store/S1 call shelf send",
                        "11-02 14:01:00 community/mums enrol shelf drop call.late");
    }
}
