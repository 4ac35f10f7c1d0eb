package io.siyu.web.live;

import io.siyu.campaign.Campaign;
import io.siyu.decision.Verdict;
import io.siyu.dispatch.Phones;
import io.siyu.event.Subject;
import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Counts;
import io.siyu.report.Story;
import io.siyu.report.Watch;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The Live screen's view, read from the projections, the phones and the edition in force. */
@Component
@ConditionalOnProperty(name = "siyu.engine.enabled", havingValue = "true", matchIfMissing = true)
class HouseFeed implements LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(HouseFeed.class);
    private static final int REASONS = 6;
    private static final int BUBBLES = 4;
    private static final int LOOKED_AT = 200;
    private static final int NEWEST = 1_000;

    private final Watch watch;
    private final Phones phones;
    private final HouseTime time;
    private final Publishing publishing;
    private final Speedometer speed;
    private final PhoneShelf shelf;

    /** @param wall the machine's clock, which paces the screen however fast the house's time runs */
    HouseFeed(Watch watch, Phones phones, HouseTime time, Publishing publishing, Clock wall) {
        this.watch = watch;
        this.phones = phones;
        this.time = time;
        this.publishing = publishing;
        this.speed = new Speedometer(wall);
        this.shelf = new PhoneShelf(wall);
    }

    @Override
    public long revision() {
        try {
            return watch.counts().entries();
        } catch (StoreDownException down) {
            return -1; // why: nothing new can be shown; the screens ask again when the store is back
        }
    }

    /** Keeps pace and the phones' places also while nobody looks, so that whoever comes sees what led here. */
    @Scheduled(fixedDelay = 1_000)
    void keepUp() {
        try {
            speed.flow(watch.counts().events());
            shelf.arrange(phones.latest(NEWEST));
        } catch (StoreDownException down) {
            LOG.debug("The store is away; the screen stands still.", down);
        }
    }

    @Override
    public LiveView now(String language) {
        Edition inForce = publishing.edition();
        ZoneId zone = inForce.settings().zone();
        Counts counts = watch.counts();
        return new LiveView(
                time.now().atZone(zone),
                speed.flow(counts.events()),
                tally(counts),
                Rulers.of(inForce, watch.steps(), time.now(), language),
                shelf.arrange(phones.latest(NEWEST)).stream()
                        .map(owner -> phone(owner, zone))
                        .toList());
    }

    @Override
    public Optional<Timeline> timeline(String message) {
        Edition inForce = publishing.edition();
        return watch.story(message)
                .map(story -> new Telling(
                                story,
                                isScheduled(inForce, story),
                                inForce.settings().zone())
                        .timeline(watch.about(Subject.parse(story.decision().subject()), LOOKED_AT)));
    }

    private static boolean isScheduled(Edition edition, Story story) {
        Campaign campaign = edition.campaign(story.decision().campaign());
        return campaign != null && campaign.trigger().isPlanned();
    }

    private static Tally tally(Counts counts) {
        List<Tally.Reason> reasons = counts.decisions().stream()
                .filter(counted -> counted.verdict() != Verdict.SEND)
                .limit(REASONS)
                .map(counted -> new Tally.Reason(counted.verdict(), counted.reason(), counted.count()))
                .toList();
        return new Tally(counts.of(Verdict.SEND), counts.of(Verdict.HOLD), counts.of(Verdict.DROP), reasons);
    }

    private Phone phone(Subject owner, ZoneId zone) {
        List<Phone.Received> received = new ArrayList<>();
        for (Phones.Received got : phones.of(owner, BUBBLES)) {
            received.add(new Phone.Received(
                    got.message().id(),
                    got.at().atZone(zone),
                    got.message().origin(),
                    got.message().text()));
        }
        Collections.reverse(received);
        return new Phone(owner.written(), received);
    }
}
