package io.siyu.samples.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A member of the demo retailer, wholly made from the seed and a number.
 *
 * @param store number of the home store, from 0
 * @param marketing whether offers may be sent; null if the member was never asked
 * @param coupon whether a coupon from before is still in the member's hands
 */
record DemoMember(
        String id,
        String name,
        LocalDate birthday,
        int level,
        int store,
        Instant joinedAt,
        boolean marketing,
        boolean refused,
        boolean coupon) {

    private static final int MEMBERS = 1;
    private static final List<String> GENDERS = List.of("female", "male");

    /** Member number {@code number}, from 0. */
    static DemoMember of(long seed, int number, Instant opening) {
        Chance chance = Chance.of(seed, MEMBERS, number);
        String name = DemoNames.draw(chance);
        LocalDate birthday = LocalDate.of(1958, 1, 1).plusDays(chance.below(48 * 365));
        int asked = chance.below(1000);
        return new DemoMember(
                id(number),
                name,
                birthday,
                chance.weighted(60, 25, 11, 4),
                chance.below(DemoShop.STORES),
                opening.minus(Duration.ofMinutes(1 + chance.below(3 * 365 * 24 * 60))),
                asked < 550,
                asked >= 950,
                chance.in1000(60));
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "m%06d", number + 1);
    }

    /** What {@code member.joined} tells of this member. */
    Map<String, Object> joined() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("level", level);
        data.put("source", store % 3 == 0 ? "mini-program" : "store");
        data.put("store", DemoShop.store(store));
        data.put("name", name);
        data.put("birthday", birthday.toString());
        data.put("gender", GENDERS.get(birthday.getDayOfMonth() % 2));
        data.put("city", DemoShop.city(store));
        data.put("homeStore", DemoShop.store(store));
        return data;
    }
}
