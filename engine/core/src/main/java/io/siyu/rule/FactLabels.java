package io.siyu.rule;

import io.siyu.campaign.Text;
import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** A sentence, in zh and en, for everything conditions may name that is no field of the catalogue. */
public final class FactLabels {

    private static final Map<String, Text> LABELS = labels(
            label("member.joinedAt", "入会时间", "When the member joined."),
            label("member.level", "等级，未告知时为 0", "The member's level; 0 until one is told."),
            label("member.tags", "全部标签", "All tags of the member."),
            label("member.tagged", "是否带有某个标签", "Whether the member has the tag."),
            label("member.communities", "所在社群的编号", "Ids of the communities the member is in."),
            label("member.orders", "累计下单次数", "Orders placed so far, the event's own included."),
            label("member.spent", "累计下单金额", "The total of all orders placed so far."),
            label(
                    "member.ordersIn",
                    "最近一段时间内的下单次数",
                    "Orders placed in the time of that length that ends now, at most 400 days."),
            label(
                    "member.spentIn",
                    "最近一段时间内的下单金额",
                    "The total of the orders placed in the time of that length that ends now."),
            label("member.ordersAt", "在某门店的下单次数", "Orders placed at the store."),
            label(
                    "member.boughtIn",
                    "最近一段时间内是否在某门店下过单",
                    "Whether an order was placed at the store in the time of that length that ends now."),
            label(
                    "member.bought",
                    "最近一段时间内是否买过某商品，按商品编码",
                    "Whether the product, by its SKU, was in an order placed in the time of that length that ends"
                            + " now."),
            label(
                    "member.near",
                    "是否可能在某门店的这个距离之内",
                    "Whether the member may be within the distance of the store; false when nobody knows where the"
                            + " member is."),
            label(
                    "member.nearStore",
                    "是否可能在事件所属门店的这个距离之内",
                    "Whether the member may be within the distance of the store the event is about."),
            label(
                    "member.homeStoreIn",
                    "归属门店是否属于某组织单元",
                    "Whether the member's home store belongs to the unit; false when nobody knows the store."),
            label(
                    "member.lastStoreIn",
                    "最近到访门店是否属于某组织单元",
                    "Whether the store of the member's last touchpoint belongs to the unit; false when there is none."),
            label(
                    "member.ofStore",
                    "是否是事件所属门店的会员：归属门店，没有则看最近到过的门店",
                    "Whether the store the event is about is the member's home store, or without one, the last"
                            + " visited."),
            label("member.inList", "是否在某份会员名单中", "Whether the member is in the list of that name."),
            label("member.refunds", "退款次数", "Refunds so far."),
            label("member.firstOrderAt", "首次下单时间", "When the first order was placed."),
            label("member.lastOrderAt", "最近下单时间", "When the latest order was placed, the event's own included."),
            label("member.daysSinceLastOrder", "距最近下单的整天数", "Whole days of 24 hours since the latest order."),
            label("member.openCoupons", "当前可用的券数", "How many coupons could be redeemed now."),
            label(
                    "member.holds",
                    "是否持有某券种的可用券",
                    "Whether the member has a coupon of the kind that could be redeemed now."),
            label("member.enrolled", "当前是否在某活动中", "Whether the member is inside the campaign now."),
            label(
                    "member.firstSource",
                    "首次来源",
                    "Where the member was first met: the source of the earliest touchpoint."),
            label("member.lastSource", "最近来源", "The source of the latest touchpoint."),
            label("member.lastStore", "最近门店", "The store of the latest touchpoint."),
            label("coupon.id", "本券券号", "The coupon the event or date is about: its id."),
            label("coupon.kind", "本券券种", "Its kind."),
            label("coupon.value", "本券面值", "Its value; without one when unknown."),
            label("coupon.campaign", "发放本券的活动", "The campaign that issued it."),
            label("coupon.issuedAt", "本券发放时间", "When it was issued."),
            label("coupon.expiresAt", "本券到期时间", "When it expires."),
            label("coupon.claimed", "本券是否已领取", "Whether it was claimed."),
            label("coupon.redemptions", "本券核销次数", "How often it was redeemed."),
            label("coupon.open", "本券当前是否可用", "Whether it could be redeemed now."),
            label("community.type", "社群类型", "Of an event about a community: marketing, content or service."),
            label("community.store", "社群所属门店", "The community's store."),
            label("community.ofStore", "是否属于事件所属门店", "Whether it belongs to the store the event is about."),
            label(
                    "community.storeIn",
                    "社群所属门店是否属于某组织单元",
                    "Whether the community's store belongs to the unit; false when nobody knows the store."),
            label("community.owner", "社群负责人", "The staff member who owns the community."),
            label("community.members", "社群人数", "How many members it has."),
            label("store.id", "事件所属门店", "The store the event is about."),
            label("store.in", "事件所属门店是否属于某组织单元", "Whether the store the event is about belongs to the unit."),
            label("Coupon.id", "券号", "The coupon's id."),
            label("Coupon.kind", "券种", "Its kind."),
            label("Coupon.value", "面值", "Its value; without one when unknown."),
            label("Coupon.campaign", "发放活动", "The campaign that issued it."),
            label("Coupon.issuedAt", "发放时间", "When it was issued."),
            label("Coupon.expiresAt", "到期时间", "When it expires."),
            label("Coupon.claimed", "是否已领取", "Whether it was claimed."),
            label("Coupon.redemptions", "核销次数", "How often it was redeemed."),
            label("Coupon.open", "当前是否可用", "Whether it could be redeemed now."),
            label("Coupon.earlier", "是否在本事件之前发放", "Whether it was issued before the event happened."),
            label("Order.at", "下单时间", "When the order was placed."),
            label("Order.store", "下单门店", "The store it was placed at."),
            label("Order.total", "订单金额", "Its total."),
            label(
                    "Order.earlier",
                    "是否在本事件之前下单",
                    "Whether it was placed before the event happened; the event's own order was not."),
            label("Enrolment.campaign", "活动", "The campaign the member is inside."),
            label("Enrolment.occurrence", "场次", "What the enrolment is about: an event id, a coupon id, a start date."),
            label("Enrolment.at", "进入时间", "When the member entered."),
            label("Enrolment.since", "触发事件时间", "When the event that entered the member happened."),
            label("Enrolment.key", "订单号或券号", "The order or coupon by which an exit finds it."),
            label("Enrolment.earlier", "是否在本事件之前进入", "Whether the member entered before the event happened."),
            label(
                    ".within",
                    "发生在最近这段时间内",
                    "Whether the moment lies in the time of that length that ends now; the beginning is left out."),
            label(".olderThan", "发生在这段时间之前", "Whether the moment is at least that long ago."),
            label(
                    ".dueWithin",
                    "将在这段时间内到来",
                    "Whether the moment is still to come, and not later than that long from now."),
            label(
                    "Coupon",
                    "会员持有的券，过期 60 天后不再保留",
                    "A coupon the member has or had; those over for 60 days are forgotten."),
            label(
                    "Order",
                    "逐笔保留的订单：最近 400 天，至多 500 笔",
                    "An order kept one by one: those of the last 400 days, at most 500."),
            label("Enrolment", "会员当前所在的活动场次", "A campaign the member is inside now, once for each occurrence."));

