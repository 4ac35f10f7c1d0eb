package io.siyu.samples.bench.load;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.playbook.Playbook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The work of the fixed mix: 30 % of events propose, 10 % render a message, 10 % are held by quiet hours, 10 % tag.
 *
 * @param members how many members there are
 * @param rules how many rules the playbook has; at least 30
 * @param start when the first event happens; the quiet hours last from an hour before to twelve hours after
 */
public record Workload(int members, int rules, Instant start) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String SOURCE = "till";
    private static final long GAP_MILLIS = 10;
    private static final List<String> SOURCES = List.of("web", "app", "shop", "mini");

    public Workload {
        if (members < 1 || rules < 30) {
            throw new IllegalArgumentException("The mix needs a member and 30 rules, not " + members + " and " + rules
                    + ".\nMaybe --members 100.");
        }
    }

    /** What the retailer wrote. */
    public Playbook playbook() {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "settings.yaml", settings());
        put(files, "catalogue.yaml", catalogue());
        List<String> drl = LoadRules.files(rules);
        for (int i = 0; i < drl.size(); i++) {
            put(files, String.format(Locale.ROOT, "rules/part%03d.drl", i), drl.get(i));
        }
        for (int i = 0; i < LoadRules.TEXTS; i++) {
            put(files, "templates/thanks-" + i + ".yaml", template("thanks-" + i, "service"));
            put(files, "templates/offer-" + i + ".yaml", template("offer-" + i, "marketing"));
        }
        return Playbook.of(files);
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String settings() {
        String from = HOUR.format(start.minusSeconds(3600).atOffset(ZoneOffset.UTC));
        String to = HOUR.format(start.plusSeconds(12 * 3600).atOffset(ZoneOffset.UTC));
        return """
                version: 1
                retailer: Load
                zone: Etc/UTC
                currency: CNY
                language: en
                quietHours: {from: "%s", to: "%s", spread: 30m, purposes: [marketing]}
                caps:
                  - {max: 1000, per: 1d, purpose: marketing}
                  - {max: 1000, per: 7d}
                stale: 24h
                channels:
                  phone: [service, marketing]
                """.formatted(from, to);
    }

    private static String catalogue() {
        StringBuilder yaml = new StringBuilder("version: 1\nevents:\n");
        for (int i = LoadRules.ofOrders(); i < LoadRules.TYPES; i++) {
            yaml.append("  ")
                    .append(LoadRules.type(i))
                    .append(":\n    label: {en: Kind ")
                    .append(i)
                    .append("}\n");
            yaml.append("    fields:\n");
            yaml.append("      orderId: {type: text, label: {en: Number}}\n");
            yaml.append("      total: {type: money, label: {en: Total}}\n");
            yaml.append("      store: {type: text, label: {en: Store}}\n");
            yaml.append("      source: {type: text, label: {en: Source}}\n");
        }
        return yaml.toString();
    }

    private static String template(String id, String purpose) {
        return """
                version: 1
                id: %s
                purpose: %s
                channel: phone
                text:
                  en: |
                    {{ member.name | default: "Dear customer" }}, {{ retailer }} has {{ orderId | default: "your order" }} of {{ total | default: "today" }} at {{ store | default: "your store" }}. Reply to this message and we will look after it.
                """.formatted(id, purpose);
    }

    /** What is told of every member before the first event: joined, and a yes to messages. */
    public List<Event> introduction(Catalogue catalogue, int member) {
        Instant before = start.minusSeconds(3600);
        String id = id(member);
        Event joined = HouseEvent.of(catalogue.require("member.joined"), "joined-" + id)
                .with("level", 1L + member % 4)
                .with("city", "city-" + member % 50)
                .with("tags", List.of("tag-" + member % 7, "since-" + member % 9))
                .with("source", SOURCES.get(member % SOURCES.size()))
                .about(subject(member), before);
        Event consent = HouseEvent.of(catalogue.require("consent.given"), "consent-" + id)
                .with("channel", "phone")
                .about(subject(member), before);
        return List.of(told(joined), told(consent));
    }

    /** What is told of all members before the first event. */
    public List<Event> introductions(Catalogue catalogue) {
        List<Event> introductions = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            introductions.addAll(introduction(catalogue, member));
        }
        return introductions;
    }

    /** When the event with this number happens. */
    public Instant at(long number) {
        return start.plusMillis(number * GAP_MILLIS);
    }

    /** The event with this number, from 0; any number, any order. */
    public Event event(Catalogue catalogue, long number) {
        return event(catalogue, number, at(number));
    }

    /** The same event at another time, for benchmarks on the machine's own clock. */
    public Event event(Catalogue catalogue, long number, Instant at) {
        long chance = Part.scatter(number * 2 + 1);
        Part part = Part.of(number);
        int rule = part == Part.NOTHING ? -1 : (int) (chance % (rules / 10)) * 10 + part.place();
        EventType type = catalogue.require(
                rule < 0 ? anyType(chance) : LoadRules.rule(rule).event());
        HouseEvent event = HouseEvent.of(type, "e-" + number)
                .with("orderId", "o-" + number)
                .with("total", (5 + chance / 7 % 450) * 100)
                .with("store", LoadRules.store((int) (chance / 11 % 40)))
                .with("source", rule < 0 ? SOURCES.get((int) (chance / 13 % 4)) : LoadRules.named(rule));
        if (type.indexOf("currency") >= 0) {
            event.with("currency", "CNY");
        }
        return told(event.about(subject((int) (Part.scatter(number) % members)), at));
    }

    /** Half of what comes to nothing is about orders. */
    private static String anyType(long chance) {
        return LoadRules.type(
                (int) (chance % 2 == 0 ? chance / 2 % LoadRules.ofOrders() : chance / 2 % LoadRules.TYPES));
    }

    private static Event told(Event event) {
        return new Event(event.id(), SOURCE, event.type(), event.subject(), event.time(), event.data(), false);
    }

    /** The subject with this number, from 0. */
    public static Subject subject(int member) {
        return new Subject(SubjectKind.MEMBER, id(member));
    }

    private static String id(int member) {
        return String.format(Locale.ROOT, "m%07d", member);
    }

    /** In one sentence, for the report. */
    public String told(long events) {
        return String.format(
                Locale.ROOT,
                "%,d rules on %d event types, %,d members, %,d events; %d texts of about 170 characters",
                rules,
                LoadRules.TYPES,
                members,
                events,
                2 * LoadRules.TEXTS);
    }
}
