package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Rfc3339;
import io.siyu.event.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The guard of frequency caps: those of the house, of communities and of the campaign. */
final class Caps {
    private Caps() {}

    static @Nullable Ruling judge(Case c) {
        Template template = c.template();
        if (template == null) {
            return null;
        }
        for (Cap cap : c.edition().settings().caps()) {
            if (full(cap, "", template, c)) {
                return drop(scope(cap), cap, "", c);
            }
        }
        for (Cap cap : ofCommunity(c)) {
            if (full(cap, "", template, c)) {
                return drop(Reason.CAP_COMMUNITY, cap, "", c);
            }
        }
        Campaign campaign = c.campaign();
        if (campaign != null) {
            for (Cap cap : campaign.caps()) {
                if (full(cap, campaign.id(), template, c)) {
                    return drop(Reason.CAP_CAMPAIGN, cap, campaign.id(), c);
                }
            }
        }
        return null;
    }

    private static Ruling drop(Reason reason, Cap cap, String by, Case c) {
        return Ruling.drop(reason, cap.toString()).wonBy(c.past().winners().in(cap, by));
    }

    private static Reason scope(Cap cap) {
        if (cap.channel() != null) {
            return Reason.CAP_CHANNEL;
        }
        return cap.purpose() != null ? Reason.CAP_PURPOSE : Reason.CAP_GLOBAL;
    }

    private static List<Cap> ofCommunity(Case c) {
        return c.state().subject().kind() == SubjectKind.COMMUNITY
                ? c.edition().settings().conduct().communityCaps()
                : List.of();
    }

    private static boolean full(Cap cap, String by, Template template, Case c) {
        return cap.covers(template.purpose(), template.channel())
                && c.state().sends().count(cap, by, c.at(), c.zone()) >= cap.max();
    }

    /** The caps a message of this template counts for, each under a name that tells it from all others. */
    static Set<String> counting(Template template, @Nullable Campaign campaign, Case c) {
        Set<String> counting = new LinkedHashSet<>();
        c.edition().settings().caps().forEach(cap -> count(cap, "", template, counting));
        ofCommunity(c).forEach(cap -> count(cap, "community ", template, counting));
        if (campaign != null) {
            campaign.caps().forEach(cap -> count(cap, campaign.id() + " ", template, counting));
        }
        return counting;
    }

    private static void count(Cap cap, String whose, Template template, Set<String> counting) {
        if (cap.covers(template.purpose(), template.channel())) {
            counting.add(whose + cap);
        }
    }

    static List<Saw> saw(Case c) {
        List<Saw> saw = new ArrayList<>();
        c.edition().settings().caps().forEach(cap -> saw(cap, "", c, saw));
        ofCommunity(c).forEach(cap -> saw(cap, "", c, saw));
        Campaign campaign = c.campaign();
        if (campaign != null) {
            campaign.caps().forEach(cap -> saw(cap, campaign.id(), c, saw));
        }
        return saw;
    }

    private static void saw(Cap cap, String by, Case c, List<Saw> saw) {
        Template template = c.template();
        if (template == null || !cap.covers(template.purpose(), template.channel())) {
            return;
        }
        int count = c.state().sends().count(cap, by, c.at(), c.zone());
        saw.add(new Saw(cap.toString(), String.valueOf(count)));
        Instant frees = c.state().sends().frees(cap, by, c.at(), c.zone());
        if (frees != null) {
            saw.add(new Saw("frees", Rfc3339.format(frees)));
        }
    }
}
