package io.siyu.member.json;

import io.siyu.event.Rfc3339;
import io.siyu.member.Consents;
import io.siyu.member.Coupon;
import io.siyu.member.Coupons;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.SortedByText;
import io.siyu.member.SortedTexts;
import io.siyu.member.Touch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** The profile of a member. */
final class MemberJson {

    private MemberJson() {}

    static void write(JsonGenerator json, MemberProfile member) {
        Json.instant(json, "joined", member.joinedAt());
        Json.number(json, "level", member.level());
        Json.texts(json, "tags", member.tags());
        Json.map(json, "attributes", member.attributes(), value -> attribute(json, value));
        Json.map(json, "consents", member.consents().answers(), answer -> {
            json.writeStartObject();
            Json.instant(json, answer.given() ? "given" : "withdrawn", answer.at());
            json.writeEndObject();
        });
        Json.map(json, "coupons", member.coupons().byId(), coupon -> coupon(json, coupon));
        orders(json, member.orders());
        touch(json, "firstTouch", member.firstTouch());
        touch(json, "lastTouch", member.lastTouch());
        Json.texts(json, "communities", member.communities());
        Json.map(json, "told", member.told(), at -> json.writeString(Rfc3339.format(at)));
    }

    static MemberProfile read(JsonNode node) {
        return new MemberProfile(
                Json.instantOrNull(node, "joined"),
                Json.number(node, "level"),
                SortedTexts.of(Json.texts(node, "tags")),
                Json.map(node, "attributes", MemberJson::attribute),
                new Consents(Json.map(node, "consents", MemberJson::answer)),
                coupons(node.path("coupons")),
                orders(node.path("orders")),
                touch(node.get("firstTouch")),
                touch(node.get("lastTouch")),
                SortedTexts.of(Json.texts(node, "communities")),
                Json.map(node, "told", Json::instant));
    }

    private static void attribute(JsonGenerator json, Object value) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof List<?> texts) {
            json.writeStartArray();
            texts.forEach(text -> json.writeString((String) text));
            json.writeEndArray();
        } else {
            String type = value instanceof Instant ? "instant" : value instanceof LocalDate ? "date" : "decimal";
            json.writeStartObject();
            json.writeStringProperty(type, value instanceof BigDecimal d ? d.toPlainString() : value.toString());
            json.writeEndObject();
        }
    }

    private static Object attribute(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isNumber()) {
            return node.longValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            return node.values().stream().map(JsonNode::stringValue).toList();
        }
        if (node.has("instant")) {
            return Json.instant(node, "instant");
        }
        return node.has("date") ? LocalDate.parse(Json.text(node, "date")) : new BigDecimal(Json.text(node, "decimal"));
    }

    private static Consents.Answer answer(JsonNode node) {
        Instant given = Json.instantOrNull(node, "given");
        return given == null
                ? new Consents.Answer(false, Json.instant(node, "withdrawn"))
                : new Consents.Answer(true, given);
    }

    private static void coupon(JsonGenerator json, Coupon coupon) {
        json.writeStartObject();
        Json.text(json, "kind", coupon.kind());
        Json.number(json, "value", coupon.value());
        Json.text(json, "campaign", coupon.campaign());
        Json.instant(json, "issued", coupon.issuedAt());
        Json.instant(json, "expires", coupon.expiresAt());
        Json.instant(json, "claimed", coupon.claimedAt());
        Json.number(json, "redemptions", coupon.redemptions());
        Json.instant(json, "redeemed", coupon.lastRedeemedAt());
        Json.flag(json, "lapsed", coupon.lapsed());
        json.writeEndObject();
    }

    private static Coupons coupons(JsonNode node) {
        SortedByText<Coupon> coupons = SortedByText.none();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            JsonNode told = entry.getValue();
            coupons = coupons.with(
                    entry.getKey(),
                    new Coupon(
                            entry.getKey(),
                            Json.text(told, "kind"),
                            Json.number(told, "value"),
                            Json.text(told, "campaign"),
                            Json.instantOrNull(told, "issued"),
                            Json.instant(told, "expires"),
                            Json.instantOrNull(told, "claimed"),
                            (int) Json.number(told, "redemptions"),
                            Json.instantOrNull(told, "redeemed"),
                            Json.flag(told, "lapsed")));
        }
        return new Coupons(coupons);
    }

    private static void orders(JsonGenerator json, Orders orders) {
        if (orders.equals(Orders.NONE)) {
            return;
        }
        json.writeObjectPropertyStart("orders");
        Json.number(json, "count", orders.count());
        Json.number(json, "spent", orders.spent());
        Json.instant(json, "first", orders.firstAt());
        Json.instant(json, "last", orders.lastAt());
        Json.number(json, "cancelled", orders.cancelled());
        Json.number(json, "refunded", orders.refunded());
        Json.map(json, "stores", orders.stores(), json::writeNumber);
        Json.list(json, "recent", orders.recent(), order -> {
            json.writeStartArray();
            json.writeString(Rfc3339.format(order.at()));
            json.writeString(order.store());
            json.writeNumber(order.total());
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private static Orders orders(JsonNode node) {
        return new Orders(
                Json.number(node, "count"),
                Json.number(node, "spent"),
                Json.instantOrNull(node, "first"),
                Json.instantOrNull(node, "last"),
                Json.number(node, "cancelled"),
                Json.number(node, "refunded"),
                Json.map(node, "stores", JsonNode::longValue),
                Json.list(node, "recent", MemberJson::placed));
    }

    private static Orders.Placed placed(JsonNode order) {
        return new Orders.Placed(
                Json.instant(order.path(0)),
                order.path(1).stringValue(),
                order.path(2).longValue());
    }

    private static void touch(JsonGenerator json, String name, @Nullable Touch touch) {
        if (touch == null) {
            return;
        }
        json.writeObjectPropertyStart(name);
        Json.instant(json, "at", touch.at());
        Json.text(json, "source", touch.source());
        Json.text(json, "store", touch.store());
        Json.text(json, "staff", touch.staff());
        json.writeEndObject();
    }

    private static @Nullable Touch touch(@Nullable JsonNode node) {
        return node == null
                ? null
                : new Touch(
                        Json.instant(node, "at"),
                        Json.text(node, "source"),
                        Json.text(node, "store"),
                        Json.text(node, "staff"));
    }
}
