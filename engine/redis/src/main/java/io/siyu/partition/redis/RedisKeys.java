package io.siyu.partition.redis;

import io.siyu.event.Subject;

/**
 * All keys of the house in Redis. Keys of a partition share a hash tag, so that a script never leaves its slot.
 *
 * <table>
 * <caption>Keys of partition 7 begin with {@code siyu:{p07}:}</caption>
 * <tr><td>{@code at}</td><td>hash: {@code position} decided, {@code tail} of the log, {@code at} last log time in
 *     microseconds, {@code epoch} of the owner's lease, highest {@code clock} version seen, position of the last {@code
 *     tick}, number of the last {@code letter} written, {@code from:<pp>} number of the last letter taken from each
 *     partition, current {@code bucket}, counts of {@code outside} events and {@code dead} entries, position {@code archived} and
 *     position {@code trimmed}, up to which only the archive holds the partition's past</td></tr>
 * <tr><td>{@code log}</td><td>stream, id {@code <position>-0}: k kind, a log time in microseconds, e event</td></tr>
 * <tr><td>{@code state:<kind>:<id>}</td><td>JSON; the partition's own has the kind {@code partition}</td></tr>
 * <tr><td>{@code ids}</td><td>sorted set: {@code kind/id} of every subject, by bytes</td></tr>
 * <tr><td>{@code timers}</td><td>sorted set: {@code kind/id} by its earliest due time in microseconds</td></tr>
 * <tr><td>{@code letters}</td><td>stream, id {@code <number>-0}: p partition addressed, e event</td></tr>
 * <tr><td>{@code decisions}</td><td>stream, id {@code <position>-<ordinal>}: d decision line</td></tr>
 * <tr><td>{@code faults}</td><td>stream, id {@code <position>-0}: r why that entry could not be decided; goes to the
 *     archive</td></tr>
 * <tr><td>{@code outbox:<queue>}</td><td>sorted set: ids of messages to be claimed, by their place; a queue is {@code
 *     <lane>:<channel>}</td></tr>
 * <tr><td>{@code queues}</td><td>set: every queue that ever had a message</td></tr>
 * <tr><td>{@code messages}</td><td>hash: every message that waits, is claimed or is a dead letter, by id</td></tr>
 * <tr><td>{@code addressed}</td><td>sorted set: {@code <subject> <message id>} of each of them, by bytes</td></tr>
 * <tr><td>{@code ways}</td><td>hash: how many messages of campaigns are {@code <campaign>/<step>/message/<word>}, the
 *     word one of pending, claimed, sent, failed, unknown, cancelled</td></tr>
 * <tr><td>{@code claims}</td><td>hash: message id to {@code <epoch> <slot> <queue> <place>}</td></tr>
 * <tr><td>{@code deferred}</td><td>sorted set: ids of messages by when they may be claimed again, in microseconds of
 *     Redis' clock</td></tr>
 * <tr><td>{@code tries}</td><td>hash: message id to {@code <times asked> <first refusal, in microseconds of Redis' clock>
 *     <1 if parked before> <queue> <place>}</td></tr>
 * <tr><td>{@code dead}, {@code deaths}</td><td>sorted set: ids of messages given up, by log time in microseconds; hash:
 *     message id to {@code <failed or unknown> <epoch> <slot> <queue> <place> <reason>}</td></tr>
 * <tr><td>{@code poison}</td><td>stream, id {@code <position>-0}: k, a and e of a dead entry as in the log, r reason</td>
 *     </tr>
 * <tr><td>{@code paused}</td><td>set: campaigns whose messages are parked</td></tr>
 * <tr><td>{@code parked:<campaign>}</td><td>hash: message id to {@code <queue> <place>}</td></tr>
 * <tr><td>{@code seen:<week>}</td><td>hash: what log time of that week has seen: events by their digest to their
 *     position, messages {@code m:<id>} to {@code <place> <status> <position of the receipt>}</td></tr>
 * <tr><td>{@code vault:<kind>:<id>}</td><td>hash: personal values by field, encrypted</td></tr>
 * <tr><td>{@code key:<kind>:<id>}</td><td>the key of that vault, wrapped by the house key</td></tr>
 * <tr><td>{@code phone:<kind>:<id>}, {@code phone:got:<kind>:<id>}</td><td>list of what a sandbox phone received, and
 *     the ids of it</td></tr>
 * <caption>Keys of the whole house</caption>
 * <tr><td>{@code siyu:{house}:settled}</td><td>hash: {@code partitions}, {@code format}; fixed at first start</td></tr>
 * <tr><td>{@code siyu:{house}:lease}</td><td>hash that runs out: {@code owner}, {@code epoch}</td></tr>
 * <tr><td>{@code siyu:{house}:epoch}</td><td>number of the last lease</td></tr>
 * <tr><td>{@code siyu:{house}:clock}</td><td>hash: real, house, permille, paused, version</td></tr>
 * <tr><td>{@code siyu:{feed}:counts|offsets}</td><td>what screens read: how often which verdict was given, and how far
 *     each partition is projected</td></tr>
 * <tr><td>{@code siyu:{feed}:phones}</td><td>sorted set: subjects by when their phone last received something</td></tr>
 * </table>
 */
