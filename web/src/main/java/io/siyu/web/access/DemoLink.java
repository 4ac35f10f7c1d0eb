package io.siyu.web.access;

import io.siyu.web.settings.DemoSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** The demo's way in: a signed link, valid for a time and a number of uses, and only when switched on. */
@Component
class DemoLink {

    /** Who is signed in instead of the marketer when the link asks for it. */
    static final String APPROVER = "approver";

    private static final Role[] ROLES = {Role.MARKETER, Role.RULE_AUTHOR, Role.QA};

    private final DemoSettings settings;
    private final Clock clock;
    private final HmacUtils signature;
    private final String ticket;
    private final AtomicInteger uses = new AtomicInteger();

    DemoLink(DemoSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.signature = new HmacUtils(
                HmacAlgorithms.HMAC_SHA_256, Secret.random().text().getBytes(StandardCharsets.UTF_8));
        long until = clock.instant().plus(settings.linkLife()).getEpochSecond();
        this.ticket = until + "." + signature.hmacHex(Long.toString(until));
    }

    /** The ticket to print; empty unless demo sign-in is switched on. */
    Optional<String> ticket() {
        return settings.signIn() ? Optional.of(ticket) : Optional.empty();
    }

    /**
     * Whom the ticket signs in: the demo's marketer or, so that somebody can approve, its {@link #APPROVER}; empty when it is
     * forged, too old, used up or switched off.
     */
    Optional<UserDetails> redeem(String offered, String as) {
        if (!settings.signIn() || !isSigned(offered) || uses.incrementAndGet() > settings.linkUses()) {
            return Optional.empty();
        }
        boolean approver = as.equals(APPROVER);
        Role[] roles = approver ? new Role[] {Role.APPROVER} : ROLES;
        return Optional.of(User.withUsername(approver ? "demo-approver" : "demo")
                .password("{noop}")
                .authorities(Arrays.stream(roles)
                        .map(Role::authority)
                        .map(SimpleGrantedAuthority::new)
                        .toList())
                .build());
    }

    private boolean isSigned(String offered) {
        String[] parts = offered.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,12}")) {
            return false;
        }
        byte[] expected = signature.hmacHex(parts[0]).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[1].getBytes(StandardCharsets.UTF_8))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }
}
