package io.siyu.partition.redis;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;

/**
 * A pipeline that one server runs in one turn of its loop; nothing is sent before {@link #sync()}, and then all of it.
 *
 * <p>why: a server that syncs every write syncs once a turn; bare commands come in pieces of 16 KB, a turn and a sync each.
 * The client's own transaction waits for what was queued before it asks for the turn, behind the syncs of others twice.
 */
final class Turn extends AbstractPipeline {
    private final RedisClient client;
    private final List<Queued<?>> queue = new ArrayList<>();

    private record Queued<T>(CommandObject<T> command, Response<T> response) {}

    Turn(RedisClient client) {
        super(new CommandObjects());
        this.client = client;
    }

    @Override
    protected <T> Response<T> appendCommand(CommandObject<T> command) {
        Response<T> response = new Response<>(command.getBuilder());
        queue.add(new Queued<>(command, response));
        return response;
    }

    @Override
    public void sync() {
        try (AbstractPipeline pipeline = client.pipelined()) {
            send(pipeline, new CommandArguments(Command.MULTI));
            // why: what is answered to each is only that it is queued, or why the turn will be refused.
            queue.forEach(queued -> send(pipeline, queued.command().getArguments()));
            Response<Object> turn = send(pipeline, new CommandArguments(Command.EXEC));
            pipeline.sync();
            List<?> answers = (List<?>) turn.get();
            for (int i = 0; i < answers.size(); i++) {
                queue.get(i).response().set(answers.get(i));
            }
        }
        queue.clear();
    }

    private static Response<Object> send(AbstractPipeline pipeline, CommandArguments words) {
        return pipeline.executeCommand(new CommandObject<>(words, BuilderFactory.RAW_OBJECT));
    }

    @Override
    public void close() {
        queue.clear();
    }
}
