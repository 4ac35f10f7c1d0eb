package io.siyu.rule;

import io.siyu.event.FieldType;
import io.siyu.member.Coupon;
import io.siyu.member.Enrolment;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a member has several of: coupons, the orders kept one by one, the enrolments that are open. {@code earlier} tells
 * those that were there before the event, since the state a rule sees has the event applied.
 */
public final class KeptTypes {

    private KeptTypes() {}

    /** All of them. */
    public static List<KeptType> all() {
        return List.of(coupon(), order(), enrolment());
    }

    private static KeptType coupon() {
        List<Accessor> fields =
                new ArrayList<>(CouponFacts.of("", fact -> fact.kept() instanceof Coupon coupon ? coupon : null));
        fields.add(earlier(Coupon.class, Coupon::issuedAt));
        return new KeptType(
                "Coupon", fields, fact -> of(fact, member -> member.coupons().all()));
    }

    private static KeptType order() {
        List<Accessor> fields = List.of(
                field(Orders.Placed.class, "at", FieldType.INSTANT, Orders.Placed::at),
                field(Orders.Placed.class, "store", FieldType.TEXT, order -> text(order.store())),
                field(Orders.Placed.class, "total", FieldType.MONEY, Orders.Placed::total),
                earlier(Orders.Placed.class, Orders.Placed::at));
        return new KeptType(
                "Order", fields, fact -> of(fact, member -> member.orders().recent()));
    }

    private static KeptType enrolment() {
        List<Accessor> fields = List.of(
                field(Enrolment.class, "campaign", FieldType.TEXT, Enrolment::campaign),
                field(Enrolment.class, "occurrence", FieldType.TEXT, Enrolment::occurrence),
                field(Enrolment.class, "at", FieldType.INSTANT, Enrolment::at),
                field(Enrolment.class, "since", FieldType.INSTANT, Enrolment::since),
                field(Enrolment.class, "key", FieldType.TEXT, enrolment -> text(enrolment.key())),
                earlier(Enrolment.class, Enrolment::at));
        return new KeptType(
                "Enrolment",
                fields,
                fact -> of(fact, member -> fact.state().enrolments().open()));
    }

    private static Collection<?> of(Fact fact, Function<MemberProfile, Collection<?>> all) {
        return fact.state().profile() instanceof MemberProfile member ? all.apply(member) : List.of();
    }

    private static <T> Accessor field(Class<T> kept, String name, FieldType type, Function<T, @Nullable Object> value) {
        return new Accessor(
                name,
                type,
                List.of(),
                arguments -> fact -> kept.isInstance(fact.kept()) ? value.apply(kept.cast(fact.kept())) : null);
    }

    private static <T> Accessor earlier(Class<T> kept, Function<T, @Nullable Instant> at) {
        return new Accessor("earlier", FieldType.BOOLEAN, List.of(), arguments -> fact -> {
            Instant began = kept.isInstance(fact.kept()) ? at.apply(kept.cast(fact.kept())) : null;
            return began == null ? null : began.isBefore(fact.event().time());
        });
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
