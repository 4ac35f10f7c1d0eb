package io.siyu.partition.redis;

import io.siyu.event.Subject;
import io.siyu.member.json.StateJson;
import io.siyu.partition.redis.RedisStore.Call;
import io.siyu.report.StepCount;
import io.siyu.report.StepCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the proposals of campaigns, as partitions and their outboxes count it. */
final class RedisSteps implements StepCounts {
    private final RedisStore store;

    RedisSteps(RedisStore store) {
        this.store = store;
    }

    @Override
    public List<StepCount> of(String campaign) {
        List<Call> calls = new ArrayList<>();
        for (int partition = 0; partition < store.partitions(); partition++) {
            Args self = new Args().add(RedisKeys.suffix(Subject.partition(partition)));
            calls.add(new Call(Script.WAYS, partition, false, self));
        }
        Map<String, Long> counts = new TreeMap<>();
        for (Object answer : store.run(calls)) {
            RedisStore.refuse("Steps were not counted", answer);
            add((List<?>) answer, counts);
        }
        return StepCount.of(campaign, counts);
    }

    private static void add(List<?> ofPartition, Map<String, Long> counts) {
        if (ofPartition.get(0) instanceof byte[] state) {
            StateJson.readPartition(state).ways().counts().forEach((way, count) -> counts.merge(way, count, Long::sum));
        }
        List<?> outbox = (List<?>) ofPartition.get(1);
        for (int i = 0; i < outbox.size(); i += 2) {
            counts.merge(EntryForm.text(outbox.get(i)), Long.parseLong(EntryForm.text(outbox.get(i + 1))), Long::sum);
        }
    }
}
