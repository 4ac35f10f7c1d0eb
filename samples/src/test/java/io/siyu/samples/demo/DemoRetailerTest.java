package io.siyu.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Decision;
import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.LoadedEditions;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.replay.Replay;
import io.siyu.replay.ReplayPlan;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class DemoRetailerTest {
    private static final DemoPlan PLAN = DemoPlan.of(1_000);

    @Test
    void writes_a_playbook_without_faults() {
        assertThat(read(DemoPlaybook.of(PLAN)).diagnostics()).isEmpty();
    }

    @Test
    void makes_the_same_retailer_and_days_every_time() {
        assertThat(digest(all(PLAN))).isEqualTo(digest(all(PLAN)));
        assertThat(digest(all(PLAN))).isNotEqualTo(digest(all(new DemoPlan(7, 1_000, PLAN.start()))));
    }

    @Test
    void makes_only_events_that_pass_the_gate() {
        EventReader gate = gate();
        assertThat(all(PLAN))
                .allSatisfy(event -> assertThat(gate.read(event.json())).isInstanceOf(Reading.Read.class));
    }

    @Test
    void keeps_names_out_of_the_log() {
        EventReader gate = gate();
        DemoMember member = DemoMember.of(PLAN.seed(), 0, PLAN.opening());
        DemoEvent joined = all(PLAN).stream()
                .filter(event -> event.id().equals("joined-" + member.id()))
                .findFirst()
                .orElseThrow();
        Reading.Read read = (Reading.Read) gate.read(joined.json());
        assertThat(read.personal()).containsEntry("name", member.name());
        assertThat(read.event().value("name")).isEqualTo(true);
        assertThat(read.event().value("birthday")).asString().matches("\\d\\d-\\d\\d");
    }

    @Test
    void tells_its_days_in_order_of_time_and_each_event_once() {
        List<DemoEvent> days = days(PLAN);
        assertThat(days).isSortedAccordingTo((one, other) -> one.time().compareTo(other.time()));
        assertThat(days).extracting(DemoEvent::id).doesNotHaveDuplicates();
        assertThat(days.get(0).time()).isAfterOrEqualTo(PLAN.opening());
        assertThat(days.get(days.size() - 1).time()).isAfter(PLAN.end().minusSeconds(3600));
    }

    @Test
    void goes_on_from_any_moment_with_what_has_not_been_told() {
        List<DemoEvent> days = days(PLAN);
        DemoEvent middle = days.get(days.size() / 2);
        DemoStream rest = new DemoStream(PLAN, middle.time());
        assertThat(rest.until(PLAN.end()))
                .isEqualTo(days.stream()
                        .filter(event -> event.time().isAfter(middle.time()))
                        .toList());
    }

    @Test
    void has_communities_of_three_types() {
        assertThat(DemoShop.communities())
                .extracting(DemoShop.Community::type)
                .contains("marketing", "content", "service");
    }

    @Test
    void sends_orders_coupons_and_cadences_to_members_and_communities() {
        assertThat(sent(read(DemoPlaybook.of(PLAN)).edition()))
                .contains(
                        "member order-placed/thank-you",
                        "member order-placed/after-care",
                        "member coupon-expiring/reminder",
                        "member twelve-day-promotion/warm-up",
                        "member twelve-day-promotion/flash-sale-open",
                        "community twelve-day-promotion/flash-sale-notice-community",
                        "community twelve-day-promotion/how-to-choose-community",
                        "community twelve-day-promotion/after-care-community");
    }

    @Test
    void redeems_the_very_coupons_the_house_issued() {
        Playbook written = DemoPlaybook.of(PLAN);
        String path = "campaigns/twelve-day-promotion.yaml";
        String reached = written.text(path).orElseThrow().replace("count: 3000", "count: 3");
        assertThat(sent(read(written.with(path, reached.getBytes(StandardCharsets.UTF_8)))
                        .edition()))
                .contains("member twelve-day-promotion/warm-up")
                .doesNotContain("member twelve-day-promotion/after-care");
    }

    private static Set<String> sent(Edition edition) {
        EventReader gate = EventReader.outside(edition.catalogue());
        Set<String> sent = new TreeSet<>();
        ReplayPlan plan = new ReplayPlan(
                new LoadedEditions(List.of(edition)), new LiquidTexts(), edition.catalogue(), edition.hash(), 8, 1);
        try (Replay replay = new Replay(plan, decision -> note(decision, sent))) {
            for (DemoEvent event : all(PLAN)) {
                Reading.Read read = (Reading.Read) gate.read(event.json());
                replay.event(event.backfill() ? PLAN.opening() : event.time(), read.event());
            }
            replay.drain(null);
        }
        return sent;
    }

    private static void note(Decision decision, Set<String> sent) {
        if (decision.sends()) {
            sent.add(decision.subject().kind().word() + " " + decision.intent().campaign() + "/"
                    + decision.intent().step());
        }
    }

    private static io.siyu.playbook.Reading read(Playbook playbook) {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of).read(playbook);
    }

    private static EventReader gate() {
        return EventReader.outside(read(DemoPlaybook.of(PLAN)).edition().catalogue());
    }

    private static List<DemoEvent> all(DemoPlan plan) {
        List<DemoEvent> all = new ArrayList<>();
        new DemoHistory(plan).tell(all::add);
        all.addAll(days(plan));
        return all;
    }

    private static List<DemoEvent> days(DemoPlan plan) {
        List<DemoEvent> days = new ArrayList<>();
        for (int day = 1; day <= DemoPlan.DAYS; day++) {
            days.addAll(new DemoDay(plan, day).events());
        }
        return days;
    }

    private static String digest(List<DemoEvent> events) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        events.forEach(event -> sha.update(event.json()));
        return Hex.encodeHexString(sha.digest());
    }
}
