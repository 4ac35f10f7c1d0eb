package io.siyu.rule;

import io.siyu.event.FieldType;
import io.siyu.member.Coupon;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What conditions can read of the coupon a fact is about: the one its event names, or whose date has come. {@code
 * coupon.open} says whether it could be redeemed now; {@code coupon.value} is without a value when unknown.
 */
final class CouponFacts {

    private CouponFacts() {}

    static List<Accessor> all() {
        return of("coupon.", Fact::coupon);
    }

    /** The fields of a coupon, wherever it is found. */
    static List<Accessor> of(String prefix, Function<Fact, @Nullable Coupon> coupon) {
        Fields fields = new Fields(prefix, coupon);
        return List.of(
                fields.of("id", FieldType.TEXT, (own, at) -> own.id()),
                fields.of("kind", FieldType.TEXT, (own, at) -> text(own.kind())),
                fields.of("value", FieldType.MONEY, (own, at) -> own.value() == 0 ? null : own.value()),
                fields.of("campaign", FieldType.TEXT, (own, at) -> text(own.campaign())),
                fields.of("issuedAt", FieldType.INSTANT, (own, at) -> own.issuedAt()),
                fields.of("expiresAt", FieldType.INSTANT, (own, at) -> own.expiresAt()),
                fields.of("claimed", FieldType.BOOLEAN, (own, at) -> own.claimedAt() != null),
                fields.of("redemptions", FieldType.INTEGER, (own, at) -> (long) own.redemptions()),
                fields.of("open", FieldType.BOOLEAN, Coupon::open));
    }

    private record Fields(String prefix, Function<Fact, @Nullable Coupon> coupon) {

        Accessor of(String name, FieldType type, BiFunction<Coupon, Instant, @Nullable Object> value) {
            return new Accessor(prefix + name, type, List.of(), arguments -> fact -> {
                Coupon own = coupon.apply(fact);
                return own == null ? null : value.apply(own, fact.at());
            });
        }
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
