package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Trigger;
import io.siyu.member.State;
import io.siyu.message.Placeholders;
import io.siyu.message.Texts;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.Edition;
import io.siyu.web.live.Ruler;
import io.siyu.web.live.Rulers;
import io.siyu.web.publish.Manuscript;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a draft becomes: its days, its messages on a phone, its rules.
 *
 * @param next the next steps of a schedule, by the retailer's clock; empty for campaigns without one
 * @param ownClock whether members get them when their own clocks show these times
 * @param drl empty when the campaign has faults of its own
 */
record Preview(Optional<Ruler> ruler, Optional<List<Next>> next, boolean ownClock, List<Bubble> bubbles, String drl) {

    private static final int SHOWN = 6;
    private static final Duration LOOKED_AHEAD = Duration.ofDays(3_660);

    Preview {
        bubbles = List.copyOf(bubbles);
    }

    /**
     * A message as it reads on a phone.
     *
     * @param when day and time of a cadence; empty in others
     */
    record Bubble(String step, String when, boolean community, String text) {}

    /** One step that is to come, in the retailer's zone. */
    record Next(String step, ZonedDateTime at) {}

    /**
     * For whom and when it is shown.
     *
     * @param words the language of the messages; blank for the member's own, or the screen's
     * @param member whose phone it is; null for nobody in particular
     * @param now the house's time; null when it is not known
     */
    record View(
            String language,
            String words,
            @Nullable State member,
            @Nullable Instant now) {}

    static Preview of(Manuscript manuscript, View view) {
        Optional<Edition> edition = manuscript.reading().draft();
        Optional<Campaign> campaign = manuscript.campaign();
        if (edition.isEmpty() || campaign.isEmpty()) {
            return new Preview(Optional.empty(), Optional.empty(), false, List.of(), "");
        }
        Phone phone = new Phone(edition.get(), view);
        return new Preview(
                Rulers.of(edition.get(), Map.of(), Instant.EPOCH, view.language()).stream()
                        .filter(ruler -> ruler.campaign().equals(campaign.get().id()))
                        .findFirst(),
                next(campaign.get(), edition.get().settings().zone(), view.now()),
                campaign.get().trigger().clock() == LocalClock.MEMBER,
                phone.bubbles(campaign.get()),
                PlaybookReader.drl(campaign.get(), edition.get().catalogue()));
    }

    private static Optional<List<Next>> next(Campaign campaign, ZoneId zone, @Nullable Instant now) {
        if (now == null || !(campaign.trigger() instanceof Trigger.OnSchedule)) {
            return Optional.empty();
        }
        List<Next> next = new ArrayList<>();
        Iterator<Occurrence> all =
                Schedule.from(List.of(campaign.onRetailersClock()), zone, now, now.plus(LOOKED_AHEAD));
        while (next.size() < SHOWN && all.hasNext()) {
            Occurrence one = all.next();
            next.add(new Next(one.step(), one.planned().atZone(zone)));
        }
        return Optional.of(next);
    }

    private record Phone(Edition edition, View view) {

        List<Bubble> bubbles(Campaign campaign) {
            Texts texts = Texts.of(edition);
            List<Bubble> bubbles = new ArrayList<>();
            for (Step.Act act : campaign.acts()) {
                Template template = edition.templates().get(campaign.id() + "/" + act.id());
                if (template != null) {
                    bubbles.add(new Bubble(act.id(), when(act.moment()), isCommunity(act), words(texts, template)));
                }
            }
            return bubbles;
        }

        private String words(Texts texts, Template template) {
            Map<String, String> about = texts.standIns(template);
            return Placeholders.masked(words(texts, template, about));
        }

        private String words(Texts texts, Template template, Map<String, String> about) {
            State member = view.member();
            if (member == null) {
                return texts.render(template, view.words().isBlank() ? view.language() : view.words(), about);
            }
            return view.words().isBlank()
                    ? texts.render(template, about, member)
                    : texts.render(template, view.words(), about, member);
        }

        private static boolean isCommunity(Step.Act act) {
            return !act.audience().kind().equals("member");
        }

        private static String when(@Nullable Moment moment) {
            return moment == null ? "" : moment.day() + " · " + moment.at();
        }
    }
}
