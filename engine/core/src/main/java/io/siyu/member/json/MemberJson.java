package io.siyu.member.json;

import io.siyu.member.Bought;
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

    static void write(JsonGenerator json, Rows rows, MemberProfile member) {
        Json.instant(json, "joined", member.joinedAt());
        Json.number(json, "level", member.level());
        Json.texts(json, "tags", member.tags());
        Json.map(json, "attributes", member.attributes(), value -> attribute(json, value));
        Json.map(
                json,
                "consents",
                member.consents().answers(),
                answer -> rows.begin().at(answer.at()).flag(!answer.given()).end());
        Json.map(json, "coupons", member.coupons().byId(), coupon -> coupon(rows, coupon));
        orders(json, rows, member.orders());
        touch(json, rows, "firstTouch", member.firstTouch());
        touch(json, rows, "lastTouch", member.lastTouch());
        Json.texts(json, "communities", member.communities());
        Json.map(json, "told", member.told(), at -> Json.instant(json, at));
    }

    static MemberProfile read(JsonNode node, JsonNode words) {
        return new MemberProfile(
                Json.instantOrNull(node, "joined"),
                Json.number(node, "level"),
                SortedTexts.of(Json.texts(node, "tags")),
                Json.map(node, "attributes", MemberJson::attribute),
                new Consents(Json.map(node, "consents", row -> answer(new Row(row, words)))),
                coupons(node.path("coupons"), words),
                orders(node.path("orders"), words),
                touch(node.get("firstTouch"), words),
                touch(node.get("lastTouch"), words),
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

    private static Consents.Answer answer(Row row) {
        Instant at = row.at();
        return new Consents.Answer(!row.flag(), at);
    }

    private static void coupon(Rows rows, Coupon coupon) {
        rows.begin()
                .word(coupon.kind())
                .number(coupon.value())
                .word(coupon.campaign())
                .at(coupon.issuedAt())
                .at(coupon.expiresAt())
                .at(coupon.claimedAt())
                .number(coupon.redemptions())
                .at(coupon.lastRedeemedAt())
                .flag(coupon.lapsed())
                .end();
    }

    private static Coupons coupons(JsonNode node, JsonNode words) {
        SortedByText<Coupon> coupons = SortedByText.none();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            coupons = coupons.with(entry.getKey(), coupon(entry.getKey(), new Row(entry.getValue(), words)));
        }
        return new Coupons(coupons);
    }

    private static Coupon coupon(String id, Row row) {
        return new Coupon(
                id,
                row.word(),
                row.number(),
                row.word(),
                row.atOrNull(),
                row.at(),
                row.atOrNull(),
                (int) row.number(),
                row.atOrNull(),
                row.flag());
    }

    private static void orders(JsonGenerator json, Rows rows, Orders orders) {
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
        Json.list(
                json,
                "recent",
                orders.recent(),
                order -> rows.begin()
                        .at(order.at())
                        .word(order.store())
                        .number(order.total())
                        .end());
        Json.map(json, "bought", orders.bought().lastAt(), at -> Json.instant(json, at));
        json.writeEndObject();
    }

    private static Orders orders(JsonNode node, JsonNode words) {
        return new Orders(
                Json.number(node, "count"),
                Json.number(node, "spent"),
                Json.instantOrNull(node, "first"),
                Json.instantOrNull(node, "last"),
                Json.number(node, "cancelled"),
                Json.number(node, "refunded"),
                Json.map(node, "stores", JsonNode::longValue),
                Json.list(node, "recent", row -> placed(new Row(row, words))),
                new Bought(Json.map(node, "bought", Json::instant)));
    }

    private static Orders.Placed placed(Row row) {
        return new Orders.Placed(row.at(), row.word(), row.number());
    }

    private static void touch(JsonGenerator json, Rows rows, String name, @Nullable Touch touch) {
        if (touch != null) {
            json.writeName(name);
            rows.begin()
                    .at(touch.at())
                    .word(touch.source())
                    .word(touch.store())
                    .word(touch.staff())
                    .end();
        }
    }

    private static @Nullable Touch touch(@Nullable JsonNode node, JsonNode words) {
        if (node == null) {
            return null;
        }
        Row row = new Row(node, words);
        return new Touch(row.at(), row.word(), row.word(), row.word());
    }
}
