package io.siyu.partition.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;

/** Three real Redis servers that share the slots of a cluster. */
final class RedisCluster {
    private static final int NODES = 3;
    private static final int SLOTS = 16_384;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path directory;
    private final List<EmbeddedRedis> nodes = new ArrayList<>();
    private final List<Integer> buses = new ArrayList<>();

    private RedisCluster(Path directory) {
        this.directory = directory;
    }

    /** Starts one that is well. */
    static RedisCluster start(Path directory) throws IOException {
        RedisCluster cluster = new RedisCluster(directory);
        for (int i = 0; i < NODES; i++) {
            cluster.buses.add(freePort());
            cluster.nodes.add(cluster.node(i, 0));
        }
        cluster.join();
        cluster.awaitWell();
        return cluster;
    }

    private EmbeddedRedis node(int number, int port) {
        return EmbeddedRedis.start(
                directory.resolve("node" + number),
                port,
                List.of("--cluster-enabled yes", "--cluster-port " + buses.get(number)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void join() {
        for (int i = 0; i < NODES; i++) {
            try (Jedis node = new Jedis(nodes.get(i).url())) {
                node.clusterSetConfigEpoch(i + 1L);
                node.clusterAddSlotsRange(i * SLOTS / NODES, (i + 1) * SLOTS / NODES - 1);
            }
        }
        try (Jedis first = new Jedis(nodes.get(0).url())) {
            for (int i = 1; i < NODES; i++) {
                first.sendCommand(
                        redis.clients.jedis.Protocol.Command.CLUSTER,
                        "MEET",
                        "127.0.0.1",
                        Integer.toString(nodes.get(i).url().getPort()),
                        Integer.toString(buses.get(i)));
            }
        }
    }

    private void awaitWell() {
        Awaitility.await("the nodes know each other")
                .atMost(PATIENCE)
                .until(() -> nodes.stream().allMatch(RedisCluster::isWell));
    }

    private static boolean isWell(EmbeddedRedis server) {
        try (Jedis node = new Jedis(server.url())) {
            String told = node.clusterInfo();
            return told.contains("cluster_state:ok") && told.contains("cluster_known_nodes:" + NODES);
        }
    }

    List<URI> servers() {
        return nodes.stream().map(EmbeddedRedis::url).toList();
    }

    /** As a house names it: by two of its nodes. */
    URI url() {
        return URI.create("redis-cluster://" + nodes.get(0).url().getAuthority() + ","
                + nodes.get(1).url().getAuthority());
    }

    /** Stops all nodes as a power cut does, and starts them again. */
    void cutPower() {
        List<Integer> ports = nodes.stream().map(node -> node.url().getPort()).toList();
        nodes.forEach(EmbeddedRedis::kill);
        for (int i = 0; i < NODES; i++) {
            nodes.set(i, node(i, ports.get(i)));
        }
        awaitWell();
    }

    void close() {
        nodes.forEach(EmbeddedRedis::close);
    }
}
