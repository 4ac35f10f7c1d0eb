package io.siyu.rule;

import static io.siyu.event.FieldType.BOOLEAN;
import static io.siyu.event.FieldType.INSTANT;
import static io.siyu.event.FieldType.INTEGER;
import static io.siyu.event.FieldType.MONEY;
import static io.siyu.event.FieldType.TEXT;
import static io.siyu.event.FieldType.TEXTS;

import io.siyu.event.FieldType;
import io.siyu.member.Coupon;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.Touch;
import io.siyu.rule.Accessor.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What conditions can read of the member a fact is about; none of it has a value for other subjects.
 *
 * <table>
 *   <caption>Paths</caption>
 *   <tr><td>{@code member.joinedAt}</td><td>time of joining</td></tr>
 *   <tr><td>{@code member.level}</td><td>0 until one is told</td></tr>
 *   <tr><td>{@code member.tags}, {@code member.tagged("vip")}</td><td>all tags; whether it has one</td></tr>
 *   <tr><td>{@code member.communities}</td><td>ids of the communities it is in</td></tr>
 *   <tr><td>{@code member.orders}, {@code member.spent}</td><td>orders placed so far and their total</td></tr>
 *   <tr><td>{@code member.ordersIn("30d")}, {@code member.spentIn("30d")}</td><td>the same in a window ending now</td></tr>
 *   <tr><td>{@code member.ordersAt("store")}</td><td>orders placed at a store</td></tr>
 *   <tr><td>{@code member.boughtIn("store", "30d")}</td><td>whether one of them fell into a window ending now</td></tr>
 *   <tr><td>{@code member.bought("SKU", "30d")}</td><td>whether the product was in one of them</td></tr>
 *   <tr><td>{@code member.refunds}</td><td>refunds so far</td></tr>
 *   <tr><td>{@code member.firstOrderAt}, {@code member.lastOrderAt}</td><td>times of orders</td></tr>
 *   <tr><td>{@code member.daysSinceLastOrder}</td><td>whole days of 24 hours</td></tr>
 *   <tr><td>{@code member.openCoupons}</td><td>coupons that could be redeemed now</td></tr>
 *   <tr><td>{@code member.holds("kind")}</td><td>whether one of them is of this kind</td></tr>
 *   <tr><td>{@code member.enrolled("campaign")}</td><td>whether it is inside a campaign now</td></tr>
 *   <tr><td>{@code member.firstSource}, {@code member.lastSource}, {@code member.lastStore}</td><td>touchpoints</td></tr>
 * </table>
 *
 * Member attributes of the catalogue are read as {@code member.<attribute>}.
 */
final class MemberFacts {

    private MemberFacts() {}

    static List<Accessor> all() {
        return List.of(
                plain("member.joinedAt", INSTANT, MemberProfile::joinedAt),
                plain("member.level", INTEGER, MemberProfile::level),
                plain("member.tags", TEXTS, member -> List.copyOf(member.tags())),
                asking("member.tagged", BOOLEAN, (member, tag) -> member.tags().contains(tag)),
                plain("member.communities", TEXTS, member -> List.copyOf(member.communities())),
                plain("member.orders", INTEGER, member -> member.orders().count()),
                plain("member.spent", MONEY, member -> member.orders().spent()),
                windowed("member.ordersIn", INTEGER, Orders.Window::count),
                windowed("member.spentIn", MONEY, Orders.Window::spent),
                asking(
                        "member.ordersAt",
                        INTEGER,
                        (member, store) -> member.orders().stores().getOrDefault(store, 0L)),
                boughtIn(),
                bought(),
                plain("member.refunds", INTEGER, member -> member.orders().refunded()),
                plain("member.firstOrderAt", INSTANT, member -> member.orders().firstAt()),
                plain("member.lastOrderAt", INSTANT, member -> member.orders().lastAt()),
                timed("member.daysSinceLastOrder", MemberFacts::daysSinceLastOrder),
                timed("member.openCoupons", MemberFacts::openCoupons),
                holds(),
                enrolled(),
                plain("member.firstSource", TEXT, member -> source(member.firstTouch())),
                plain("member.lastSource", TEXT, member -> source(member.lastTouch())),
                plain("member.lastStore", TEXT, member -> store(member.lastTouch())));
    }

