package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.playbook.CatalogueFile;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns ask for a member's coupons, orders and enrolments as rules do. */
class CampaignKeptTest {

    private static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            channels:
              phone: [service, marketing]
            """;
    private static final String CAMPAIGN = """
            version: 1
            id: thanks
            name: {en: Thanks}
            purpose: service
            channel: phone
            trigger:
              event: order.placed
              when:
                - total > 1
                - %s
                - store == "S1"
            steps:
              - send: thanks
                text: {en: "Thanks"}
            """;

    @Test
    void enters_whom_the_coupon_is_open_for_until_its_last_moment() {
        String when = "exists Coupon( kind == \"welcome\", open == true )";
        State holds = told(State.fresh(Subject.member("m1"), 1), coupon(NOON.plusSeconds(1)));

        assertThat(entered(when, holds)).containsExactly("thanks");
        assertThat(entered(when, told(State.fresh(Subject.member("m1"), 1), coupon(NOON))))
                .isEmpty();
        assertThat(entered(when.replace("exists", "not"), holds)).isEmpty();
        assertThat(entered(when, State.fresh(Subject.member("m1"), 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            exists Coupon( kinds == "a" )                     | 10:22 drl.unknown-field
            exists Cupon( kind == "a" )                       | 10:14 drl.unknown-type
            exists Coupon( kind == "a" ) not Order()          | 10:7 drl.unsupported
            exists Coupon( kind == "a", kind == "b" )         | 10:35 drl.never-holds
            not Coupon( kind == "a" ) from other              | 10:7 drl.unsupported
            not Enrolment( campaign == "thank" )              | 10:34 drl.unknown-campaign
            """)
    void tells_what_is_wrong_at_its_place_in_the_campaign(String when, String expected) {
        assertThat(read(when).diagnostics())
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .containsExactly(expected);
    }

    @Test
    void looks_at_what_a_member_has_when_the_time_of_an_absence_is_up() {
        String absence = CAMPAIGN.formatted("not Coupon( kind == \"welcome\" )")
                .replace("  event: order.placed\n", "  absence: order.paid\n  after: order.placed\n  within: 2h\n");
        Reading reading = read(Map.of("campaigns/thanks.yaml", absence));
        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.edition().rules().rules())
                .filteredOn(rule -> rule.name().startsWith("campaign thanks"))
                .filteredOn(rule -> rule.drl().contains("not Coupon( kind == \"welcome\" )"))
                .extracting(rule -> rule.event())
                .containsExactly("step.due");
    }

    private static List<String> entered(String when, State state) {
        Reading reading = read(when);
        assertThat(reading.diagnostics()).extracting(Diagnostic::toString).isEmpty();
        Event placed = HouseEvent.of(CATALOGUE.require("order.placed"), "e")
                .with("orderId", "o")
                .with("currency", "CNY")
                .with("store", "S1")
                .with("total", 900L)
                .about(state.subject(), NOON);
        try (RuleSession session = reading.edition().rules().open()) {
            return session.fire(new Fact(placed, state.after(placed, NOON), NOON, null, Map.of())).proposals().stream()
                    .map(Proposal::target)
                    .toList();
        }
    }

    private static Event coupon(Instant expiresAt) {
        return HouseEvent.of(CATALOGUE.require("coupon.issued"), "c")
                .with("couponId", "c1")
                .with("kind", "welcome")
                .with("value", 900L)
                .with("expiresAt", expiresAt)
                .about(Subject.member("m1"), NOON.minusSeconds(60));
    }

    private static State told(State state, Event event) {
        return state.after(event, event.time());
    }

    private static Reading read(String when) {
        return read(Map.of("campaigns/thanks.yaml", CAMPAIGN.formatted(when)));
    }

    private static Reading read(Map<String, String> files) {
        Map<String, byte[]> all = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(UTF_8)));
        files.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of).read(Playbook.of(all));
    }
}
