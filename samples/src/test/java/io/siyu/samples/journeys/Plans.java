package io.siyu.samples.journeys;

import io.siyu.samples.journeys.Plan.Act;
import io.siyu.samples.journeys.Plan.Arm;
import io.siyu.samples.journeys.Plan.Await;
import io.siyu.samples.journeys.Plan.Course;
import io.siyu.samples.journeys.Plan.End;
import io.siyu.samples.journeys.Plan.Entry;
import io.siyu.samples.journeys.Plan.Fork;
import io.siyu.samples.journeys.Plan.Happening;
import io.siyu.samples.journeys.Plan.Limit;
import io.siyu.samples.journeys.Plan.Part;
import io.siyu.samples.journeys.Plan.Pause;
import io.siyu.samples.journeys.Plan.Quiet;
import io.siyu.samples.journeys.Plan.Split;
import io.siyu.samples.journeys.Plan.Test;
import io.siyu.samples.journeys.Plan.Until;
import io.siyu.samples.journeys.Plan.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Random houses, campaigns and days of members, the same for the same seed. */
final class Plans {
    private static final List<String> HAPPENING =
            List.of("order.placed", "order.placed", "order.paid", "order.cancelled", "cart.added", "page.viewed");
    private static final List<String> ENTERING = List.of("order.placed", "cart.added", "page.viewed", "level.changed");
    private static final List<List<String>> ABSENCES = List.of(
            List.of("order.placed", "order.paid"),
            List.of("order.placed", "order.paid"),
            List.of("order.paid", "order.cancelled"),
            List.of("order.placed", "order.placed"),
            List.of("order.placed", "page.viewed"),
            List.of("cart.added", "order.placed"),
            List.of("page.viewed", "order.placed"));
    /** So close to changes of clocks on both sides of the year that many journeys cross one. */
    private static final List<Instant> BEGINNINGS = List.of(
            Instant.parse("2026-03-05T12:00:00Z"),
            Instant.parse("2026-10-29T12:00:00Z"),
            Instant.parse("2028-02-26T12:00:00Z"));

    private final RandomGenerator random;
    private final Instant beginning;
    private final List<String> coupons = new ArrayList<>();
    private String course = "";
    private int acts;
    private boolean tagged;

    Plans(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.beginning = pick(BEGINNINGS);
    }

