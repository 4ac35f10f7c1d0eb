package io.siyu.web.wiring;

import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionStates;
import io.siyu.web.campaign.Pausing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Pauses by a control entry in every partition; a second one that says the same changes nothing. */
final class HousePausing implements Pausing {
    private final PartitionStates states;
    private final KnownEditions editions;
    private final HouseTime time;
    private final Controls controls;

    HousePausing(PartitionStates states, KnownEditions editions, HouseTime time, Controls controls) {
        this.states = states;
        this.editions = editions;
        this.time = time;
        this.controls = controls;
    }

    @Override
    public Told told() {
        Set<String> paused = new TreeSet<>();
        Set<String> ended = new TreeSet<>();
        for (Checkpoint checkpoint : states.checkpoints(partitions())) {
            paused.addAll(checkpoint.state().paused());
            ended.addAll(checkpoint.state().ended());
        }
        return new Told(paused, ended);
    }

    @Override
    public void end(String campaign) {
        tell("campaign.ended", campaign);
    }

    @Override
    public void pause(String campaign) {
        tell("campaign.paused", campaign);
    }

    @Override
    public void resume(String campaign) {
        tell("campaign.resumed", campaign);
    }

    private void tell(String type, String campaign) {
        EventType control = editions.inForce().catalogue().require(type);
        Instant now = time.now();
        String id = type + "-" + campaign + "-" + now;
        controls.tell(partition -> control(control, id, campaign).about(Subject.partition(partition), now));
    }

    private static HouseEvent control(EventType type, String id, String campaign) {
        return HouseEvent.of(type, id).with("campaign", campaign);
    }

    private List<Integer> partitions() {
        return IntStream.range(0, controls.partitions()).boxed().toList();
    }
}
