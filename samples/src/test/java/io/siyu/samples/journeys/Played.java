package io.siyu.samples.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Decision;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.replay.Replay;
import io.siyu.replay.ReplayPlan;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.samples.journeys.Plan.Happening;
import io.siyu.samples.journeys.Plan.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same plan in a real house: files read, rules compiled, events replayed. */
final class Played {
    private static final PlaybookReader READER = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);
    private static final int PARTITIONS = 4;

    private Played() {}

    /** What is decided about each member. */
    static Map<String, List<Line>> lines(Plan plan, Map<String, List<Happening>> members) {
        Edition edition = edition(Written.files(plan));
        List<Decision> decisions = new ArrayList<>();
        ReplayPlan replayed =
                new ReplayPlan(hash -> edition, new LiquidTexts(), edition.catalogue(), edition.hash(), PARTITIONS, 1);
        try (Replay replay = new Replay(replayed, Replay.into(decisions))) {
            for (Event event : events(members, edition.catalogue())) {
                replay.event(event.time(), event);
            }
            replay.drain(null);
        }
        Map<String, List<Line>> lines = new TreeMap<>();
        members.keySet().forEach(member -> lines.put(member, new ArrayList<>()));
        decisions.forEach(decision -> lines.get(decision.subject().written()).add(line(decision)));
        return lines;
    }

    private static Edition edition(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Reading reading = READER.read(Playbook.of(bytes));
        assertThat(reading.diagnostics()).as("faults in %s", files).isEmpty();
        return reading.edition();
    }

    private static List<Event> events(Map<String, List<Happening>> members, Catalogue catalogue) {
        List<Event> events = new ArrayList<>();
        members.forEach((member, happenings) -> happenings.forEach(one -> events.add(event(member, one, catalogue))));
        events.sort(Comparator.comparing(Event::time).thenComparing(Event::id));
        return events;
    }

    private static Event event(String member, Happening happening, Catalogue catalogue) {
        HouseEvent event = HouseEvent.of(catalogue.require(happening.type()), happening.id());
        happening.values().forEach((field, value) -> {
            if (field.equals("coupon")) {
                event.with("couponId", coupon(member, (String) value));
                return;
            }
            boolean money = field.equals("total");
            event.with(field, money ? (Object) ((Long) value * 100) : value);
            if (money) {
                event.with("currency", "USD");
            }
        });
        return event.about(Subject.parse(member), happening.at());
    }

    private static String coupon(String member, String of) {
        String[] parts = of.split("/", 3);
        String issue = new HashChance().proposal(member, parts[0], "coupon " + parts[1], parts[2]);
        return "c" + issue.substring(1);
    }

    private static Line line(Decision decision) {
        var intent = decision.intent();
        var ruling = decision.ruling();
        return new Line(
                decision.at(),
                String.valueOf(intent.campaign()),
                intent.step() == null ? "" : intent.step(),
                intent.action(),
                ruling.verdict().word(),
                ruling.reason(),
                ruling.until() == null ? "" : ruling.until().toString());
    }
}