    Plan plan() {
        List<Course> courses = new ArrayList<>();
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            courses.add(course("c" + i));
        }
        Quiet quiet = chance(70)
                ? new Quiet(LocalTime.of(19 + random.nextInt(5), 0), LocalTime.of(6 + random.nextInt(4), 30), hours(1))
                : null;
        List<Limit> caps = new ArrayList<>();
        if (chance(40)) {
            caps.add(new Limit(random.nextInt(3), length(), true));
        }
        if (chance(40)) {
            caps.add(new Limit(1 + random.nextInt(3), length(), false));
        }
        ZoneId zone = ZoneId.of(pick(List.of("America/New_York", "Asia/Shanghai")));
        return new Plan(zone, quiet, chance(25) ? 200 : 0, caps, courses);
    }

    /** What happens to a member within some days, each at a second of its own. */
    List<Happening> happenings(String member) {
        List<Happening> all = new ArrayList<>();
        Instant at = beginning.plusSeconds(random.nextInt(40_000));
        int orders = 0;
        int many = 3 + random.nextInt(12);
        for (int i = 0; i < many; i++) {
            String id = member + "-" + i;
            boolean coupon = !coupons.isEmpty() && i > 0 && chance(25);
            String type = coupon ? "coupon." + pick(List.of("claimed", "redeemed")) : type();
            Map<String, Object> values = new TreeMap<>();
            if (coupon) {
                values.put(
                        "coupon",
                        pick(coupons) + "/"
                                + all.get(random.nextInt(all.size())).id());
            }
            if (type.startsWith("order.")) {
                orders += type.equals("order.placed") || orders == 0 ? 1 : 0;
                int order = chance(15) ? orders + 1 : chance(80) ? orders : 1 + random.nextInt(orders);
                values.put("orderId", member + "-o" + (type.equals("order.placed") ? orders : order));
                values.put("total", (long) random.nextInt(400));
            } else if (type.equals("level.changed")) {
                values.put("level", (long) random.nextInt(4));
            } else if (type.startsWith("consent.") && chance(60)) {
                values.put("purpose", chance(70) ? "marketing" : "service");
            }
            all.add(new Happening(at, id, type, values));
            // why: often exactly a length that campaigns use, so that things meet
            at = at.plus(chance(30) ? length() : Duration.ofSeconds(1 + random.nextInt(100_000)));
        }
        return all;
    }

    private String type() {
        int n = random.nextInt(100);
        if (n < 18) {
            return "consent.given";
        }
        if (n < 22) {
            return "consent.withdrawn";
        }
        return n < 34 ? "level.changed" : pick(HAPPENING);
    }

    private Course course(String id) {
        course = id;
        acts = 0;
        tagged = false;
        Entry entry = entry();
        SortedMap<String, Integer> variants = new TreeMap<>();
        if (chance(30)) {
            int share = 10 * (1 + random.nextInt(9));
            variants.put("plain", share);
            variants.put("warm", 100 - share);
        }
        List<Limit> caps = chance(25) ? List.of(new Limit(random.nextInt(3), length(), false)) : List.of();
        List<String> exits = chance(40) ? List.of("order.cancelled") : List.of();
        String goal = chance(25) ? pick(List.of("order.paid", "page.viewed")) : "";
        return new Course(
                id,
                chance(60),
                random.nextInt(3) * 10,
                entry,
                variants,
                chance(25) ? 300 : 0,
                caps,
                exits,
                goal,
                ways(variants.keySet(), 0));
    }

    private Entry entry() {
        boolean absence = chance(40);
        // why: of one order, of orders that are each another one, and of the member as a whole
        List<String> pair = absence ? pick(ABSENCES) : List.of(pick(ENTERING), "");
        String event = pair.get(0);
        List<Test> when = new ArrayList<>(tests(30));
        if (event.equals("order.placed") && chance(40)) {
            when.add(new Test("total", chance(50) ? ">=" : "<", 1 + random.nextInt(399)));
        }
        @Nullable Duration again = chance(50) ? null : chance(30) ? Duration.ZERO : length();
        return new Entry(event, pair.get(1), length(), when, again, chance(30));
    }

    private List<Way> ways(Set<String> variants, int depth) {
        List<Way> ways = new ArrayList<>();
        int many = 1 + random.nextInt(depth == 0 ? 4 : 2);
        for (int i = 0; i < many; i++) {
            int n = random.nextInt(depth < 2 ? 10 : 6);
            if (n < 3) {
                ways.add(act(variants));
            } else if (n < 5) {
                ways.add(new Pause(length()));
                ways.add(act(variants));
            } else if (n == 5) {
                ways.add(new Until(LocalTime.of(random.nextInt(24), 30 * random.nextInt(2))));
                ways.add(act(variants));
            } else if (n == 8) {
                coupon(variants, depth + 1, ways);
            } else {
                ways.add(nested(n, variants, depth + 1));
            }
        }
        if (depth > 0 && chance(10)) {
            ways.add(new End("end-" + acts++));
        }
        return ways;
    }

    private Way nested(int n, Set<String> variants, int depth) {
        if (n == 6) {
            List<Arm> arms = new ArrayList<>();
            arms.add(new Arm(List.of(test()), ways(variants, depth)));
            if (chance(60)) {
                arms.add(new Arm(List.of(), ways(variants, depth)));
            }
            return new Fork(arms);
        }
        if (n == 7) {
            int share = 10 * (1 + random.nextInt(9));
            Part one = new Part(share, ways(variants, depth));
            return new Split("draw-" + acts++, List.of(one, new Part(100 - share, ways(variants, depth))));
        }
        return await(
                pick(List.of("order.paid", "order.placed", "page.viewed", "cart.added")),
                tests(20),
                "",
                () -> ways(variants, depth));
    }

    private void coupon(Set<String> variants, int depth, List<Way> ways) {
        Act act = new Act("coupon", "gift-" + acts++, tests(20), only(variants));
        coupons.add(course + "/" + act.id());
        ways.add(act);
        if (chance(80)) {
            String event = pick(List.of("coupon.claimed", "coupon.redeemed"));
            ways.add(await(event, List.of(), act.id(), () -> ways(variants, depth)));
        }
    }

    private Await await(String event, List<Test> when, String coupon, Supplier<List<Way>> ways) {
        List<Way> otherwise = chance(70) ? ways.get() : List.of();
        List<Way> then = otherwise.isEmpty() || chance(70) ? ways.get() : List.of();
        return new Await(event, when, length(), coupon, then, otherwise);
    }

    private Set<String> only(Set<String> variants) {
        return !variants.isEmpty() && chance(40) ? Set.of(pick(List.copyOf(variants))) : Set.of();
    }

    private Act act(Set<String> variants) {
        Set<String> only = only(variants);
        int n = random.nextInt(10);
        if (n == 0) {
            return new Act("task", "task-" + acts++, tests(20), only);
        }
        if (n == 1 && !tagged) {
            tagged = true;
            return new Act("tag", "loyal", tests(20), only);
        }
        return new Act(n == 2 ? "webhook" : "send", "send-" + acts++, tests(20), only);
    }

    private List<Test> tests(int percent) {
        return chance(percent) ? List.of(test()) : List.of();
    }

    private Test test() {
        return switch (random.nextInt(5)) {
            case 0 -> new Test("member.orders", chance(50) ? ">=" : "<", 1 + random.nextInt(3));
            case 1 -> new Test("tagged", "==", random.nextInt(2));
            default -> new Test("member.level", chance(50) ? ">=" : "<", 1 + random.nextInt(3));
        };
    }

    private Duration length() {
        return pick(List.of(
                Duration.ofMinutes(90), hours(2), hours(5), hours(12), hours(24), hours(24), hours(48), hours(72)));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
