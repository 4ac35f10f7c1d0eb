package io.siyu.samples.demo;

import io.siyu.samples.demo.DemoShop.Community;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who the retailer's members were when the house was opened: told as backfill, so nobody is sent anything for it. Some of
 * them order on that very morning, so that the first phones ring while others still move in, and have a coupon of which
 * they hear the same day.
 */
final class DemoHistory {
    private static final int COMMUNITIES = 2;
    private static final int COUPONS = 3;
    private static final int ORDERS = 5;

    private final DemoPlan plan;
    private final List<Community> communities = DemoShop.communities();

    DemoHistory(DemoPlan plan) {
        this.plan = plan;
    }

    /** Tells the communities and then member after member, each with what is known of them. */
    void tell(Consumer<DemoEvent> to) {
        for (Community community : communities) {
            to.accept(updated(community));
        }
        List<DemoEvent> morning = new ArrayList<>();
        DemoOrders orders = new DemoOrders(morning, Chance.of(plan.seed(), ORDERS, 0));
        for (int number = 0; number < plan.members(); number++) {
            DemoMember member = DemoMember.of(plan.seed(), number, plan.opening());
            boolean early = early(member, number);
            of(member, number, early).forEach(to);
            if (early) {
                orders.order(0, member.id(), plan.opening());
                morning.stream()
                        .filter(event -> event.time().equals(plan.opening()))
                        .forEach(to);
                morning.clear();
            }
        }
    }

    /** Whether the member orders on the morning of the opening, and has a coupon that ends soon. */
    private boolean early(DemoMember member, int number) {
        return member.coupon()
                && member.marketing()
                && Chance.of(plan.seed(), ORDERS, number + 1L).in1000(150);
    }

    private DemoEvent updated(Community community) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", community.name());
        data.put("type", community.type());
        data.put("store", community.store());
        data.put("owner", community.owner());
        Instant time = plan.opening().minus(Duration.ofDays(90));
        return new DemoEvent(
                time, "community-" + community.id(), "community.updated", "community/" + community.id(), data, true);
    }

    private List<DemoEvent> of(DemoMember member, int number, boolean early) {
        List<DemoEvent> events = new ArrayList<>();
        events.add(new Past(member, 0).event("joined", "member.joined", member.joined()));
        if (member.marketing() || member.refused()) {
            String type = member.marketing() ? "consent.given" : "consent.withdrawn";
            Map<String, Object> answer = Map.of("channel", "phone", "purpose", "marketing");
            events.add(new Past(member, 30).event("consent", type, answer));
        }
        Chance chance = Chance.of(plan.seed(), COMMUNITIES, number);
        if (chance.in1000(120)) {
            Community community = chance.one(communities);
            events.add(new Past(member, 60)
                    .event("community", "community.joined", Map.of("community", community.id(), "source", "store")));
        }
        if (member.coupon()) {
            events.add(coupon(member, Chance.of(plan.seed(), COUPONS, number), early));
        }
        return events;
    }

    private DemoEvent coupon(DemoMember member, Chance chance, boolean early) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("couponId", "welcome-" + member.id());
        data.put("kind", "WELCOME");
        data.put("value", "15.00");
        Duration left = Duration.ofMinutes(chance.between(73 * 60, early ? 74 * 60 : 14 * 24 * 60));
        data.put("expiresAt", plan.opening().plus(left).toString());
        return new Past(member, 90).event("coupon", "coupon.issued", data);
    }

    /** What happened to a member so long after joining. */
    private record Past(DemoMember member, int seconds) {
        DemoEvent event(String what, String type, Map<String, Object> data) {
            Instant time = member.joinedAt().plusSeconds(seconds);
            return new DemoEvent(time, what + "-" + member.id(), type, member.id(), data, true);
        }
    }
}
