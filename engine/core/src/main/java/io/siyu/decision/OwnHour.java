package io.siyu.decision;

import io.siyu.campaign.Compliance;
import io.siyu.campaign.Hour;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Event;
import io.siyu.event.SubjectKind;
import io.siyu.member.Hours;
import io.siyu.member.MemberProfile;
import io.siyu.member.Orders;
import io.siyu.member.State;
import io.siyu.member.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guard of messages that go at an hour of the member's: one told, or the one the member is known to be about. */
final class OwnHour {
    /** What members do of their own accord; orders are known one by one anyway. */
    private static final Set<String> DEEDS = Set.of(
            "cart.added",
            "code.scanned",
            "coupon.claimed",
            "coupon.redeemed",
            "feedback.given",
            "groupbuy.joined",
            "groupbuy.opened",
            "live.joined",
            "message.clicked",
            "message.opened",
            "page.viewed",
            "referral.shared",
            "store.visited");

    /** Fewer deeds are no habit. */
    private static final int HABIT = 3;

    /** Messages of an hour go within this span of it, each at a point hashed from its id. */
    private static final Duration SPREAD = Duration.ofMinutes(15);

    private OwnHour() {}

    /** Learns from the event at which hour the member is about. */
    static void heard(Turn turn, Event event) {
        State state = turn.state;
        if (turn.journeys.learnsHours()
                && state.subject().kind() == SubjectKind.MEMBER
                && DEEDS.contains(event.type().name())) {
            turn.state = state.with(state.hours()
                    .with(local(
                            event.time(),
                            Zones.of(state, turn.edition.settings().zone()))));
        }
    }

    /** A message waits for its hour once, when it is judged first, and never so long that it would be dropped for it. */
    static @Nullable Ruling judge(Case c) {
        Template template = c.template();
        Hour hour = asked(template);
        if (template == null || hour == null || waited(c)) {
            return null;
        }
        Instant begins = begins(c, template, hour);
        if (begins == null || !begins.isAfter(c.at())) {
            return null;
        }
        Instant until = begins.plusSeconds(Ids.spread(c.intent().proposal(), SPREAD.toSeconds()));
        Instant closes = Expired.closes(c);
        boolean tooLate = (closes != null && until.isAfter(closes))
                || until.isAfter(c.intent().since().plus(c.edition().settings().stale()));
        return tooLate ? null : Ruling.hold(Reason.OWN_HOUR, until, hour.toString());
    }

    /** Whether it has waited, but for its planned time: that is when it is first to go. */
    private static boolean waited(Case c) {
        return c.past().held() != null && !c.past().waitedFor(Reason.MEMBER_CLOCK);
    }

    /** When the hour begins that the message waits for; null if it need not, as it is now or nobody knows it. */
    private static @Nullable Instant begins(Case c, Template template, Hour hour) {
        ZoneId zone = Zones.of(c.state(), c.zone());
        if (hour.at() != null) {
            return Schedule.next(hour.at(), c.at().minus(SPREAD), zone);
        }
        int best = best(c, template);
        return best < 0 || best == local(c.at(), zone) ? null : Schedule.next(LocalTime.of(best, 0), c.at(), zone);
    }

    /** The hour the member is about most, the first of equals, of those in which the message may go; -1 for none. */
    private static int best(Case c, Template template) {
        List<Integer> known = known(c);
        if (known.stream().mapToInt(Integer::intValue).sum() < HABIT) {
            return -1;
        }
        Compliance asked = Guards.asked(c, template);
        int best = -1;
        for (int hour = 0; hour < Hours.DAY; hour++) {
            LocalTime time = LocalTime.of(hour, 0);
            boolean open = !isClosed(asked.closed(), template, time)
                    && !isClosed(c.edition().settings().quietHours(), template, time);
            if (open && known.get(hour) > (best < 0 ? 0 : known.get(best))) {
                best = hour;
            }
        }
        return best;
    }

    private static boolean isClosed(@Nullable QuietHours hours, Template template, LocalTime time) {
        return hours != null && hours.purposes().contains(template.purpose()) && hours.contains(time);
    }

    /** Deeds and orders by hour. */
    private static List<Integer> known(Case c) {
        if (!(c.state().profile() instanceof MemberProfile member)) {
            return Hours.NONE.counts();
        }
        ZoneId zone = Zones.of(c.state(), c.zone());
        int[] counts =
                c.state().hours().counts().stream().mapToInt(Integer::intValue).toArray();
        Instant since = c.intent().since();
        for (Orders.Placed order : member.orders().recent()) {
            // why: the order that the message is about says nothing about habits
            if (order.at().isBefore(since)) {
                counts[local(order.at(), zone)]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    static List<Saw> saw(Case c) {
        Template template = c.template();
        Hour hour = asked(template);
        if (template == null || hour == null) {
            return List.of();
        }
        return List.of(new Saw("hour", hour.at() == null ? shown(best(c, template)) : hour.toString()));
    }

    private static String shown(int best) {
        return best < 0 ? "" : LocalTime.of(best, 0).toString();
    }

    private static @Nullable Hour asked(@Nullable Template template) {
        return template == null ? null : template.content().hour();
    }

    /** Whether any message of these waits for what has to be learnt. */
    static boolean isLearnt(Stream<Template> templates) {
        return templates.map(OwnHour::asked).anyMatch(hour -> hour != null && hour.at() == null);
    }

    private static int local(Instant at, ZoneId zone) {
        return at.atZone(zone).getHour();
    }
}
