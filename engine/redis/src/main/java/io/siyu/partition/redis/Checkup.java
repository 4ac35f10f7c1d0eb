package io.siyu.partition.redis;

import io.siyu.report.Health.Ill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * How one Redis server is.
 *
 * @param replica whether it only follows another
 */
record Checkup(String name, boolean replica, String durability, List<Ill> ills) {
    private static final String PART = "redis";

    Checkup {
        ills = List.copyOf(ills);
    }

    /** Asks this server. */
    static Checkup of(Jedis server) {
        Map<String, String> told = Settled.section(server, "server");
        boolean replica = "slave".equals(Settled.section(server, "replication").get("role"));
        List<Ill> ills = new ArrayList<>();
        String durability = durability(server, ills);
        String valkey = told.get("valkey_version");
        String name = valkey == null ? "Redis " + told.get("redis_version") : "Valkey " + valkey;
        return new Checkup(name, replica, durability, ills);
    }

    private static String durability(Jedis server, List<Ill> ills) {
        Map<String, String> persistence = Settled.section(server, "persistence");
        if (!"1".equals(persistence.get("aof_enabled"))) {
            ills.add(new Ill(PART, "Redis keeps no append-only file: a crash loses events.\nMaybe: appendonly yes"));
            return "memory only";
        }
        if (!"ok".equals(persistence.get("aof_last_write_status"))) {
            ills.add(new Ill(
                    PART, "Redis cannot write its append-only file and takes no events.\nMaybe its disk is full."));
        }
        String fsync = fsync(server);
        if (fsync.equals("no")) {
            ills.add(new Ill(
                    PART,
                    "Redis leaves it to the system when its file reaches the disk (appendfsync no): a power cut loses"
                            + " events.\nMaybe: CONFIG SET appendfsync always"));
        }
        return "aof " + fsync;
    }

    private static String fsync(Jedis server) {
        try {
            return server.configGet("appendfsync").getOrDefault("appendfsync", "unknown");
        } catch (JedisDataException kept) {
            // why: a rented Redis often does not tell its settings.
            return "unknown";
        }
    }
}
