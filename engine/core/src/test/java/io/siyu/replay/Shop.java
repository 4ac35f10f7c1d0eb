package io.siyu.replay;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Conduct;
import io.siyu.campaign.Content;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Hour;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.decision.Decision;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.partition.Editions;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Edition;
import io.siyu.rule.WrittenRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A small retailer for tests: campaigns and rules put together in Java, run by a real replay. */
public final class Shop {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Catalogue SHIPPED = CatalogueFile.shipped("CNY");

    public final Catalogue catalogue = SHIPPED;
    public final WrittenRules rules = new WrittenRules();
    private final Map<String, Campaign> campaigns = new TreeMap<>();
    private final Map<String, Template> templates = new TreeMap<>();
    private final List<Cap> caps = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, Long> daily = new TreeMap<>();
    private @Nullable QuietHours quiet;
    private Conduct conduct = Conduct.NONE;
    private int control;
    private ZoneId zone = SHANGHAI;
    private int partitions = 8;
    private int workers = 1;
    private String printed = "total";
    private @Nullable Hour hour;

    /** Sends within quiet hours from 22:00 to 08:00 are held, spread over {@code spread}. */
    public Shop quiet(Duration spread) {
        quiet = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), spread, EnumSet.of(Purpose.MARKETING));
        return this;
    }

    /** Sends within these hours are held. */
    public Shop quiet(QuietHours hours) {
        quiet = hours;
        return this;
    }

    /** How it conducts itself beyond purposes, quiet hours and caps. */
    public Shop conduct(Conduct how) {
        conduct = how;
        return this;
    }

    /** So many of a thousand get no marketing at all. */
    public Shop control(int permille) {
        control = permille;
        return this;
    }

    /** Its days are those of this zone. */
    public Shop zone(ZoneId other) {
        zone = other;
        return this;
    }

    /** A cap across all campaigns. */
    public Shop cap(Cap cap) {
        caps.add(cap);
        return this;
    }

    /** Something it never does. */
    public Shop promise(Promise promise) {
        promises.add(promise);
        return this;
    }

    /** The most messages of a day on the phone; negative for no limit. */
    public Shop daily(long limit) {
        daily.clear();
        if (limit >= 0) {
            daily.put("phone", limit);
        }
        return this;
    }

    public Shop workers(int count) {
        workers = count;
        return this;
    }

    public Shop partitions(int count) {
        partitions = count;
        return this;
    }

    /** The texts of campaigns added from now on print this field of what triggered them. */
    public Shop printing(String field) {
        printed = field;
        return this;
    }

    /** The messages of campaigns added from now on wait for this hour; null for none. */
    public Shop hour(@Nullable Hour its) {
        hour = its;
        return this;
    }

    /** A campaign with these steps; every act gets a template of its text. */
    public Shop campaign(String id, Purpose purpose, Trigger trigger, Step... steps) {
        return campaign(new Campaign(
                id,
                "campaigns/" + id + ".yaml",
                Text.of(id),
                purpose,
                0,
                trigger,
                List.of(steps),
                List.of("order.refunded"),
                null,
                List.of(),
                0));
    }

    public Shop campaign(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
        for (Step.Act act : campaign.acts()) {
            String id = campaign.id() + "/" + act.id();
            templates.put(
                    id,
                    new Template(id, campaign.purpose(), "phone", 0, Text.of(id), Set.of(printed), Content.at(hour)));
        }
        return this;
    }

    /** The campaign of this id, with a goal of {@code count} redeemed coupons. */
    public Shop goal(String id, long count) {
        Campaign c = campaigns.get(id);
        return campaign(new Campaign(
                id,
                c.file(),
                c.name(),
                c.purpose(),
                c.priority(),
                c.trigger(),
                c.steps(),
                c.exits(),
                new Goal("coupon.redeemed", List.of(), count),
                c.caps(),
                c.holdoutPermille()));
    }

    public static Step.Act send(String id) {
        return new Step.Act(id, new Step.Action.Send("phone", Text.of(id)), null, Audience.MEMBERS, List.of());
    }

    public static Step.Act send(String id, int day, String at, Duration window) {
        Moment moment = new Moment(day, LocalTime.parse(at), window);
        return new Step.Act(id, new Step.Action.Send("phone", Text.of(id)), moment, Audience.MEMBERS, List.of());
    }

    public static Trigger on(String type) {
        return new Trigger.OnEvent(type, List.<Condition>of());
    }

    public static Trigger cadence(String start, int days) {
        return new Trigger.OnCadence(LocalDate.parse(start), days, List.of());
    }

    public Edition edition(String hash) {
        Settings settings = new Settings(
                "Shop",
                zone,
                "CNY",
                "en",
                quiet,
                caps,
                Duration.ofHours(24),
                control,
                Map.of("phone", EnumSet.allOf(Purpose.class), "template", EnumSet.of(Purpose.SERVICE)));
        return new Edition(
                hash, catalogue, settings.withDaily(daily).with(conduct), campaigns, templates, promises, rules);
    }

    /** An event of a catalogued type, to be completed. */
    public HouseEvent event(String type, String id) {
        return HouseEvent.of(catalogue.require(type), id);
    }

    public Event order(String id, String member, String time) {
        return order(id, member, at(time));
    }

    public Event order(String id, String member, Instant time) {
        return event("order.placed", id)
                .with("orderId", "o-" + id)
                .with("total", 12_345L)
                .with("currency", "CNY")
                .about(Subject.parse(member), time);
    }

    public Event consents(String member, String time) {
        return event("consent.given", "consent-" + member).about(Subject.parse(member), at(time));
    }

    /** Local time in Shanghai: {@code 2026-11-01T21:00}. */
    public static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    /** Everything decided when these events happen and all timers have run. */
    public List<Decision> play(Event... events) {
        return play(List.of(events));
    }

    public List<Decision> play(List<Event> events) {
        Edition edition = edition("e1");
        List<Decision> decisions = new ArrayList<>();
        play(hash -> edition, decisions, replay -> {
            events.forEach(event -> replay.event(event.time(), event));
            replay.drain(null);
        });
        return decisions;
    }

    /** Lets {@code course} drive a replay that begins with the edition "e1"; no rule and no entry may fail. */
    public void play(Editions editions, List<Decision> decisions, Consumer<Replay> course) {
        ReplayPlan plan = new ReplayPlan(
                editions,
                (decision, state, e) -> decision.intent().target() + " under " + e.hash(),
                catalogue,
                "e1",
                partitions,
                workers);
        List<String> faults = new ArrayList<>();
        try (Replay replay = new Replay(plan, watcher(decisions, faults))) {
            course.accept(replay);
            org.assertj.core.api.Assertions.assertThat(Recount.kept(replay.partitions()))
                    .as("how far the proposals of each step have come")
                    .isEqualTo(Recount.of(decisions));
        }
        org.assertj.core.api.Assertions.assertThat(faults).isEmpty();
    }

    private static ReplayWatcher watcher(List<Decision> decisions, List<String> faults) {
        return new ReplayWatcher() {
            @Override
            public void decided(Decision decision) {
                decisions.add(decision);
            }

            @Override
            public void fault(String fault) {
                faults.add(fault);
            }
        };
    }

    /** {@code "MM-dd HH:mm:ss subject action target verdict reason"} in Shanghai time. */
    public static String line(Decision d) {
        String at = java.time.format.DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", java.util.Locale.ROOT)
                .format(d.at().atZone(SHANGHAI));
        String line = at + " " + d.subject().written() + " " + d.intent().action() + " "
                + d.intent().target() + " " + d.ruling().verdict().word() + " "
                + d.ruling().reason();
        return line.strip();
    }
}
