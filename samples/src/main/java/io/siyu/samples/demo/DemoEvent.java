package io.siyu.samples.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as the retailer's systems would send it.
 *
 * @param data field values as JSON knows them; money as a decimal text in units
 * @param backfill history from before the house was opened
 */
record DemoEvent(Instant time, String id, String type, String subject, Map<String, Object> data, boolean backfill) {

    /** The system that sends the demo's events. */
    static final String SOURCE = "demo-shop";

    private static final JsonMapper JSON = JsonMapper.shared();

    DemoEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** The event as a CloudEvents 1.0 JSON object. */
    byte[] json() {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", SOURCE);
        envelope.put("type", type);
        envelope.put("subject", subject);
        envelope.put("time", time.toString());
        if (backfill) {
            envelope.put("backfill", true);
        }
        envelope.put("data", data);
        return JSON.writeValueAsBytes(envelope);
    }
}
