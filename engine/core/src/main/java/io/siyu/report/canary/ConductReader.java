package io.siyu.report.canary;

import io.siyu.archive.PastEntry;
import io.siyu.campaign.Promise;
import io.siyu.event.EntryKind;
import io.siyu.report.canary.Conduct.Kind;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts stored entries and their decision lines. One instance per span; not safe for several threads. */
final class ConductReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FAILED = "message.failed";

    private final Map<Kind, Long> decisions = new HashMap<>();
    private long events;
    private long dead;
    private long failed;
    private long broken;

    void read(PastEntry entry) {
        if (entry.kind() == EntryKind.EVENT) {
            events++;
        }
        if (!entry.dead().isEmpty()) {
            dead++;
        }
        if (entry.kind() == EntryKind.RECEIPT
                && JSON.readTree(entry.event()).path("type").asString("").equals(FAILED)) {
            failed++;
        }
        entry.decisions().forEach(line -> read(JSON.readTree(line)));
    }

    private void read(JsonNode line) {
        String campaign = line.path("campaign").asString("");
        Kind kind = new Kind(
                campaign.isEmpty() ? line.path("rule").asString("") : campaign,
                line.path("step").asString(""),
                line.path("verdict").asString(""),
                line.path("reason").asString(""),
                !line.path("message").asString("").isEmpty());
        decisions.merge(kind, 1L, Long::sum);
        if (kind.reason().startsWith(Promise.REASON)) {
            broken++;
        }
    }

    Conduct conduct() {
        return new Conduct(events, dead, failed, broken, decisions);
    }
}
