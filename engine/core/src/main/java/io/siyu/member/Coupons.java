package io.siyu.member;

import io.siyu.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The coupons of one member by id. Those expired for longer than {@link #REMEMBERED} are forgotten, and of more than
 * {@value #KEPT} the ones closed first.
 */
public record Coupons(Map<String, Coupon> byId) {
    /** How long after its expiry a coupon is remembered. */
    public static final Duration REMEMBERED = Duration.ofDays(60);

    /** How many are kept. */
    public static final int KEPT = 100;

    /** None. */
    public static final Coupons NONE = new Coupons(Map.of());

    public Coupons {
        byId = SortedByText.of(byId);
    }

    public Optional<Coupon> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All, by id in lexical order. */
    public Collection<Coupon> all() {
        return byId.values();
    }

    /** These coupons after an event of type {@code coupon.*}. */
    Coupons after(Event event, Instant at) {
        String id = event.data().text("couponId");
        if (id == null) {
            return this;
        }
        Coupon known = byId.get(id);
        Coupon next = known == null ? Coupon.heardOf(id, event) : known.after(event);
        SortedByText<Coupon> all = known == null ? remembered(at) : SortedByText.of(byId);
        return next == known ? this : new Coupons(all.with(id, next));
    }

    private SortedByText<Coupon> remembered(Instant at) {
        SortedByText<Coupon> kept = SortedByText.of(byId);
        for (Coupon coupon : byId.values()) {
            if (coupon.expiresAt().plus(REMEMBERED).isBefore(at)) {
                kept = kept.without(coupon.id());
            }
        }
        return kept.size() < KEPT ? kept : withoutFirstClosed(kept, at);
    }

    private static SortedByText<Coupon> withoutFirstClosed(SortedByText<Coupon> kept, Instant at) {
        return kept.values().stream()
                .min(Comparator.comparing((Coupon coupon) -> coupon.open(at))
                        .thenComparing(Coupon::expiresAt)
                        .thenComparing(Coupon::id))
                .map(coupon -> kept.without(coupon.id()))
                .orElse(kept);
    }
}
