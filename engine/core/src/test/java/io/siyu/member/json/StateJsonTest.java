package io.siyu.member.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.siyu.campaign.Purpose;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Block;
import io.siyu.member.Consents.Consent;
import io.siyu.member.Enrolment;
import io.siyu.member.Intent;
import io.siyu.member.Ledger;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.PartitionState;
import io.siyu.member.QuotaProfile;
import io.siyu.member.Recent;
import io.siyu.member.Sends;
import io.siyu.member.Sent;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.member.Timers;
import io.siyu.member.Touch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    @Test
    void writes_a_fresh_member_in_one_short_line() {
        State fresh = State.fresh(Subject.member("m1"), 12);

        assertThat(text(StateJson.write(fresh)))
                .isEqualTo("{\"v\":2,\"subject\":\"member/m1\",\"since\":12,\"profile\":{}}");
    }

    @Test
    void reads_back_any_state_it_wrote() {
        long seed = System.nanoTime();
        SomeState some = new SomeState(new Random(seed));
        for (int i = 0; i < 1_000; i++) {
            State state = some.next();
            byte[] written = StateJson.write(state);

            assertThat(StateJson.read(written)).as("seed %d", seed).isEqualTo(state);
            assertThat(StateJson.write(StateJson.read(written)))
                    .as("seed %d", seed)
                    .isEqualTo(written);
        }
    }

    @Test
    void reads_back_a_partition() {
        PartitionState state = new PartitionState(
                7,
                "0123456789ab",
                3,
                Set.of("b", "a"),
                Set.of("c"),
                Map.of("a/b/send", 3L, "a/b/drop:cap", 1L),
                Map.of(
                        "webhook",
                        new Block(
                                LocalDate.parse("2026-11-26"),
                                4,
                                true,
                                true,
                                Instant.parse("2026-11-26T09:00:00Z"),
                                List.of("p1 member/a b"),
                                3)));
        byte[] written = StateJson.write(state);

        assertThat(StateJson.readPartition(written)).isEqualTo(state);
        assertThat(text(written)).startsWith("{\"v\":2,\"partition\":7,").contains("\"ended\":[\"a\",\"b\"]");
        assertThat(StateJson.readPartition(StateJson.write(PartitionState.fresh(0))))
                .isEqualTo(PartitionState.fresh(0));
    }

    @Test
    void migrates_a_state_of_the_first_version() throws IOException {
        State state = StateJson.read(golden("state-v0.json"));
        MemberProfile member = state.member();

        assertThat(state.since()).isEqualTo(12);
        assertThat(member.level()).isEqualTo(3);
        assertThat(member.attributes())
                .containsEntry("points", 120L)
                .containsEntry("since", LocalDate.parse("2020-05-01"));
        assertThat(member.consents().answer("sms", Purpose.MARKETING)).isEqualTo(Consent.WITHDRAWN);
        assertThat(member.consents().answer("email", Purpose.SERVICE)).isEqualTo(Consent.GIVEN);
        assertThat(member.consents().answer("email", Purpose.MARKETING)).isEqualTo(Consent.UNKNOWN);
        assertThat(member.coupons().find("c1").orElseThrow().redemptions()).isEqualTo(2);
        assertThat(member.orders()
                        .in(Duration.ofHours(30), Instant.parse("2026-01-04T00:00:00Z"))
                        .spent())
                .isEqualTo(18_850);
        assertThat(state.timers().list())
                .containsExactly(new Timer.OnDate(Instant.parse("2026-02-26T00:00:00Z"), "coupon-expiring", "c1"));
        assertThat(state.enrolments().knows("thanks", "e2")).isTrue();
        assertThat(text(StateJson.write(state))).startsWith("{\"v\":2,");
        assertThat(StateJson.read(StateJson.write(state))).isEqualTo(state);
    }

    @Test
    void migrates_objects_into_rows() throws IOException {
        Instant placed = Instant.parse("2026-01-03T00:00:00Z");
        Instant thanked = placed.plusSeconds(1);
        State state = StateJson.read(golden("state-v1.json"));
        MemberProfile member = state.member();

        assertThat(member.joinedAt()).isEqualTo("2026-01-01T00:00:00.000123Z");
        assertThat(member.attributes()).containsEntry("since", Instant.parse("2020-05-01T00:00:00Z"));
        assertThat(member.consents().answer("sms", Purpose.MARKETING)).isEqualTo(Consent.WITHDRAWN);
        assertThat(member.consents().answer("sms", Purpose.SERVICE)).isEqualTo(Consent.GIVEN);
        assertThat(member.coupons().find("c1").orElseThrow().lapsed()).isTrue();
        assertThat(member.orders().recent()).containsExactly(new Orders.Placed(placed, "s1", 18_800));
        assertThat(member.firstTouch()).isEqualTo(new Touch(Instant.parse("2026-01-01T00:00:00Z"), "wechat", "", "g1"));
        assertThat(state.timers().list()).isEqualTo(timers(placed));
        assertThat(state.enrolments().open())
                .containsExactly(new Enrolment("care", "o1", thanked, "e1", placed, "", Map.of("orderId", "o1")));
        assertThat(state.sends().list()).containsExactly(new Sent(thanked, "phone", Purpose.SERVICE, "thanks", "m1"));
        assertThat(state.recent().list()).containsExactly(new Recent.Decided(thanked, "thanks/note", "drop", "cap"));
        assertThat(StateJson.read(StateJson.write(state))).isEqualTo(state);
    }

    private static List<Timer> timers(Instant placed) {
        Map<String, String> about = Map.of("orderId", "o1");
        return List.of(
                new Timer.OnDate(Instant.parse("2026-02-26T00:00:00Z"), "coupon-expiring", "c1"),
                new Timer.NextStep(Instant.parse("2026-02-27T00:00:00Z"), "care", "o1", "ask"),
                new Timer.HoldEnds(
                        Instant.parse("2026-02-28T00:00:00Z"),
                        new Intent("p1", "o1", "t1", "e1", placed, "Thank", null, null, "send", "thanks", 5, about)));
    }

    @Test
    void an_absence_that_does_not_tell_when_it_began_began_long_ago() {
        Instant began = Instant.parse("2026-03-04T05:06:07Z");
        Timer.OnAbsence timer = new Timer.OnAbsence(began.plusSeconds(60), "cart", "", "e1", began, Map.of());
        State state = State.fresh(Subject.member("m1"), 1).with(Timers.NONE.with(timer));
        String now = text(StateJson.write(state));
        String told = "," + (began.getEpochSecond() - Json.ZERO.getEpochSecond());
        String then = now.replace(told, "").replace("\"absent\"", "\"absence\"");

        assertThat(now).contains(told);
        assertThat(StateJson.read(then.getBytes(StandardCharsets.UTF_8))
                        .timers()
                        .list())
                .containsExactly(new Timer.OnAbsence(began.plusSeconds(60), "cart", "", "e1", Instant.EPOCH, Map.of()));
    }

    @Test
    void writes_rows_whose_words_stand_once() {
        Instant at = Instant.parse("2026-01-01T00:00:01.25Z");
        Sends sends = Sends.NONE
                .with(new Sent(at, "phone", Purpose.SERVICE, "thanks"))
                .with(new Sent(at, "phone", Purpose.SERVICE, "thanks", "m1"));

        assertThat(text(StateJson.write(State.fresh(Subject.member("m1"), 12).with(sends))))
                .endsWith("\"profile\":{},\"sends\":[[1.25,0,1,2],[1.25,0,1,2,3]],"
                        + "\"words\":[\"phone\",\"service\",\"thanks\",\"m1\"]}");
    }

    @Test
    void refuses_a_version_it_does_not_know() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"v\":3,\"subject\":\"member/m1\"}"))
                .withMessageContaining("member/m1")
                .withMessageContaining("version (3)")
                .withMessageContaining("\nMaybe ");
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"subject\":\"member/m1\"}"));
    }

    @Test
    void refuses_what_is_no_state() {
        String dangling = "{\"v\":2,\"subject\":\"member/m1\",\"profile\":{},\"recent\":[[1,7]]}";
        for (String wrong : new String[] {"", "[]", "{\"v\":2", "nope", dangling}) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> read(wrong))
                    .withMessageContaining("\nMaybe ");
        }
    }

    @Test
    void keeps_a_full_member_within_one_and_a_half_kilobytes() {
        byte[] written = StateJson.write(SomeState.referenceMember());

        assertThat(written).hasSizeLessThanOrEqualTo(1_536);
    }

    @Test
    void reads_back_a_quota() {
        Ledger ledger =
                new Ledger(10, 7, true, Map.of("07", new Ledger.Share(7, true, true)), List.of(new Ledger.Ask(3, 12)));
        State quota = State.fresh(new Subject(SubjectKind.QUOTA, "webhook"), 4)
                .with(new QuotaProfile(Map.of("2026-11-26", ledger)));

        assertThat(StateJson.read(StateJson.write(quota))).isEqualTo(quota);
    }

    private static State read(String json) {
        return StateJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = StateJsonTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
