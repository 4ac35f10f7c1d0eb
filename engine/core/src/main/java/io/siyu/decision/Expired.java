package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The guard of what waited too long: a message whose step's window has closed meanwhile has no point any more. */
final class Expired {
    private Expired() {}

    /** What it has against a proposal that was held; of others only those by the member's clock can have begun too late. */
    static @Nullable Ruling judge(Case c) {
        boolean inTime = c.past().held() == null && OwnTime.due(c) == null;
        Instant closes = inTime ? null : closes(c);
        return closes != null && c.at().isAfter(closes) ? dropped(closes) : null;
    }

    /** The ruling itself, unless it is a hold that would end too late: that is a drop at once. */
    static Ruling inTime(Case c, Ruling ruling) {
        Instant closes = ruling.verdict() == Verdict.HOLD ? closes(c) : null;
        if (closes == null || !Objects.requireNonNull(ruling.until()).isAfter(closes)) {
            return ruling;
        }
        if (mayEndEarlier(ruling) && closes.isAfter(c.at())) {
            return ruling.until(closes);
        }
        List<String> shadow = new ArrayList<>(List.of(ruling.reason()));
        shadow.addAll(ruling.shadow());
        return dropped(closes).shadowing(shadow);
    }

    private static boolean mayEndEarlier(Ruling hold) {
        return hold.reason().equals(Reason.QUOTA_ASKED.code()) || hold.reason().equals(Reason.ARBITRATION.code());
    }

    private static Ruling dropped(Instant closes) {
        return Ruling.drop(Reason.EXPIRED, Rfc3339.format(closes));
    }

    /** When the window closes of the planned step that proposes; null if it has none. */
    static @Nullable Instant closes(Case c) {
        Campaign campaign = c.campaign();
        String step = c.intent().step();
        if (campaign == null || step == null || !campaign.trigger().isPlanned()) {
            return null;
        }
        Instant due = OwnTime.due(c);
        Instant opens = due == null ? c.intent().since() : due;
        return campaign.window(step).map(opens::plus).orElse(null);
    }

    static List<Saw> saw(Case c) {
        Instant closes = closes(c);
        return closes == null ? List.of() : List.of(new Saw("closes", Rfc3339.format(closes)));
    }
}
