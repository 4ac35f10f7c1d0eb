package io.siyu.member.json;

import io.siyu.member.Block;
import io.siyu.member.Ledger;
import io.siyu.member.PartitionState;
import io.siyu.member.QuotaProfile;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Quotas: what partitions were lent of them, and what they lent. */
final class QuotaJson {

    private QuotaJson() {}

    static void write(JsonGenerator json, PartitionState partition) {
        Json.map(json, "blocks", partition.blocks(), block -> {
            json.writeStartObject();
            json.writeStringProperty("day", block.day().toString());
            Json.number(json, "left", block.left());
            Json.flag(json, "open", block.open());
            Json.flag(json, "asked", block.asked());
            Json.instant(json, "refused", block.refusedAt());
            Json.texts(json, "waiting", block.waiting());
            Json.number(json, "beyond", block.beyond());
            json.writeEndObject();
        });
    }

    static Block block(JsonNode node) {
        return new Block(
                LocalDate.parse(Json.text(node, "day")),
                Json.number(node, "left"),
                Json.flag(node, "open"),
                Json.flag(node, "asked"),
                Json.instantOrNull(node, "refused"),
                Json.texts(node, "waiting"),
                Json.number(node, "beyond"));
    }

    static void write(JsonGenerator json, QuotaProfile quota) {
        Json.map(json, "days", quota.days(), ledger -> {
            json.writeStartObject();
            Json.number(json, "limit", ledger.limit());
            Json.number(json, "out", ledger.out());
            Json.flag(json, "scarce", ledger.scarce());
            Json.map(json, "shares", ledger.shares(), share -> {
                json.writeStartObject();
                Json.number(json, "lent", share.lent());
                Json.flag(json, "open", share.open());
                Json.flag(json, "recalled", share.recalled());
                json.writeEndObject();
            });
            Json.list(json, "asks", ledger.asks(), ask -> {
                json.writeStartObject();
                json.writeNumberProperty("partition", ask.partition());
                Json.number(json, "waiting", ask.waiting());
                json.writeEndObject();
            });
            json.writeEndObject();
        });
    }

    static QuotaProfile profile(JsonNode node) {
        return new QuotaProfile(Json.map(node, "days", QuotaJson::ledger));
    }

    private static Ledger ledger(JsonNode node) {
        return new Ledger(
                Json.number(node, "limit"),
                Json.number(node, "out"),
                Json.flag(node, "scarce"),
                Json.map(
                        node,
                        "shares",
                        share -> new Ledger.Share(
                                Json.number(share, "lent"), Json.flag(share, "open"), Json.flag(share, "recalled"))),
                Json.list(
                        node,
                        "asks",
                        ask -> new Ledger.Ask((int) Json.number(ask, "partition"), Json.number(ask, "waiting"))));
    }
}
