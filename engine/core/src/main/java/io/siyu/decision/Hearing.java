package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Heard;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Rfc3339;
import io.siyu.event.SubjectKind;
import io.siyu.member.Zones;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks every guard about a case, also those behind the one that decided, and tells the numbers each looked at. */
final class Hearing {
    private Hearing() {}

    /** In the order in which guards speak. */
    static List<Heard> of(Case c) {
        List<Heard> heard = new ArrayList<>();
        for (Guards.Named named : Guards.ORDER) {
            heard.add(new Heard(
                    named.name(), reason(named.guard().judge(c)), named.saw().apply(c)));
        }
        product(c).ifPresent(heard::add);
        return heard;
    }

    /** What the text shows and for what: no guard, but a choice that was made for this member. */
    private static Optional<Heard> product(Case c) {
        Template template = c.template();
        return template == null
                ? Optional.empty()
                : c.edition()
                        .wording()
                        .shown(template, c.intent().about(), c.state())
                        .map(shown -> new Heard("product", "", List.of(saw(shown))));
    }

    private static Saw saw(Pairs.Shown shown) {
        String because = shown.because().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Saw(
                shown.of().isEmpty() ? because : because + " " + shown.of(),
                shown.product() == null ? "" : shown.product().sku());
    }

    private static String reason(@Nullable Ruling objection) {
        return objection == null ? "" : objection.reason();
    }

    static List<Saw> edition(Case c) {
        return List.of(new Saw("edition", c.edition().hash()));
    }

    static List<Saw> ended(Case c) {
        Campaign campaign = c.campaign();
        return campaign == null ? List.of() : List.of(new Saw("campaign", campaign.id()));
    }

    static List<Saw> stale(Case c) {
        return List.of(
                new Saw("since", Rfc3339.format(c.intent().since())),
                new Saw(
                        "oldest",
                        Rfc3339.format(c.at().minus(c.edition().settings().stale()))));
    }

    static List<Saw> control(Case c) {
        int permille = c.edition().settings().holdoutPermille();
        return permille > 0 && Guards.marketing(c)
                ? List.of(new Saw(
                        permille + "/1000",
                        String.valueOf(Experiments.control(c.state().subject()))))
                : List.of();
    }

    static List<Saw> holdout(Case c) {
        Campaign campaign = c.campaign();
        return campaign != null && campaign.holdoutPermille() > 0
                ? List.of(new Saw(
                        campaign.id() + " " + campaign.holdoutPermille() + "/1000",
                        String.valueOf(Experiments.heldOut(campaign, c.state().subject()))))
                : List.of();
    }

    static List<Saw> consent(Case c) {
        Template template = c.template();
        if (template == null || c.state().subject().kind() != SubjectKind.MEMBER) {
            return List.of();
        }
        var answer = c.state().member().consents().answer(template.channel(), template.purpose());
        return List.of(new Saw(
                template.channel() + " " + template.purpose().word(),
                answer.name().toLowerCase(Locale.ROOT)));
    }

    static List<Saw> channel(Case c) {
        Template template = c.template();
        if (template == null) {
            return List.of();
        }
        var allowed = c.edition().settings().channels().get(template.channel());
        return List.of(new Saw(
                template.channel(),
                allowed == null
                        ? ""
                        : String.join(
                                ", ",
                                allowed.stream().map(purpose -> purpose.word()).toList())));
    }

    static List<Saw> channelHours(Case c) {
        Template template = c.template();
        return template == null
                ? List.of()
                : hours(c, template, Guards.asked(c, template).closed());
    }

    static List<Saw> quietHours(Case c) {
        Template template = c.template();
        return template == null
                ? List.of()
                : hours(c, template, c.edition().settings().quietHours());
    }

    private static List<Saw> hours(Case c, Template template, @Nullable QuietHours quiet) {
        if (quiet == null || !quiet.purposes().contains(template.purpose())) {
            return List.of();
        }
        var local = c.at().atZone(Zones.of(c.state(), c.zone())).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return List.of(new Saw(quiet.toString(), local.toString()));
    }
}
