package io.siyu.member;

import static io.siyu.member.Told.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.event.Event;
import io.siyu.member.Consents.Consent;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    @Test
    void knows_nothing_until_told() {
        assertThat(Consents.NONE.answer("sms", Purpose.MARKETING)).isEqualTo(Consent.UNKNOWN);
    }

    @Test
    void covers_only_the_channel_and_purpose_named() {
        Consents consents =
                consents(event("consent.given", "2026-01-01T00:00:00Z", "channel", "sms", "purpose", "marketing"));

        assertThat(consents.answer("sms", Purpose.MARKETING)).isEqualTo(Consent.GIVEN);
        assertThat(consents.answer("sms", Purpose.SERVICE)).isEqualTo(Consent.UNKNOWN);
        assertThat(consents.answer("email", Purpose.MARKETING)).isEqualTo(Consent.UNKNOWN);
    }

    @Test
    void takes_what_is_left_out_as_all() {
        assertThat(consents(event("consent.given", "2026-01-01T00:00:00Z")).answer("sms", Purpose.MARKETING))
                .isEqualTo(Consent.GIVEN);
        assertThat(consents(event("consent.given", "2026-01-01T00:00:00Z", "channel", "sms"))
                        .answer("sms", Purpose.SERVICE))
                .isEqualTo(Consent.GIVEN);
        assertThat(consents(event("consent.given", "2026-01-01T00:00:00Z", "purpose", "service"))
                        .answer("sms", Purpose.MARKETING))
                .isEqualTo(Consent.UNKNOWN);
    }

    @Test
    void lets_the_latest_answer_win_whether_broad_or_narrow() {
        Event all = event("consent.withdrawn", "2026-01-02T00:00:00Z");
        Event narrow = event("consent.given", "2026-01-03T00:00:00Z", "channel", "sms", "purpose", "marketing");

        assertThat(consents(all, narrow).answer("sms", Purpose.MARKETING)).isEqualTo(Consent.GIVEN);
        assertThat(consents(narrow, all).answer("sms", Purpose.MARKETING)).isEqualTo(Consent.GIVEN);
        assertThat(consents(narrow, all).answer("email", Purpose.MARKETING)).isEqualTo(Consent.WITHDRAWN);
    }

    @Test
    void ignores_an_older_answer_that_arrives_late() {
        Event given = event("consent.given", "2026-01-01T00:00:00Z");
        Consents withdrawn = consents(event("consent.withdrawn", "2026-01-02T00:00:00Z"));

        assertThat(withdrawn.after(given, true)).isSameAs(withdrawn);
    }

    @Test
    void lets_withdrawal_win_a_tie() {
        Event given = event("consent.given", "2026-01-01T00:00:00Z", "channel", "sms");
        Event withdrawn = event("consent.withdrawn", "2026-01-01T00:00:00Z", "channel", "sms");
        Event withdrawnAll = event("consent.withdrawn", "2026-01-01T00:00:00Z");

        assertThat(consents(given, withdrawn).answer("sms", Purpose.SERVICE)).isEqualTo(Consent.WITHDRAWN);
        assertThat(consents(withdrawn, given).answer("sms", Purpose.SERVICE)).isEqualTo(Consent.WITHDRAWN);
        assertThat(consents(given, withdrawnAll).answer("sms", Purpose.SERVICE)).isEqualTo(Consent.WITHDRAWN);
    }

    private static Consents consents(Event... events) {
        return Told.member(events).consents();
    }
}
