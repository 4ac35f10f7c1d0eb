package io.siyu.web.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The ways in that are told at start: the first administrator's link, the demo's link, the first API token. */
@Component
public class Doors {

    private final FirstAdmin firstAdmin;
    private final DemoLink demo;
    private final ApiTokens tokens;

    Doors(FirstAdmin firstAdmin, DemoLink demo, ApiTokens tokens) {
        this.firstAdmin = firstAdmin;
        this.demo = demo;
        this.tokens = tokens;
    }

    /** The link that makes the first administrator; empty once there is an account. */
    public Optional<String> firstAdmin(String address) {
        return firstAdmin.key().map(key -> address + "/first-admin?key=" + encoded(key));
    }

    /** The link that signs a visitor in as the demo's marketer; empty unless switched on. */
    public Optional<String> demo(String address) {
        return demo.ticket().map(ticket -> address + "/demo-sign-in?ticket=" + encoded(ticket));
    }

    /** The link that signs a visitor in as the demo's approver; empty unless switched on. */
    public Optional<String> demoApprover(String address) {
        return demo(address).map(link -> link + "&as=" + DemoLink.APPROVER);
    }

    /** The house's first API token; empty at every later call. */
    public Optional<String> firstToken() {
        return tokens.makeFirst();
    }

    private static String encoded(String value) {
        return UriUtils.encodeQueryParam(value, StandardCharsets.UTF_8);
    }
}
