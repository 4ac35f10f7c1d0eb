package io.siyu.web.audience;

import io.siyu.decision.Foresight.Question;
import io.siyu.replay.Estimate;
import io.siyu.report.reach.Reach;
import io.siyu.report.reach.Reach.Gap;
import io.siyu.rule.Edition;
import io.siyu.web.PlayedHouse;
import java.util.List;

/** A house of a hundred members in ten partitions: half are meant, and those on a channel the message takes. */
public final class PlayedReaches {

    private PlayedReaches() {}

    /** Tells what was asked in the reason of the gap. */
    public static Reach of(Edition edition, Question question, boolean exact) {
        double share = exact ? 1 : 0.2;
        var message = question.message();
        String asked = question.audience()
                + (message == null ? "" : " " + message.purpose().word() + " " + message.channel());
        return new Reach(
                exact ? 10 : 2,
                10,
                PlayedHouse.NOW,
                Estimate.ofMembers(Math.round(100 * share), share),
                Estimate.ofMembers(Math.round(50 * share), share),
                Estimate.ofMembers(Math.round(30 * share), share),
                List.of(new Gap(asked, "drop", "", Estimate.ofMembers(Math.round(20 * share), share))));
    }
}
