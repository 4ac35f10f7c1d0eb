package io.siyu.partition.redis;

import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;

/**
 * A pipeline that one server runs in one turn of its loop.
 *
 * <p>why: a server that syncs every write syncs once a turn; bare commands come in pieces of 16 KB, a turn and a sync each.
 */
final class Turn extends AbstractPipeline {
    private final AbstractTransaction transaction;

    Turn(RedisClient client) {
        super(new CommandObjects());
        this.transaction = client.multi();
    }

    @Override
    protected <T> Response<T> appendCommand(CommandObject<T> command) {
        return transaction.executeCommand(command);
    }

    @Override
    public void sync() {
        transaction.exec();
    }

    @Override
    public void close() {
        transaction.close();
    }
}
