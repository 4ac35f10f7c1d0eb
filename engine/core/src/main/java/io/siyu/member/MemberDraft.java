package io.siyu.member;

import io.siyu.event.Event;
import io.siyu.event.Field;
import io.siyu.event.Values;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member's profile while one event is applied to it. */
final class MemberDraft {

    /** What happens to a member without the member being there: no touchpoint. */
    private static final Set<String> DISTANT =
            Set.of("order.ready", "order.shipped", "order.delivered", "order.cancelled", "order.refunded");

    private static final Set<String> NO_ATTRIBUTES = Set.of("level", "tags", "tagsRemoved", "source", "store", "staff");

    private final MemberProfile before;
    private @Nullable Instant joinedAt;
    private long level;
    private SortedTexts tags;
    private SortedByText<Object> attributes;
    private Consents consents;
    private Coupons coupons;
    private Orders orders;
    private @Nullable Touch firstTouch;
    private @Nullable Touch lastTouch;
    private SortedTexts communities;
    private SortedByText<Instant> told;

    MemberDraft(MemberProfile before) {
        this.before = before;
        joinedAt = before.joinedAt();
        level = before.level();
        tags = SortedTexts.of(before.tags());
        attributes = SortedByText.of(before.attributes());
        consents = before.consents();
        coupons = before.coupons();
        orders = before.orders();
        firstTouch = before.firstTouch();
        lastTouch = before.lastTouch();
        communities = SortedTexts.of(before.communities());
        told = SortedByText.of(before.told());
    }

    void learn(Event event, Instant at) {
        touch(event);
        switch (event.type().name()) {
            case "order.placed", "order.cancelled", "order.refunded" -> orders = orders.after(event);
            case "coupon.issued", "coupon.claimed", "coupon.redeemed", "coupon.lapsed" ->
                coupons = coupons.after(event, at);
            case "consent.given" -> consents = consents.after(event, true);
            case "consent.withdrawn" -> consents = consents.after(event, false);
            case "member.joined" -> join(event);
            case "member.updated" -> describe(event);
            case "level.changed" -> rise(event);
            case "community.joined", "community.left" -> move(event);
            default -> {}
        }
    }

    void tag(String tag) {
        tags = tags.with(tag);
    }

    /** The profile after what was learnt; the one before when that was nothing. */
    MemberProfile finish() {
        boolean same = joinedAt == before.joinedAt()
                && level == before.level()
                && tags == before.tags()
                && attributes == before.attributes()
                && consents == before.consents()
                && coupons == before.coupons()
                && orders == before.orders()
                && firstTouch == before.firstTouch()
                && lastTouch == before.lastTouch()
                && communities == before.communities()
                && told == before.told();
        return same
                ? before
                : new MemberProfile(
                        joinedAt,
                        level,
                        tags,
                        attributes,
                        consents,
                        coupons,
                        orders,
                        firstTouch,
                        lastTouch,
                        communities,
                        told);
    }

    private void touch(Event event) {
        Values data = event.data();
        String source = data.text("source");
        String store = data.text("store");
        String staff = data.text("staff");
        if ((source == null && store == null && staff == null)
                || DISTANT.contains(event.type().name())) {
            return;
        }
        Touch touch = new Touch(
                event.time(), source == null ? "" : source, store == null ? "" : store, staff == null ? "" : staff);
        if (firstTouch == null || touch.at().isBefore(firstTouch.at())) {
            firstTouch = touch;
        }
        if (lastTouch == null || !touch.at().isBefore(lastTouch.at())) {
            lastTouch = touch;
        }
    }

    private void join(Event event) {
        if (joinedAt == null || event.time().isBefore(joinedAt)) {
            joinedAt = event.time();
        }
        describe(event);
    }

    private void describe(Event event) {
        rise(event);
        texts(event, "tags").forEach(tag -> tags = tags.with(tag));
        texts(event, "tagsRemoved").forEach(tag -> tags = tags.without(tag));
        Values data = event.data();
        List<Field> fields = data.fields();
        for (int i = 0; i < fields.size(); i++) {
            Object value = data.at(i);
            String name = fields.get(i).name();
            if (value != null && !NO_ATTRIBUTES.contains(name) && isNews("attribute/" + name, event)) {
                attributes = attributes.with(name, value);
            }
        }
    }

    private void rise(Event event) {
        if (event.value("level") instanceof Long next && isNews("level", event)) {
            level = next;
        }
    }

    private void move(Event event) {
        String community = event.data().text("community");
        if (community != null && isNews("community/" + community, event)) {
            communities = event.type().name().equals("community.joined")
                    ? communities.with(community)
                    : communities.without(community);
        }
    }

    private boolean isNews(String subject, Event event) {
        Instant known = told.get(subject);
        if (known != null && event.time().isBefore(known)) {
            return false;
        }
        told = told.with(subject, event.time());
        return true;
    }

    private static List<String> texts(Event event, String field) {
        return event.value(field) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
