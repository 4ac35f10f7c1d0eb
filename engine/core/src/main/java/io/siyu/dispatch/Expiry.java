package io.siyu.dispatch;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.message.Message;
import io.siyu.partition.Editions;
import io.siyu.partition.HouseTime;
import io.siyu.rule.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a message is too late for anybody to want it: its step's window has closed, or what caused it is stale. */
public final class Expiry {
    private final Editions editions;
    private final HouseTime time;

    /** By the editions that decided the messages. */
    public Expiry(Editions editions, HouseTime time) {
        this.editions = editions;
        this.time = time;
    }

    /** Whether the point of the message has passed. */
    boolean passed(Message message) {
        Edition edition = editions.edition(message.edition());
        Instant now = time.now();
        Optional<Instant> closes = closes(edition, message);
        if (closes.isPresent()) {
            return now.isAfter(closes.get());
        }
        Instant since = message.since();
        return since != null && since.plus(edition.settings().stale()).isBefore(now);
    }

    /** When the window of the planned step closes that this message comes from. */
    private static Optional<Instant> closes(Edition edition, Message message) {
        Campaign campaign = edition.campaign(message.campaign());
        Instant since = message.since();
        if (campaign == null || since == null) {
            return Optional.empty();
        }
        if (campaign.isOnMembersClock(message.step())) {
            return campaign.window(message.step()).map(since::plus);
        }
        return Schedule.occurrences(List.of(campaign), edition.settings().zone(), since, since.plusNanos(1)).stream()
                .filter(planned -> planned.step().equals(message.step())
                        && planned.planned().equals(since))
                .map(Occurrence::closes)
                .findFirst();
    }
}