    private FactLabels() {}

    /** The sentence of a shared path; for a member's attribute, its label in the catalogue. */
    public static Optional<Text> shared(String path, Catalogue catalogue) {
        Optional<Text> attribute = catalogue.memberAttributes().stream()
                .filter(field -> path.equals("member." + field.name()))
                .map(Field::label)
                .findFirst();
        return attribute.isPresent() ? attribute : Optional.ofNullable(LABELS.get(path));
    }

    /** The sentence of something a member has several of. */
    public static Optional<Text> of(KeptType type) {
        return Optional.ofNullable(LABELS.get(type.name()));
    }

    /** The sentence of one of its fields. */
    public static Optional<Text> of(KeptType type, Accessor field) {
        return Optional.ofNullable(LABELS.get(type.name() + "." + field.path()));
    }

    /** The sentence of a question about a moment, such as {@code within}. */
    public static Optional<Text> ofMoment(String word) {
        return Optional.ofNullable(LABELS.get("." + word));
    }

    @SafeVarargs
    private static Map<String, Text> labels(Entry<String, Text>... all) {
        Map<String, Text> labels = new LinkedHashMap<>();
        for (Entry<String, Text> label : all) {
            labels.put(label.getKey(), label.getValue());
        }
        return labels;
    }

    private static Entry<String, Text> label(String path, String zh, String en) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        byLanguage.put("zh", zh);
        byLanguage.put("en", en);
        return Map.entry(path, new Text(byLanguage));
    }
}
