package io.siyu.samples.bench.served;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/** Listens to the decisions of a house until it is closed: when each was durable, and with it its message in the outbox. */
public final class Decided implements AutoCloseable {
    private static final int BLOCK_MILLIS = 100;
    private static final Pattern EVENT = Pattern.compile("\"event\":\"([^\"]*)\"");

    private final Map<String, Instant> durable = new ConcurrentHashMap<>();
    private final URI redis;
    private final Thread thread;
    private volatile boolean over;

    /** Begins to listen at this Redis; what is decided from now on is heard. */
    public Decided(URI redis) {
        this.redis = redis;
        Map<String, StreamEntryID> places = new TreeMap<>();
        try (Jedis server = new Jedis(redis)) {
            for (int partition = 0; partition < ServedHouse.partitions(); partition++) {
                String key = String.format(Locale.ROOT, "siyu:{p%02d}:decisions", partition);
                List<StreamEntry> last = server.xrevrange(key, "+", "-", 1);
                places.put(
                        key,
                        last.isEmpty() ? new StreamEntryID(0, 0) : last.get(0).getID());
            }
        }
        this.thread = new Thread(() -> listen(places), "decided");
        this.thread.start();
    }

    private void listen(Map<String, StreamEntryID> places) {
        try (Jedis server = new Jedis(redis)) {
            while (!over) {
                var heard = server.xread(XReadParams.xReadParams().block(BLOCK_MILLIS), places);
                Instant now = Instant.now(Clock.systemUTC());
                for (var stream : heard == null ? List.<Map.Entry<String, List<StreamEntry>>>of() : heard) {
                    for (StreamEntry entry : stream.getValue()) {
                        places.put(stream.getKey(), entry.getID());
                        note(String.valueOf(entry.getFields().get("d")), now);
                    }
                }
            }
        }
    }

    private void note(String decision, Instant now) {
        Matcher event = EVENT.matcher(decision);
        if (event.find()) {
            durable.putIfAbsent(event.group(1), now);
        }
    }

    /** Stops listening and tells when the first decision on each event was durable, by the event's id. */
    public Map<String, Instant> stop() {
        close();
        return Map.copyOf(durable);
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
