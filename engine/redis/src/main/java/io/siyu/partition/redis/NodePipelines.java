package io.siyu.partition.redis;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ClusterCommandArguments;
import redis.clients.jedis.ClusterCommandObjects;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ClusterConnectionProvider;

/**
 * One round trip to each node of a cluster that a batch touches, at the same time, on the caller's thread. A node that
 * fails leaves its answers unset and is told as an exception once the others have answered.
 *
 * <p>why not Jedis' own: where a connection breaks, that of 7.4 logs it, goes on, and loses connections of its pool.
 */
final class NodePipelines extends AbstractPipeline {
    private final ClusterConnectionProvider nodes;
    private final Map<HostAndPort, Sent> sent = new LinkedHashMap<>();

    /** What was sent to one node and is not answered. */
    private record Sent(Connection connection, Queue<Response<?>> waiting) {}

    NodePipelines(ClusterConnectionProvider nodes) {
        super(new ClusterCommandObjects());
        this.nodes = nodes;
    }

    @Override
    protected <T> Response<T> appendCommand(CommandObject<T> command) {
        int slot = ((ClusterCommandArguments) command.getArguments()).getCommandHashSlot();
        HostAndPort node = nodes.getNode(slot);
        if (node == null) {
            throw new JedisConnectionException("No node of the cluster has the slot (" + slot + ").");
        }
        Sent to = sent.computeIfAbsent(node, n -> new Sent(nodes.getConnection(n), new ArrayDeque<>()));
        to.connection().sendCommand(command.getArguments());
        Response<T> response = new Response<>(command.getBuilder());
        to.waiting().add(response);
        return response;
    }

    @Override
    public void sync() {
        JedisException fault = null;
        // why: a node begins when it has its commands, so all get theirs before the first is waited for.
        for (Sent to : sent.values()) {
            fault = first(fault, attempt(to, 0));
        }
        for (Sent to : sent.values()) {
            if (!to.connection().isBroken()) {
                fault = first(fault, attempt(to, to.waiting().size()));
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    private static @Nullable JedisException first(@Nullable JedisException one, @Nullable JedisException other) {
        return one == null ? other : one;
    }

    /** Sends what is still here, then reads so many answers. */
    private static @Nullable JedisException attempt(Sent to, int answers) {
        try {
            List<Object> read = to.connection().getMany(answers);
            for (Object answer : read) {
                to.waiting().remove().set(answer);
            }
            return null;
        } catch (JedisException broken) {
            to.connection().setBroken();
            return broken;
        }
    }

    @Override
    public void close() {
        for (Sent to : sent.values()) {
            if (!to.waiting().isEmpty()) {
                // why: its answers would be read as those of whoever gets the connection next.
                to.connection().setBroken();
            }
            to.connection().close();
        }
        sent.clear();
    }
}
