package io.siyu.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.settings.DemoSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UserDetails;

class DemoLinkTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T08:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Test
    void opens_nothing_unless_switched_on() {
        DemoLink link = new DemoLink(new DemoSettings(false, Duration.ofHours(1), 5), clock);
        assertThat(link.ticket()).isEmpty();
    }

    @Test
    void expires() {
        DemoLink link = new DemoLink(new DemoSettings(true, Duration.ofHours(1), 5), clock);
        String ticket = link.ticket().orElseThrow();
        now.set(now.get().plus(Duration.ofMinutes(59)));
        assertThat(link.redeem(ticket, "")).isPresent();
        now.set(now.get().plus(Duration.ofMinutes(1)));
        assertThat(link.redeem(ticket, "")).isEmpty();
    }

    @Test
    void does_not_open_with_a_later_date_under_the_same_signature() {
        DemoLink link = new DemoLink(new DemoSettings(true, Duration.ofHours(1), 5), clock);
        String ticket = link.ticket().orElseThrow();
        String stretched = "99" + ticket.substring(2);
        assertThat(link.redeem(stretched, "")).isEmpty();
    }

    @Test
    void signs_in_somebody_else_to_approve_what_the_marketer_wrote() {
        DemoLink link = new DemoLink(new DemoSettings(true, Duration.ofHours(1), 5), clock);
        String ticket = link.ticket().orElseThrow();
        UserDetails marketer = link.redeem(ticket, "").orElseThrow();
        UserDetails approver = link.redeem(ticket, DemoLink.APPROVER).orElseThrow();
        assertThat(approver.getUsername()).isNotEqualTo(marketer.getUsername());
        assertThat(approver.getAuthorities()).extracting("authority").containsExactly("ROLE_APPROVER");
        assertThat(marketer.getAuthorities()).extracting("authority").doesNotContain("ROLE_APPROVER");
    }
}
