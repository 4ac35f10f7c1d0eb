package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Compliance;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.SubjectKind;
import io.siyu.member.Zones;
import io.siyu.rule.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The guards, in the order in which they speak: the first that objects decides, the later ones are its shadow. */
final class Guards {
    /**
     * A guard under the name people know it by, and the numbers it looks at.
     *
     * @param last only what would go out comes before it, so that it is never in a shadow
     */
    record Named(String name, Guard guard, Function<Case, List<Saw>> saw, boolean last) {
        Named(String name, Guard guard, Function<Case, List<Saw>> saw) {
            this(name, guard, saw, false);
        }
    }

    static final List<Named> ORDER = List.of(
            new Named("edition", Guards::edition, Hearing::edition),
            new Named("ended", Guards::ended, Hearing::ended),
            new Named("expired", Expired::judge, Expired::saw),
            new Named("stale", Guards::stale, Hearing::stale),
            new Named("control", Guards::control, Hearing::control),
            new Named("holdout", Guards::holdout, Hearing::holdout),
            new Named("channel", Guards::channel, Hearing::channel),
            new Named("consent", Guards::consent, Hearing::consent),
            new Named("address", Addresses::judge, Addresses::saw),
            new Named("member.clock", OwnTime::judge, OwnTime::saw),
            new Named("own.hour", OwnHour::judge, OwnHour::saw),
            new Named("channel.hours", Guards::channelHours, Hearing::channelHours),
            new Named("quiet.hours", Guards::quietHours, Hearing::quietHours),
            new Named("caps", Caps::judge, Caps::saw),
            new Named("promises", Promises::judge, Promises::saw),
            new Named("arbitration", Arbitration::judge, Arbitration::saw, true),
            new Named("quota", Units::judge, Units::saw, true));

    private Guards() {}

    static Ruling judge(Case c) {
        Ruling ruling = null;
        List<String> shadow = List.of();
        for (Named named : ORDER) {
            if (named.last() && ruling != null) {
                break;
            }
            Ruling objection = named.guard().judge(c);
            if (objection != null && ruling == null) {
                ruling = objection;
            } else if (objection != null) {
                shadow = append(shadow, objection.reason());
            }
        }
        return ruling == null ? Ruling.SEND : Expired.inTime(c, ruling.shadowing(shadow));
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
                ? Ruling.drop(Reason.EDITION_ABSENT, c.edition().hash())
                : null;
    }

    private static @Nullable Ruling ended(Case c) {
        String campaign = c.intent().campaign();
        return campaign != null && c.partition().ended().contains(campaign)
                ? Ruling.drop(Reason.CAMPAIGN_ENDED, campaign)
                : null;
    }

    private static @Nullable Ruling stale(Case c) {
        Instant oldest = c.at().minus(c.edition().settings().stale());
        return c.intent().since().isBefore(oldest)
                ? Ruling.drop(Reason.STALE, c.edition().settings().stale().toString())
                : null;
    }

    private static @Nullable Ruling control(Case c) {
        int permille = c.edition().settings().holdoutPermille();
        return permille > 0
                        && marketing(c)
                        && !Calls.speaksForMany(c.state().subject())
                        && Experiments.isControl(c.state().subject(), permille)
                ? Ruling.drop(Reason.CONTROL, permille + "/1000")
                : null;
    }

    private static @Nullable Ruling holdout(Case c) {
        Campaign campaign = c.campaign();
        return campaign != null
                        && campaign.holdoutPermille() > 0
                        && !Calls.speaksForMany(c.state().subject())
                        && Experiments.isHeldOut(campaign, c.state().subject())
                ? Ruling.drop(Reason.HOLDOUT, campaign.id())
                : null;
    }

    private static @Nullable Ruling channel(Case c) {
        Template template = c.template();
        if (template == null) {
            return null;
        }
        Set<Purpose> allowed = c.edition().settings().channels().get(template.channel());
        if (allowed == null || !allowed.contains(template.purpose())) {
            return Ruling.drop(
                    Reason.CHANNEL_PURPOSE,
                    template.channel() + " " + template.purpose().word());
        }
        Compliance asked = asked(c, template);
        return asked.lacksOptOut(template) ? Ruling.drop(Reason.CHANNEL_OPTOUT, asked.optOut()) : null;
    }

    static Compliance asked(Case c, Template template) {
        return c.edition().settings().conduct().of(template.channel());
    }

    private static @Nullable Ruling consent(Case c) {
        Template template = c.template();
        if (template == null || c.state().subject().kind() != SubjectKind.MEMBER) {
            return null;
        }
        return switch (c.state().member().consents().answer(template.channel(), template.purpose())) {
            case GIVEN -> null;
            case WITHDRAWN -> Ruling.drop(Reason.CONSENT_WITHDRAWN, template.channel());
            // why: what a member triggered may be answered until they object; selling needs a yes first.
            case UNKNOWN ->
                template.purpose() == Purpose.SERVICE ? null : Ruling.drop(Reason.CONSENT_UNKNOWN, template.channel());
        };
    }

    private static @Nullable Ruling channelHours(Case c) {
        Template template = c.template();
        return template == null ? null : within(c, template, asked(c, template).closed(), Reason.CHANNEL_HOURS);
    }

    private static @Nullable Ruling quietHours(Case c) {
        Template template = c.template();
        return template == null
                ? null
                : within(c, template, c.edition().settings().quietHours(), Reason.QUIET_HOURS);
    }

    private static @Nullable Ruling within(Case c, Template template, @Nullable QuietHours hours, Reason reason) {
        if (hours == null || !hours.purposes().contains(template.purpose())) {
            return null;
        }
        Instant end = hours.endAfter(c.at(), Zones.of(c.state(), c.zone()));
        if (end == null) {
            return null;
        }
        long spread = Math.max(1, hours.spread().toSeconds());
        return Ruling.hold(reason, end.plusSeconds(Ids.spread(c.intent().proposal(), spread)), hours.toString());
    }

    static boolean marketing(Case c) {
        Campaign campaign = c.campaign();
        Template template = c.template();
        return template != null
                ? template.purpose() == Purpose.MARKETING
                : campaign != null && campaign.purpose() == Purpose.MARKETING;
    }

    static boolean sendsText(Case c) {
        return c.intent().action().equals(Action.SEND.word())
                || c.intent().action().equals(Action.PUSH.word());
    }
}
