package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.member.State;
import io.siyu.message.Placeholders;
import io.siyu.message.Texts;
import io.siyu.playbook.PlaybookReader;
import io.siyu.rule.Edition;
import io.siyu.web.live.Ruler;
import io.siyu.web.live.Rulers;
import io.siyu.web.publish.Manuscript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a draft becomes: its days, its messages on a phone, its rules.
 *
 * @param drl empty when the campaign has faults of its own
 */
record Preview(Optional<Ruler> ruler, List<Bubble> bubbles, String drl) {

    Preview {
        bubbles = List.copyOf(bubbles);
    }

    /**
     * A message as it reads on a phone.
     *
     * @param when day and time of a cadence; empty in others
     */
    record Bubble(String step, String when, boolean community, String text) {}

    /** @param member whose phone it is; null for nobody in particular */
    static Preview of(Manuscript manuscript, String language, @Nullable State member) {
        Optional<Edition> edition = manuscript.reading().draft();
        Optional<Campaign> campaign = edition.flatMap(read -> read.campaigns().values().stream()
                .filter(one -> one.file().equals(manuscript.path()))
                .findFirst());
        if (edition.isEmpty() || campaign.isEmpty()) {
            return new Preview(Optional.empty(), List.of(), "");
        }
        Phone phone = new Phone(edition.get(), language, member);
        return new Preview(
                Rulers.of(edition.get(), Map.of(), Instant.EPOCH, language).stream()
                        .filter(ruler -> ruler.campaign().equals(campaign.get().id()))
                        .findFirst(),
                phone.bubbles(campaign.get()),
                PlaybookReader.drl(campaign.get(), edition.get().catalogue()));
    }

    private record Phone(
            Edition edition, String language, @Nullable State member) {

        List<Bubble> bubbles(Campaign campaign) {
            Texts texts = Texts.of(edition);
            List<Bubble> bubbles = new ArrayList<>();
            for (Step step : campaign.steps()) {
                Template template =
                        step instanceof Step.Act act ? edition.templates().get(campaign.id() + "/" + act.id()) : null;
                if (step instanceof Step.Act act && template != null) {
                    bubbles.add(new Bubble(act.id(), when(act.moment()), isCommunity(act), words(texts, template)));
                }
            }
            return bubbles;
        }

        private String words(Texts texts, Template template) {
            Map<String, String> about = new TreeMap<>();
            template.prints().forEach(field -> about.put(field, "‹" + field + "›"));
            String rendered =
                    member == null ? texts.render(template, language, about) : texts.render(template, about, member);
            return Placeholders.masked(rendered);
        }

        private static boolean isCommunity(Step.Act act) {
            return !act.audience().kind().equals("member");
        }

        private static String when(@Nullable Moment moment) {
            return moment == null ? "" : moment.day() + " · " + moment.at();
        }
    }
}
