package io.siyu.partition.redis;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.message.Compose;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.Editions;
import io.siyu.playbook.CatalogueFile;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A small shop for tests: an order is thanked for, a page viewed brings an offer, and orders of those who joined count for
 * the campaign "club".
 */
public final class Shop {
    public static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");

    /** Holds for every hash. */
    public static final Editions EDITIONS = hash -> edition(hash);

    public static final Compose COMPOSE = (decision, state, edition) ->
            "谢谢 ⟦recipient|朋友⟧ " + decision.intent().event();

    private static final EventReader READER = EventReader.outside(CATALOGUE);

    private Shop() {}

    private static Edition edition(String hash) {
        return edition(hash, Map.of());
    }

    private static Edition edition(String hash, Map<String, Long> daily) {
        return new Edition(
                hash,
                CATALOGUE,
                new Settings(
                        "shop",
                        ZoneOffset.UTC,
                        "CNY",
                        "zh",
                        null,
                        List.of(),
                        Duration.ofDays(36_500),
                        0,
                        Map.of("phone", Set.of(Purpose.SERVICE, Purpose.MARKETING)),
                        daily),
                Map.of("club", club()),
                Map.of(
                        "thanks", template("thanks", Purpose.SERVICE),
                        "offer", template("offer", Purpose.MARKETING),
                        "club/hello", template("club/hello", Purpose.SERVICE),
                        "club/later", template("club/later", Purpose.SERVICE)),
                new Rules());
    }

    private static Campaign club() {
        return new Campaign(
                "club",
                "campaigns/club.yaml",
                Text.of("Club"),
                Purpose.SERVICE,
                0,
                new Trigger.OnEvent("member.joined", List.of()),
                List.of(say("hello"), new Step.Wait(Duration.ofHours(1)), say("later")),
                List.of("order.cancelled"),
                new Goal("order.placed", List.of(), 0),
                List.of(),
                0);
    }

    private static Step say(String id) {
        return new Step.Act(
                id, new Step.Action.Send("phone", Text.of(id)), null, new Audience("member", ""), List.of());
    }

    private static Template template(String id, Purpose purpose) {
        return new Template(id, purpose, "phone", 0, Text.of(id), Set.of());
    }

    private record Rules() implements RuleBook, RuleSession {
        @Override
        public RuleSession open() {
            return this;
        }

        @Override
        public List<RuleSummary> rules() {
            return List.of();
        }

        @Override
        public Fired fire(Fact fact) {
            return switch (fact.event().type().name()) {
                case "order.placed" -> new Fired(List.of(send("Thank for an order", "thanks"), goal()), List.of());
                case "page.viewed" -> new Fired(List.of(send("Offer what was viewed", "offer")), List.of());
                case "member.joined" ->
                    new Fired(List.of(new Proposal("Join the club", Action.ENROL, "club", "club", null, 0)), List.of());
                case "step.due" -> step(fact.event());
                default -> Fired.NOTHING;
            };
        }

        private static Proposal send(String rule, String template) {
            return new Proposal(rule, Action.SEND, template, null, null, 0);
        }

        private static Fired step(Event due) {
            String step = due.data().text("step");
            return new Fired(
                    List.of(new Proposal("Say " + step, Action.SEND, "club/" + step, "club", step, 0)), List.of());
        }

        private static Proposal goal() {
            return new Proposal("Count for the club", Action.GOAL, "club", "club", null, 0);
        }

        @Override
        public void close() {}
    }

    public static Advance advance(int partitions) {
        return new Advance(EDITIONS, COMPOSE, partitions);
    }

    /** Decides with a daily limit on the phone. */
    public static Advance limited(int partitions, long daily) {
        Edition edition = edition("", Map.of("phone", daily));
        return new Advance(hash -> edition, COMPOSE, partitions);
    }

    public static Arrival order(String id, String member) {
        return arrival(id, "order.placed", member, "{\"orderId\":\"" + id + "\",\"total\":200,\"currency\":\"CNY\"}");
    }

    public static Arrival view(String id, String member) {
        return arrival(id, "page.viewed", member, "{\"page\":\"" + id + "\"}");
    }

    public static Arrival joined(String id, String member) {
        return arrival(id, "member.joined", member, "{\"level\":1}");
    }

    public static Arrival consent(String id, String member) {
        return arrival(id, "consent.given", member, "{\"channel\":\"phone\",\"purpose\":\"marketing\"}");
    }

    /** The same, said at this time. */
    public static Arrival consent(String id, String member, Instant time) {
        Event now = consent(id, member).event();
        Event then = new Event(now.id(), now.source(), now.type(), now.subject(), time, now.data(), now.backfill());
        return new Arrival(then, Map.of(), null);
    }

    /** All a member ever agreed to is withdrawn for this purpose. */
    public static Arrival withdrawal(String id, String member, Purpose purpose) {
        return arrival(id, "consent.withdrawn", member, "{\"purpose\":\"" + purpose.word() + "\"}");
    }

    public static Arrival cancelled(String id, String member) {
        return arrival(
                id, "order.cancelled", member, "{\"orderId\":\"" + id + "\",\"total\":200,\"currency\":\"CNY\"}");
    }

    /** An order shipped to somebody with a name and a phone. */
    public static Arrival shipped(String id, String member) {
        return arrival(
                id,
                "order.shipped",
                member,
                "{\"orderId\":\"" + id + "\",\"total\":200,\"currency\":\"CNY\","
                        + "\"recipient\":\"王小明\",\"phone\":\"13800001111\"}");
    }

    private static Arrival arrival(String id, String type, String member, String data) {
        String json = String.format(
                Locale.ROOT,
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"shop\",\"type\":\"%s\",\"subject\":\"%s\","
                        + "\"time\":\"%s\",\"data\":%s}",
                id,
                type,
                member,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                data);
        if (READER.read(json) instanceof Reading.Read read) {
            return new Arrival(read.event(), read.personal(), null);
        }
        throw new IllegalArgumentException(json + " " + READER.read(json));
    }
}
