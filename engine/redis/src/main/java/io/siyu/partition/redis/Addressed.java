package io.siyu.partition.redis;

import static io.siyu.partition.redis.EntryForm.bytes;

import io.siyu.decision.Request;
import io.siyu.decision.Requeue;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.Commit;
import io.siyu.partition.Flush;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ZRangeParams;

/** Finds the messages that wait, are claimed or are dead letters by whom they are addressed to. */
final class Addressed {
    private final RedisStore store;

    Addressed(RedisStore store) {
        this.store = store;
    }

    /** What the index keeps for a message. */
    static String place(Message message) {
        return message.subject().written() + " " + message.id();
    }

    /** The messages of everybody about whom these flushes ask for something; asks nothing when none does. */
    Map<Subject, List<Message>> by(Collection<Flush> flushes) {
        Map<Subject, Set<String>> wanted = new LinkedHashMap<>();
        for (Flush flush : flushes) {
            for (Commit commit : flush.commits()) {
                commit.requests().forEach(request -> want(request, wanted));
            }
        }
        store.ask(wanted.keySet(), this::index)
                .forEach((subject, places) -> places.forEach(place ->
                        wanted.getOrDefault(subject, Set.of()).add(place.substring(place.lastIndexOf(' ') + 1))));
        wanted.values().removeIf(Set::isEmpty);
        Map<Subject, List<Message>> messages = new LinkedHashMap<>();
        store.ask(
                        wanted.keySet(),
                        (pipeline, subject) -> bodies(pipeline, subject, wanted.getOrDefault(subject, Set.of())))
                .forEach((subject, bodies) -> messages.put(subject, messages(subject, bodies)));
        return messages;
    }

    private static void want(Request request, Map<Subject, Set<String>> wanted) {
        Set<String> ids = wanted.computeIfAbsent(request.subject(), subject -> new LinkedHashSet<>());
        if (request instanceof Requeue requeue) {
            ids.add(requeue.message());
        }
    }

    private Response<List<String>> index(AbstractPipeline pipeline, Subject subject) {
        String before = subject.written() + " ";
        // why: every id of a message begins with an m; 'n' is the letter behind it.
        ZRangeParams range = ZRangeParams.zrangeByLexParams("[" + before + "m", "(" + before + "n");
        return pipeline.zrange(RedisKeys.addressed(store.partitionOf(subject)), range);
    }

    private Response<List<byte[]>> bodies(AbstractPipeline pipeline, Subject subject, Set<String> ids) {
        byte[] key = bytes(RedisKeys.messages(store.partitionOf(subject)));
        return pipeline.hmget(key, ids.stream().map(EntryForm::bytes).toArray(byte[][]::new));
    }

    // why: a subject whose id begins with another's and a space may stand in the range too.
    private static List<Message> messages(Subject subject, List<byte[]> bodies) {
        List<Message> messages = new ArrayList<>();
        for (byte[] body : bodies) {
            if (body != null && MessageForm.message(body).subject().equals(subject)) {
                messages.add(MessageForm.message(body));
            }
        }
        return messages;
    }
}
