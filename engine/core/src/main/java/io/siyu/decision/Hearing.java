package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Heard;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Rfc3339;
import io.siyu.event.SubjectKind;
import io.siyu.member.Block;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        heard.add(new Heard("quota", reason(Units.judge(c)), quota(c)));
        return heard;
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

    static List<Saw> holdout(Case c) {
        List<Saw> saw = new ArrayList<>();
        String subject = c.state().subject().toString();
        int global = c.edition().settings().holdoutPermille();
        if (global > 0 && Guards.marketing(c)) {
            saw.add(new Saw("global " + global + "/1000", String.valueOf(Guards.bucket(subject))));
        }
        Campaign campaign = c.campaign();
        if (campaign != null && campaign.holdoutPermille() > 0) {
            saw.add(new Saw(
                    campaign.id() + " " + campaign.holdoutPermille() + "/1000",
                    String.valueOf(Guards.bucket(campaign.id() + "\n" + subject))));
        }
        return saw;
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

    static List<Saw> quietHours(Case c) {
        QuietHours quiet = c.edition().settings().quietHours();
        Template template = c.template();
        if (quiet == null || template == null || !quiet.purposes().contains(template.purpose())) {
            return List.of();
        }
        var local = c.at().atZone(c.edition().settings().zone()).toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return List.of(new Saw(quiet.toString(), local.toString()));
    }

    static List<Saw> caps(Case c) {
        Template template = c.template();
        if (template == null) {
            return List.of();
        }
        List<Saw> saw = new ArrayList<>();
        c.edition().settings().caps().forEach(cap -> cap(cap, "", c, saw));
        Campaign campaign = c.campaign();
        if (campaign != null) {
            campaign.caps().forEach(cap -> cap(cap, campaign.id(), c, saw));
        }
        return saw;
    }

    private static void cap(Cap cap, String by, Case c, List<Saw> saw) {
        Template template = c.template();
        if (template == null || !cap.covers(template.purpose(), template.channel())) {
            return;
        }
        int count = c.state().sends().count(cap, by, c.at());
        saw.add(new Saw(cap.toString(), String.valueOf(count)));
        Instant frees = c.state().sends().frees(cap, by, c.at());
        if (frees != null) {
            saw.add(new Saw("frees", Rfc3339.format(frees)));
        }
    }

    private static List<Saw> quota(Case c) {
        Template template = c.template();
        Settings settings = c.edition().settings();
        if (template == null || settings.daily(template.channel()) == Settings.UNLIMITED) {
            return List.of();
        }
        Block block = c.partition().block(template.channel(), settings.day(c.at()));
        return List.of(
                new Saw(template.channel() + " per day", String.valueOf(settings.daily(template.channel()))),
                new Saw("left", String.valueOf(block.left())));
    }
}
