package io.siyu.samples.chaos;

import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.CampaignProfile;
import io.siyu.member.State;
import io.siyu.partition.Arrival;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.report.Told;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the world outside tells the house in one run, and what it finds there when all is done. */
final class Diary {
    /** Wednesday evening: quiet hours begin soon, and at midnight the week of the log ends. */
    private static final Instant BEGIN = Instant.parse("2030-01-09T18:00:30Z");

    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MANY = 1_000_000;
    private static final int ROUNDS = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Crew crew;
    private final Sender sender = new Sender();
    private final Map<Event, EntryKind> controls = new LinkedHashMap<>();
    private Instant time = BEGIN;
    private int events;
    private int told;

    Diary(Crew crew) {
        this.crew = crew;
        crew.quietly(() -> crew.owner().house().time().set(time, 1));
    }

    Sender sender() {
        return sender;
    }

    int events() {
        return events;
    }

    Arrival event(String type, String member) {
        return Shop.arrival("e" + events++, type, member, time);
    }

    void send(List<Arrival> arrivals) {
        Node node = crew.owner();
        crew.attempt(
                "is sent " + arrivals.size(),
                node,
                () -> sender.send(node.ports().intake(), arrivals));
    }

    /** Moves the house's time; its own clock is all but standing, so that a run depends on no other. */
    void moveClock(int minutes) {
        time = time.plus(Duration.ofMinutes(minutes));
        crew.tell("it is " + time);
        crew.quietly(() -> crew.owner().house().time().set(time, 1));
    }

    void pause(String campaign, boolean paused) {
        String type = paused ? "campaign.paused" : "campaign.resumed";
        String id = type + told++;
        for (int partition : Node.ALL) {
            HouseEvent control = HouseEvent.of(Shop.CATALOGUE.require(type), id + "-" + partition)
                    .with("campaign", campaign);
            controls.put(control.about(Subject.partition(partition), time), EntryKind.CONTROL);
        }
        tell();
    }

    /** A round of news begins. */
    void scan() {
        String id = "round" + told++;
        for (int partition : Node.ALL) {
            HouseEvent scan = HouseEvent.of(Shop.CATALOGUE.require("scan"), id + "-" + partition)
                    .with("purpose", "step")
                    .with("campaign", "news")
                    .with("step", "letter")
                    .with("occurrence", id)
                    .with("due", time)
                    .with("kind", "member")
                    .with("after", "");
            controls.put(scan.about(Subject.partition(partition), time), EntryKind.SCAN);
        }
        tell();
    }

    /** Entries of the house itself, each again until it is taken. */
    private void tell() {
        Node node = crew.owner();
        for (Map.Entry<Event, EntryKind> control : List.copyOf(controls.entrySet())) {
            Event event = control.getKey();
            Crew.Came came = crew.attempt("is told " + event.id(), node, () -> {
                node.ports().log().append(control.getValue(), event, null);
                return "taken";
            });
            if (came.done()) {
                controls.remove(event);
            }
        }
    }

    /** Lets everything come to its end; whether it did. */
    boolean settle() {
        crew.calm();
        pause("club", false);
        pause("news", false);
        for (int round = 0; round < ROUNDS; round++) {
            tell();
            if (!sender.open().isEmpty()) {
                send(sender.open());
            }
            boolean worked = !controls.isEmpty() || !sender.open().isEmpty() || work();
            if (!worked && ends()) {
                return project();
            }
            if (!worked) {
                moveClock(720);
            }
        }
        return false;
    }

    private boolean work() {
        Node node = crew.owner();
        boolean idle = true;
        for (int partition : Node.ALL) {
            idle &= crew.work(node, partition).idle();
        }
        idle &= crew.attempt("forwards", node, () -> node.ports().log().forward(Node.ALL))
                .idle();
        idle &= crew.attempt("ticks", node, () -> node.ports().log().tick(Node.ALL))
                .idle();
        for (int slot = 0; slot < node.slots(); slot++) {
            for (boolean more = true; more; ) {
                more = !crew.send(node, slot).idle();
                idle &= !more;
            }
        }
        return !idle;
    }

    /** Whether nothing is due at any time. */
    private boolean ends() {
        RedisHouse house = crew.owner().house();
        return Node.ALL.stream()
                .allMatch(partition -> house.states().due(partition, EVER, 1).isEmpty());
    }

    private boolean project() {
        boolean more = true;
        for (int round = 0; round < ROUNDS && more; round++) {
            more = crew.owner().house().project();
        }
        return !more;
    }

    /** What the house has made of it all. */
    History history(URI redis) {
        RedisHouse house = crew.owner().house();
        List<List<Entry>> logs = new ArrayList<>();
        List<List<History.Told>> lines = new ArrayList<>();
        for (int partition : Node.ALL) {
            logs.add(house.log().entries(Map.of(partition, 0L), MANY).getOrDefault(partition, List.of()));
            lines.add(house.watch().decisions(partition, null, MANY).stream()
                    .map(Diary::told)
                    .toList());
        }
        Map<String, Long> counts = new TreeMap<>();
        house.watch()
                .counts()
                .decisions()
                .forEach(count -> counts.put(count.verdict() + " " + count.reason(), count.count()));
        return new History(
                logs,
                lines,
                sender.acknowledged().stream()
                        .map(arrival -> arrival.event().id())
                        .toList(),
                sender.accepted(),
                crew.vendor().calls(),
                Remains.statuses(redis),
                goals(house),
                counts,
                Remains.leftovers(redis));
    }

    private static long goals(RedisHouse house) {
        Subject club = new Subject(SubjectKind.CAMPAIGN, "club");
        State state = house.states().states(List.of(club)).get(club);
        return state == null ? 0 : ((CampaignProfile) state.profile()).goals();
    }

    private static History.Told told(Told told) {
        JsonNode line = JSON.readTree(told.line());
        String template = line.path("template").asString("");
        String what = template.isEmpty()
                ? line.path("action").asString("") + " " + line.path("ref").asString("")
                : template;
        return new History.Told(
                new History.Line(
                        told.position(),
                        told.at(),
                        told.subject(),
                        told.event(),
                        what,
                        told.verdict(),
                        told.reason(),
                        told.until()),
                line.path("proposal").asString(""),
                told.message(),
                told.text());
    }
}
