package io.siyu.report.whereabouts;

import io.siyu.archive.PastEntry;
import io.siyu.event.EntryKind;
import io.siyu.member.Ways;
import io.siyu.report.whereabouts.Move.Proposed;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads from stored entries, in their order, where proposals of campaigns went. Pure. */
final class Moves {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String OF_A_CAMPAIGN = "\"campaign\":\"";
    private static final List<String> SENDING = List.of("send", "push");
    private static final Map<String, Place> TOLD = Map.of(
            "message.sent", Place.SENT,
            "message.failed", Place.FAILED,
            "message.unknown", Place.UNKNOWN,
            "message.released", Place.PENDING,
            "message.deferred", Place.PENDING,
            "message.requeued", Place.PENDING,
            "message.expired", Place.CANCELLED,
            "message.cancelled", Place.CANCELLED);

    private Moves() {}

    /** The last move of each proposal among these entries. */
    static List<Move> of(List<PastEntry> entries) {
        Map<String, Move> last = new LinkedHashMap<>();
        for (PastEntry entry : entries) {
            if (entry.kind() == EntryKind.RECEIPT && isOfCampaign(entry.event())) {
                keep(told(strings(entry.event()), entry.at()), last);
            }
            for (String line : entry.decisions()) {
                if (isOfCampaign(line)) {
                    keep(decided(strings(line), entry.at()), last);
                }
            }
        }
        return List.copyOf(last.values());
    }

    private static boolean isOfCampaign(String json) {
        return json.contains(OF_A_CAMPAIGN);
    }

    private static void keep(@Nullable Move move, Map<String, Move> last) {
        if (move != null) {
            last.put(move.id(), move.after(last.get(move.id())));
        }
    }

    private static @Nullable Move told(Map<String, String> receipt, Instant at) {
        Place place = TOLD.get(receipt.getOrDefault("type", ""));
        String message = receipt.getOrDefault("message", "");
        if (place == null || message.isEmpty()) {
            return null;
        }
        String reason = place == Place.PENDING ? "" : receipt.getOrDefault("reason", "");
        return new Move(message.substring(1), null, place, reason, at);
    }

    private static @Nullable Move decided(Map<String, String> line, Instant at) {
        String proposal = line.getOrDefault("proposal", "");
        String campaign = line.getOrDefault("campaign", "");
        if (proposal.isEmpty() || campaign.isEmpty()) {
            return null;
        }
        String action = line.getOrDefault("action", "");
        Act act = new Act(campaign, line.getOrDefault("step", ""), SENDING.contains(action) ? Ways.MESSAGE : action);
        Proposed proposed = new Proposed(
                act,
                line.getOrDefault("variant", ""),
                line.getOrDefault("subject", ""),
                line.getOrDefault("event", ""));
        return new Move(proposal.substring(1), proposed, place(line), line.getOrDefault("reason", ""), at);
    }

    private static Place place(Map<String, String> line) {
        return switch (line.getOrDefault("verdict", "")) {
            case "hold" -> Place.HELD;
            case "drop" -> Place.DROPPED;
            default -> line.containsKey("message") ? Place.PENDING : Place.SENT;
        };
    }

    /** All texts of an object and of the objects in it, by name: the names of a receipt and of what it tells differ. */
    private static Map<String, String> strings(String json) {
        Map<String, String> strings = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    name = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING && !name.equals("text")) {
                    strings.put(name, parser.getString());
                }
            }
        }
        return strings;
    }
}
