package io.siyu.samples.chaos;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.event.Catalogue;
import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.partition.Arrival;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The shop that is played: orders are thanked for by phone and count for the club, whoever joins the club is greeted and
 * greeted again later, views bring offers and rounds bring news by mail, invoices are told by text message, so many a day.
 */
final class Shop {
    static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");
    static final Edition EDITION = edition();
    private static final EventReader READER = EventReader.outside(CATALOGUE);

    private Shop() {}

    private static Edition edition() {
        return new Edition(
                "",
                CATALOGUE,
                settings(),
                Map.of("club", club(), "news", news()),
                Map.of(
                        "thanks", template("thanks", Purpose.SERVICE, "phone"),
                        "offer", template("offer", Purpose.MARKETING, "mail"),
                        "bill", template("bill", Purpose.SERVICE, "sms"),
                        "club/hello", template("club/hello", Purpose.SERVICE, "phone"),
                        "club/later", template("club/later", Purpose.SERVICE, "phone"),
                        "news/letter", template("news/letter", Purpose.MARKETING, "mail")),
                new Rules());
    }

    // why: no span of time is a whole number of minutes that the clock is moved by, so that no step falls on an edge
    private static Settings settings() {
        Set<Purpose> both = Set.of(Purpose.SERVICE, Purpose.MARKETING);
        return new Settings(
                "shop",
                ZoneOffset.UTC,
                "CNY",
                "zh",
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), Duration.ZERO, Set.of(Purpose.MARKETING)),
                List.of(new Cap(Duration.parse("PT12H15S"), 2, Purpose.MARKETING, null)),
                Duration.ofDays(36_500),
                0,
                Map.of("phone", both, "mail", both, "sms", both),
                Map.of("sms", 4L));
    }

    private static Campaign club() {
        Step hello = new Step.Act("hello", send("phone"), null, Audience.MEMBERS, List.of());
        Step later = new Step.Act("later", send("phone"), null, Audience.MEMBERS, List.of());
        return new Campaign(
                "club",
                "campaigns/club.yaml",
                Text.of("Club"),
                Purpose.SERVICE,
                0,
                new Trigger.OnEvent("member.joined", List.of()),
                List.of(hello, new Step.Wait(Duration.parse("PT1H1M30S")), later),
                List.of("order.cancelled"),
                new Goal("order.placed", List.of(), 0),
                List.of(),
                0);
    }

    private static Campaign news() {
        Moment morning = new Moment(1, LocalTime.of(10, 0), Duration.ofDays(365));
        return new Campaign(
                "news",
                "campaigns/news.yaml",
                Text.of("News"),
                Purpose.MARKETING,
                0,
                new Trigger.OnCadence(LocalDate.of(2030, 1, 1), 1, List.of()),
                List.of(new Step.Act("letter", send("mail"), morning, Audience.MEMBERS, List.of())),
                List.of(),
                null,
                List.of(),
                0);
    }

    private static Step.Action send(String channel) {
        return new Step.Action.Send(channel, Text.of("-"));
    }

    private static Template template(String id, Purpose purpose, String channel) {
        return new Template(id, purpose, channel, 0, Text.of(id), Set.of());
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
                case "order.placed" ->
                    fired(send("thanks"), new Proposal("count", Action.GOAL, "club", "club", null, 0));
                case "page.viewed" -> fired(send("offer"));
                case "invoice.issued" -> fired(send("bill"));
                case "member.joined" -> fired(new Proposal("join", Action.ENROL, "club", "club", null, 0));
                case "step.due" ->
                    step(
                            String.valueOf(fact.event().value("campaign")),
                            String.valueOf(fact.event().value("step")));
                default -> Fired.NOTHING;
            };
        }

        private static Fired step(String campaign, String step) {
            return fired(new Proposal("say " + step, Action.SEND, campaign + "/" + step, campaign, step, 0));
        }

        private static Proposal send(String template) {
            return new Proposal("send " + template, Action.SEND, template, null, null, 0);
        }

        private static Fired fired(Proposal... proposals) {
            return new Fired(List.of(proposals), List.of());
        }

        @Override
        public void close() {}
    }

    /** An event of this type about a member. */
    static Arrival arrival(String id, String type, String member, Instant time) {
        String data = switch (type) {
            case "order.placed", "order.cancelled" -> "{\"orderId\":\"" + id + "\",\"total\":200,\"currency\":\"CNY\"}";
            case "consent.given", "consent.withdrawn" -> "{\"channel\":\"mail\",\"purpose\":\"marketing\"}";
            case "member.joined" -> "{\"level\":1}";
            default -> "{}";
        };
        String json = String.format(
                Locale.ROOT,
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"shop\",\"type\":\"%s\",\"subject\":\"%s\","
                        + "\"time\":\"%s\",\"data\":%s}",
                id,
                type,
                member,
                time,
                data);
        if (READER.read(json) instanceof Reading.Read read) {
            return new Arrival(read.event(), read.personal(), null);
        }
        throw new IllegalArgumentException(json + " " + READER.read(json));
    }
}
