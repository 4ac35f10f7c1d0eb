package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.SubjectKind;
import io.siyu.rule.Action;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The guards, in the order in which they speak: the first that objects decides, the later ones are its shadow. */
final class Guards {
    /** A guard under the name people know it by, and the numbers it looks at. */
    record Named(String name, Guard guard, Function<Case, List<Saw>> saw) {}

    static final List<Named> ORDER = List.of(
            new Named("edition", Guards::edition, Hearing::edition),
            new Named("ended", Guards::ended, Hearing::ended),
            new Named("stale", Guards::stale, Hearing::stale),
            new Named("holdout", Guards::holdout, Hearing::holdout),
            new Named("consent", Guards::consent, Hearing::consent),
            new Named("channel", Guards::channel, Hearing::channel),
            new Named("quiet.hours", Guards::quietHours, Hearing::quietHours),
            new Named("caps", Guards::caps, Hearing::caps),
            new Named("promises", Promises::judge, Promises::saw));

    private Guards() {}

    static Ruling judge(Case c) {
        Ruling ruling = null;
        List<String> shadow = List.of();
        for (Named named : ORDER) {
            Ruling objection = named.guard().judge(c);
            if (objection != null && ruling == null) {
                ruling = objection;
            } else if (objection != null) {
                shadow = append(shadow, objection.reason());
            }
        }
        if (ruling == null) {
            // why: only what would go out asks for a unit, so the daily limit speaks last and never in the shadow.
            Ruling quota = Units.judge(c);
            return quota == null ? Ruling.SEND : quota;
        }
        return ruling.shadowing(shadow);
    }

    private static List<String> append(List<String> list, String reason) {
        List<String> longer = new ArrayList<>(list);
        longer.add(reason);
        return longer;
    }

    private static @Nullable Ruling edition(Case c) {
        boolean campaignGone = c.intent().campaign() != null && c.campaign() == null;
        boolean templateGone = c.template() == null && sendsText(c);
        return campaignGone || templateGone
                ? Ruling.drop("edition.absent", c.edition().hash())
                : null;
    }

    private static @Nullable Ruling ended(Case c) {
        String campaign = c.intent().campaign();
        return campaign != null && c.partition().ended().contains(campaign)
                ? Ruling.drop("campaign.ended", campaign)
                : null;
    }

    private static @Nullable Ruling stale(Case c) {
        Instant oldest = c.at().minus(c.edition().settings().stale());
        return c.intent().since().isBefore(oldest)
                ? Ruling.drop("stale", c.edition().settings().stale().toString())
                : null;
    }

    private static @Nullable Ruling holdout(Case c) {
        String subject = c.state().subject().toString();
        int global = c.edition().settings().holdoutPermille();
        if (global > 0 && marketing(c) && bucket(subject) < global) {
            return Ruling.drop("holdout", "global");
        }
        Campaign campaign = c.campaign();
        return campaign != null
                        && campaign.holdoutPermille() > 0
                        && bucket(campaign.id() + "\n" + subject) < campaign.holdoutPermille()
                ? Ruling.drop("holdout", campaign.id())
                : null;
    }

    /** In which of a thousand equal parts of all subjects this one is. */
    static long bucket(String of) {
        return Ids.spread("holdout\n" + of, 1000);
    }

    private static @Nullable Ruling consent(Case c) {
        Template template = c.template();
        if (template == null || c.state().subject().kind() != SubjectKind.MEMBER) {
            return null;
        }
        return switch (c.state().member().consents().answer(template.channel(), template.purpose())) {
            case GIVEN -> null;
            case WITHDRAWN -> Ruling.drop("consent.withdrawn", template.channel());
            // why: what a member triggered may be answered until they object; selling needs a yes first.
            case UNKNOWN ->
                template.purpose() == Purpose.SERVICE ? null : Ruling.drop("consent.unknown", template.channel());
        };
    }

    private static @Nullable Ruling channel(Case c) {
        Template template = c.template();
        if (template == null) {
            return null;
        }
        Set<Purpose> allowed = c.edition().settings().channels().get(template.channel());
        return allowed == null || !allowed.contains(template.purpose())
                ? Ruling.drop(
                        "channel.purpose",
                        template.channel() + " " + template.purpose().word())
                : null;
    }

    private static @Nullable Ruling quietHours(Case c) {
        Template template = c.template();
        QuietHours quiet = c.edition().settings().quietHours();
        if (template == null || quiet == null || !quiet.purposes().contains(template.purpose())) {
            return null;
        }
        ZoneId zone = c.edition().settings().zone();
        Instant end = quiet.endAfter(c.at(), zone);
        if (end == null) {
            return null;
        }
        long spread = Math.max(1, quiet.spread().toSeconds());
        return Ruling.hold("quiet.hours", end.plusSeconds(Ids.spread(c.intent().proposal(), spread)), quiet.toString());
    }

    private static @Nullable Ruling caps(Case c) {
        Template template = c.template();
        if (template == null) {
            return null;
        }
        for (Cap cap : c.edition().settings().caps()) {
            if (full(cap, "", template, c)) {
                return Ruling.drop("cap." + cap.scope(), cap.toString());
            }
        }
        Campaign campaign = c.campaign();
        if (campaign != null) {
            for (Cap cap : campaign.caps()) {
                if (full(cap, campaign.id(), template, c)) {
                    return Ruling.drop("cap.campaign", cap.toString());
                }
            }
        }
        return null;
    }

    private static boolean full(Cap cap, String by, Template template, Case c) {
        return cap.covers(template.purpose(), template.channel())
                && c.state().sends().count(cap, by, c.at()) >= cap.max();
    }

    static boolean marketing(Case c) {
        Campaign campaign = c.campaign();
        Template template = c.template();
        return template != null
                ? template.purpose() == Purpose.MARKETING
                : campaign != null && campaign.purpose() == Purpose.MARKETING;
    }

    private static boolean sendsText(Case c) {
        return c.intent().action().equals(Action.SEND.word())
                || c.intent().action().equals(Action.PUSH.word());
    }
}