final class RedisKeys {
    static final String SETTLED = "siyu:{house}:settled";
    static final String LEASE = "siyu:{house}:lease";
    static final String EPOCH = "siyu:{house}:epoch";
    static final String CLOCK = "siyu:{house}:clock";
    static final String TOLD = "siyu:{feed}:told";
    static final String COUNTS = "siyu:{feed}:counts";
    static final String OFFSETS = "siyu:{feed}:offsets";
    static final String PHONES = "siyu:{feed}:phones";

    private RedisKeys() {}

    static String prefix(int partition) {
        return (partition < 10 ? "siyu:{p0" : "siyu:{p") + partition + "}:";
    }

    static String at(int partition) {
        return prefix(partition) + "at";
    }

    static String log(int partition) {
        return prefix(partition) + "log";
    }

    static String ids(int partition) {
        return prefix(partition) + "ids";
    }

    static String timers(int partition) {
        return prefix(partition) + "timers";
    }

    static String letters(int partition) {
        return prefix(partition) + "letters";
    }

    static String decisions(int partition) {
        return prefix(partition) + "decisions";
    }

    static String outbox(int partition, String queue) {
        return prefix(partition) + "outbox:" + queue;
    }

    static String queues(int partition) {
        return prefix(partition) + "queues";
    }

    static String deferred(int partition) {
        return prefix(partition) + "deferred";
    }

    static String dead(int partition) {
        return prefix(partition) + "dead";
    }

    static String faults(int partition) {
        return prefix(partition) + "faults";
    }

    static String deaths(int partition) {
        return prefix(partition) + "deaths";
    }

    static String poison(int partition) {
        return prefix(partition) + "poison";
    }

    static String messages(int partition) {
        return prefix(partition) + "messages";
    }

    static String addressed(int partition) {
        return prefix(partition) + "addressed";
    }

    static String claims(int partition) {
        return prefix(partition) + "claims";
    }

    static String seen(int partition, long week) {
        return prefix(partition) + "seen:" + week;
    }

    static String state(int partition, Subject subject) {
        return prefix(partition) + "state:" + suffix(subject);
    }

    static String vault(int partition, Subject subject) {
        return prefix(partition) + "vault:" + suffix(subject);
    }

    static String key(int partition, Subject subject) {
        return prefix(partition) + "key:" + suffix(subject);
    }

    static String phone(int partition, Subject subject) {
        return prefix(partition) + "phone:" + suffix(subject);
    }

    static String phoneGot(int partition, Subject subject) {
        return prefix(partition) + "phone:got:" + suffix(subject);
    }

    /** How a subject ends the keys that are its own. */
    static String suffix(Subject subject) {
        return subject.kind().word() + ":" + subject.id();
    }

    /** What kind of key this is: what stands behind its hash tag up to the next colon. */
    static String kind(String key) {
        int from = key.indexOf("}:") + 2;
        int to = key.indexOf(':', from);
        return to < 0 ? key.substring(from) : key.substring(from, to);
    }

    /** Whether it is the wrapped key of somebody's vault. */
    static boolean opensPersonal(String key) {
        return key.startsWith("siyu:{p") && kind(key).equals("key");
    }
}
