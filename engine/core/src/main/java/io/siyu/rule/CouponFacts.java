package io.siyu.rule;

import io.siyu.event.FieldType;
import io.siyu.member.Coupon;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What conditions can read of the coupon a fact is about: the one its event names, or whose date has come. {@code
 * coupon.open} says whether it could be redeemed now; {@code coupon.value} is without a value when unknown.
 */
final class CouponFacts {

    private CouponFacts() {}

    static List<Accessor> all() {
        return List.of(
                of("coupon.id", FieldType.TEXT, (coupon, at) -> coupon.id()),
                of("coupon.kind", FieldType.TEXT, (coupon, at) -> text(coupon.kind())),
                of("coupon.value", FieldType.MONEY, (coupon, at) -> coupon.value() == 0 ? null : coupon.value()),
                of("coupon.campaign", FieldType.TEXT, (coupon, at) -> text(coupon.campaign())),
                of("coupon.issuedAt", FieldType.INSTANT, (coupon, at) -> coupon.issuedAt()),
                of("coupon.expiresAt", FieldType.INSTANT, (coupon, at) -> coupon.expiresAt()),
                of("coupon.claimed", FieldType.BOOLEAN, (coupon, at) -> coupon.claimedAt() != null),
                of("coupon.redemptions", FieldType.INTEGER, (coupon, at) -> (long) coupon.redemptions()),
                of("coupon.open", FieldType.BOOLEAN, Coupon::open));
    }

    private static Accessor of(String path, FieldType type, BiFunction<Coupon, Instant, @Nullable Object> value) {
        return new Accessor(path, type, List.of(), arguments -> fact -> {
            Coupon coupon = fact.coupon();
            return coupon == null ? null : value.apply(coupon, fact.at());
        });
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
