package io.siyu.dispatch;

import io.siyu.message.Message;
import java.time.Duration;

/** A message one slot of one owner has taken to send; nobody else may until its outcome is known. */
public record Claim(int partition, Queue queue, Holder holder, Message message, Tries tries) {

    /**
     * Who claimed it.
     *
     * @param epoch of the owner's lease
     * @param slot names the slot within the owner
     */
    public record Holder(long epoch, String slot) {}

    /**
     * What the message went through before.
     *
     * @param asked how often its channel's vendor was asked and refused for now
     * @param age real time since the first refusal
     * @param parked whether it waited for its campaign to be resumed
     */
    public record Tries(int asked, Duration age, boolean parked) {}
}
