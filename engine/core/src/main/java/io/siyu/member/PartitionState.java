package io.siyu.member;

import java.time.LocalDate;
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
 * @param blocks per channel with a daily limit the block lent to this partition
 * @param steps per {@code campaign/step/verdict} (and reason, for drops) how many final decisions and holds
 * @param ways how far the proposals of campaigns have come
 */
public record PartitionState(
        int number,
        String edition,
        long revision,
        Set<String> ended,
        Set<String> paused,
        Map<String, Long> steps,
        Map<String, Block> blocks,
        Ways ways) {

    public PartitionState {
        ended = SortedTexts.of(ended);
        paused = SortedTexts.of(paused);
        steps = SortedByText.of(steps);
        blocks = SortedByText.of(blocks);
    }

    /** A partition that has heard nothing yet. */
    public static PartitionState fresh(int number) {
        return new PartitionState(number, "", 0, Set.of(), Set.of(), Map.of(), Map.of(), Ways.NONE);
    }

    /** One in which nobody counted how far proposals have come. */
    public PartitionState(
            int number,
            String edition,
            long revision,
            Set<String> ended,
            Set<String> paused,
            Map<String, Long> steps,
            Map<String, Block> blocks) {
        this(number, edition, revision, ended, paused, steps, blocks, Ways.NONE);
    }

    /** With these counts. */
    public PartitionState with(Map<String, Long> counts, Ways come) {
        return new PartitionState(number, edition, revision, ended, paused, counts, blocks, come);
    }

    /** The channel's block of a day; one of another day is void, so a fresh one is empty. */
    public Block block(String channel, LocalDate day) {
        Block block = blocks.get(channel);
        return block != null && block.day().equals(day) ? block : Block.empty(day);
    }

    /** With this block for the channel. */
    public PartitionState with(String channel, Block block) {
        return blocks(SortedByText.of(blocks).with(channel, block));
    }

    /** Without a block for the channel. */
    public PartitionState without(String channel) {
        return blocks(SortedByText.of(blocks).without(channel));
    }

    private PartitionState blocks(Map<String, Block> next) {
        return new PartitionState(number, edition, revision, ended, paused, steps, next, ways);
    }

    /** With this edition in force; a revision that is not higher changes nothing. */
    public PartitionState activated(String hash, long newRevision) {
        return newRevision <= revision
                ? this
                : new PartitionState(number, hash, newRevision, ended, paused, steps, blocks, ways);
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
        return new PartitionState(number, edition, revision, over, parked, steps, blocks, ways);
    }
}
