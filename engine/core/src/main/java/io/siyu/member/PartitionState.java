package io.siyu.member;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of one partition itself, written by the same commit as its subjects' states.
 *
 * @param edition hash of the edition in force; empty before the first activation
 * @param revision grows with every activation; a lower one is ignored
 * @param ended campaigns that are over, by goal or by hand
 * @param paused campaigns whose unclaimed messages are parked
 * @param steps per {@code campaign/step/verdict} (and reason, for drops) how many final decisions and holds
 */
public record PartitionState(
        int number, String edition, long revision, Set<String> ended, Set<String> paused, Map<String, Long> steps) {

    public PartitionState {
        ended = SortedTexts.of(ended);
        paused = SortedTexts.of(paused);
        steps = SortedByText.of(steps);
    }

    /** A partition that has heard nothing yet. */
    public static PartitionState fresh(int number) {
        return new PartitionState(number, "", 0, Set.of(), Set.of(), Map.of());
    }

    /** With these step counts. */
    public PartitionState withSteps(Map<String, Long> counts) {
        return new PartitionState(number, edition, revision, ended, paused, counts);
    }

    /** With this edition in force; a revision that is not higher changes nothing. */
    public PartitionState activated(String hash, long newRevision) {
        return newRevision <= revision ? this : new PartitionState(number, hash, newRevision, ended, paused, steps);
    }

    /** After a campaign's control event: {@code campaign.ended}, {@code .paused} or {@code .resumed}. */
    public PartitionState after(String control, String campaign) {
        Set<String> over = new TreeSet<>(ended);
        Set<String> parked = new TreeSet<>(paused);
        switch (control) {
            case "campaign.ended" -> over.add(campaign);
            case "campaign.paused" -> parked.add(campaign);
            case "campaign.resumed" -> parked.remove(campaign);
            default -> throw new IllegalArgumentException("The control event (" + control + ") is unknown.");
        }
        return new PartitionState(number, edition, revision, over, parked, steps);
    }
}
