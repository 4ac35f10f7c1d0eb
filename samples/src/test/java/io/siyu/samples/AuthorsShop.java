package io.siyu.samples;

import io.siyu.event.Subject;
import io.siyu.playbook.Playbook;
import java.nio.charset.StandardCharsets;

/** The playbook an author works on: a rule that answers every order, and one that thanks for large ones. */
final class AuthorsShop {
    /** Proposes something for each order. */
    static final String EVERY_ORDER = "Every order";

    static final String FILE = "rules/orders.drl";
    private static final String RULES = """
            rule "Every order"
            when
                OrderPlaced( total > 0 )
            then
                propose.tag("ordered");
            end

            rule "Thank for a large order"
            when
                OrderPlaced( total >= 100 )
            then
                propose.send("plain").step("thanks");
            end
            """;
    private static final String SCENARIOS = """
            version: 1
            scenarios:
              - name: A large order is thanked for, a cent less is not
                start: 2026-03-02 10:00
                events:
                  - after: 0m
                    order.placed: {orderId: A1, total: %d.99, currency: EUR}
                  - after: 1h
                    order.placed: {orderId: A2, total: %d.00, currency: EUR}
                expect:
                  - {after: 0m, tag: ordered}
                  - {after: 1h, tag: ordered}
                  - {after: 1h, send: plain}
            """;

    private AuthorsShop() {}

    /** As it is in the beginning: thanks for orders of 100 euros, one of a hundred. */
    static Playbook playbook() {
        Playbook shop = LivePlaybook.shop().without("campaigns/thanks.yaml");
        return shop.with(FILE, RULES.getBytes(StandardCharsets.UTF_8));
    }

    /** The rules with another condition for large orders. */
    static String rules(String condition) {
        return RULES.replace("total >= 100", condition);
    }

    /** Scenarios that hold when orders from so many euros are thanked for. */
    static String scenarios(int from) {
        return SCENARIOS.formatted(from - 1, from);
    }

    /** Who places the order with this number. */
    static Subject member(int order) {
        return Subject.member("m" + order % Traffic.MEMBERS);
    }
}