    private static @Nullable MemberProfile member(Fact fact) {
        return fact.state().profile() instanceof MemberProfile member ? member : null;
    }

    private static Accessor plain(String path, FieldType type, Function<MemberProfile, @Nullable Object> value) {
        return new Accessor(path, type, List.of(), arguments -> fact -> {
            MemberProfile member = member(fact);
            return member == null ? null : value.apply(member);
        });
    }

    private static Accessor asking(String path, FieldType type, BiFunction<MemberProfile, String, Object> value) {
        return new Accessor(path, type, List.of(Parameter.TEXT), arguments -> {
            String asked = (String) arguments.get(0);
            return fact -> {
                MemberProfile member = member(fact);
                return member == null ? null : value.apply(member, asked);
            };
        });
    }

    private static Accessor windowed(String path, FieldType type, Function<Orders.Window, Long> value) {
        return new Accessor(path, type, List.of(Parameter.DURATION), arguments -> {
            Duration length = (Duration) arguments.get(0);
            return fact -> {
                MemberProfile member = member(fact);
                return member == null ? null : value.apply(member.orders().in(length, fact.at()));
            };
        });
    }

    private static Accessor timed(String path, BiFunction<MemberProfile, Instant, @Nullable Long> value) {
        return new Accessor(path, INTEGER, List.of(), arguments -> fact -> {
            MemberProfile member = member(fact);
            return member == null ? null : value.apply(member, fact.at());
        });
    }

    private static Accessor boughtIn() {
        return new Accessor("member.boughtIn", BOOLEAN, List.of(Parameter.TEXT, Parameter.DURATION), arguments -> {
            String store = (String) arguments.get(0);
            Duration length = (Duration) arguments.get(1);
            return fact -> {
                MemberProfile member = member(fact);
                return member == null ? null : (Object) boughtIn(member.orders(), store, fact.at(), length);
            };
        });
    }

    private static Accessor bought() {
        return new Accessor("member.bought", BOOLEAN, List.of(Parameter.TEXT, Parameter.DURATION), arguments -> {
            String product = (String) arguments.get(0);
            Duration length = (Duration) arguments.get(1);
            return fact -> {
                MemberProfile member = member(fact);
                return member == null ? null : (Object) member.orders().bought().in(product, length, fact.at());
            };
        });
    }

    private static boolean boughtIn(Orders orders, String store, Instant at, Duration length) {
        Instant after = at.minus(length);
        for (int i = orders.recent().size() - 1; i >= 0; i--) {
            Orders.Placed order = orders.recent().get(i);
            if (!order.at().isAfter(after)) {
                return false;
            }
            if (!order.at().isAfter(at) && order.store().equals(store)) {
                return true;
            }
        }
        return false;
    }

    private static Accessor holds() {
        return new Accessor("member.holds", BOOLEAN, List.of(Parameter.TEXT), arguments -> {
            String kind = (String) arguments.get(0);
            return fact -> {
                MemberProfile member = member(fact);
                return member == null ? null : (Object) holds(member, kind, fact.at());
            };
        });
    }

    private static boolean holds(MemberProfile member, String kind, Instant at) {
        for (Coupon coupon : member.coupons().all()) {
            if (coupon.open(at) && coupon.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static Accessor enrolled() {
        return new Accessor("member.enrolled", BOOLEAN, List.of(Parameter.TEXT), arguments -> {
            String campaign = (String) arguments.get(0);
            return fact -> member(fact) == null
                    ? null
                    : (Object) fact.state().enrolments().in(campaign);
        });
    }

    private static @Nullable Long daysSinceLastOrder(MemberProfile member, Instant at) {
        Instant last = member.orders().lastAt();
        return last == null ? null : (Long) Duration.between(last, at).toDays();
    }

    private static Long openCoupons(MemberProfile member, Instant at) {
        return member.coupons().all().stream().filter(coupon -> coupon.open(at)).count();
    }

    private static @Nullable String source(@Nullable Touch touch) {
        return touch == null || touch.source().isEmpty() ? null : touch.source();
    }

    static @Nullable String store(@Nullable Touch touch) {
        return touch == null || touch.store().isEmpty() ? null : touch.store();
    }
}
