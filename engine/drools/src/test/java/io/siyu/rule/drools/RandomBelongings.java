package io.siyu.rule.drools;

import io.siyu.member.Coupon;
import io.siyu.member.Coupons;
import io.siyu.member.Enrolment;
import io.siyu.member.Enrolments;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Coupons, orders and enrolments by chance, around the moment the rules are asked. */
final class RandomBelongings {

    static final List<String> KINDS = List.of("welcome", "thanks", "autumn");

    private final Random random;

    RandomBelongings(Random random) {
        this.random = random;
    }

    State of(State state) {
        MemberProfile none = state.member();
        MemberProfile member = new MemberProfile(
                none.joinedAt(),
                none.level(),
                none.tags(),
                none.attributes(),
                none.consents(),
                coupons(),
                orders(),
                none.firstTouch(),
                none.lastTouch(),
                none.communities(),
                none.told());
        return state.with(member).with(enrolments());
    }

    private Coupons coupons() {
        Map<String, Coupon> coupons = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant issued = random.nextInt(4) == 0 ? null : near();
            coupons.put(
                    "c" + i,
                    new Coupon(
                            "c" + i,
                            random.nextInt(5) == 0 ? "" : one(KINDS),
                            random.nextInt(4) * 50L,
                            "",
                            issued,
                            near(),
                            random.nextBoolean() ? near() : null,
                            random.nextInt(3),
                            null,
                            random.nextInt(4) == 0));
        }
        return new Coupons(coupons);
    }

    private Orders orders() {
        List<Orders.Placed> placed = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            placed.add(new Orders.Placed(near(), one(List.of("S1", "S2", "north", "")), random.nextInt(12) * 50L));
        }
        return new Orders(placed.size(), 0, null, null, 0, 0, Map.of(), placed);
    }

    private Enrolments enrolments() {
        Enrolments open = Enrolments.NONE;
        for (int i = random.nextInt(3); i > 0; i--) {
            String key = one(List.of("", "c1"));
            open = open.opened(new Enrolment(one(KINDS), "o" + i, near(), "e", near(), key, Map.of()));
        }
        return open;
    }

    private Instant near() {
        return Shop.NOW.plus(Duration.ofDays(random.nextInt(7) - 4));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
