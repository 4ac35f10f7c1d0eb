package io.siyu.dispatch;

import io.siyu.campaign.Purpose;
import io.siyu.event.Subject;
import io.siyu.message.Message;

/** Messages for tests of channels. */
public final class Letters {
    private Letters() {}

    /** A message with this id to a member. */
    public static Message letter(String id) {
        return new Message(
                id,
                Subject.member("anna"),
                "webhook",
                Purpose.SERVICE,
                "thanks",
                "now",
                "",
                "now",
                "e1",
                "谢谢 \"Anna\"");
    }
}
