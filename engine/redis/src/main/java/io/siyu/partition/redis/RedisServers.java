package io.siyu.partition.redis;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;
import redis.clients.jedis.util.Pool;

/** The servers a house is kept in: one Redis, or the nodes of a cluster, named by {@code redis-cluster://host:port,…}. */
final class RedisServers implements AutoCloseable {
    /** How the connections of a server are named. */
    static final String NAME = "siyu";

    private static final int CONNECTIONS = 64;
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final String CLUSTER = "-cluster";

    private final UnifiedJedis client;
    private final Supplier<AbstractPipeline> pipelines;
    private final Supplier<AbstractPipeline> turns;
    private final Supplier<Collection<? extends Pool<Connection>>> nodes;
    private final Runnable looking;

    private RedisServers(RedisClient one) {
        this.client = one;
        this.pipelines = one::pipelined;
        this.turns = () -> new Turn(one);
        this.nodes = () -> List.of(one.getPool());
        this.looking = () -> {};
    }

    private RedisServers(RedisClusterClient cluster, ClusterConnectionProvider nodes) {
        this.client = cluster;
        this.pipelines = () -> new NodePipelines(nodes);
        // why: in a cluster the commands of a transaction must be about one slot.
        this.turns = this.pipelines;
        this.nodes = () -> nodes.getNodes().values();
        this.looking = nodes::renewSlotCache;
    }

    /** Servers at this address; nothing is asked of them yet but, of a cluster, who they are. */
    static RedisServers at(URI url) {
        return at(url, NAME);
    }

    /** The same, with connections of this name. */
    static RedisServers at(URI url, String name) {
        String scheme = String.valueOf(url.getScheme());
        return scheme.endsWith(CLUSTER) ? cluster(scheme.replace(CLUSTER, ""), url, name) : one(url, name);
    }

    private static RedisServers one(URI url, String name) {
        return new RedisServers(RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(url))
                .clientConfig(config(url, name))
                .poolConfig(pool())
                .build());
    }

    private static RedisServers cluster(String scheme, URI url, String name) {
        String authority = String.valueOf(url.getRawAuthority());
        int at = authority.indexOf('@') + 1;
        List<String> hosts = Arrays.asList(authority.substring(at).split(",", -1));
        Set<HostAndPort> known = new LinkedHashSet<>();
        hosts.forEach(host -> known.add(HostAndPort.from(host)));
        URI first = URI.create(scheme + "://" + authority.substring(0, at) + hosts.get(0));
        ClusterConnectionProvider nodes =
                new ClusterConnectionProvider(known, config(first, name), pool(), LOOK_AROUND);
        return new RedisServers(
                RedisClusterClient.builder()
                        .nodes(known)
                        .clientConfig(config(first, name))
                        .connectionProvider(nodes)
                        .build(),
                nodes);
    }

    private static DefaultJedisClientConfig config(URI url, String name) {
        return DefaultJedisClientConfig.builder(url)
                .timeoutMillis(TIMEOUT_MILLIS)
                .clientName(name)
                .build();
    }

    private static GenericObjectPoolConfig<Connection> pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        // why: two pipelines that each hold a node's last connection and want the other's would wait for ever.
        pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
        return pool;
    }

    /** For one command; a cluster's client finds the node by the key. */
    UnifiedJedis client() {
        return client;
    }

    /** For many commands; of a cluster each goes to the node of its key. */
    AbstractPipeline pipelined() {
        return pipelines.get();
    }

    /** For many commands that one server runs in one turn of its loop; those of a cluster in as many as they get. */
    AbstractPipeline turn() {
        return turns.get();
    }

    /** Learns which node has which slots now; a pipeline does not follow a key that has moved. */
    void lookAround() {
        looking.run();
    }

    /** Asks every server the same. */
    <T> List<T> each(Function<Jedis, T> question) {
        List<T> answers = new ArrayList<>();
        for (Pool<Connection> node : nodes.get()) {
            try (Jedis one = new Jedis(node.getResource())) {
                answers.add(question.apply(one));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (JedisException gone) {
            // why: a server that is already stopped needs no goodbye.
            return;
        }
    }
}
