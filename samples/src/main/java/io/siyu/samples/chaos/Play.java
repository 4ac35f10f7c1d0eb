package io.siyu.samples.chaos;

import io.siyu.dispatch.DeadLetter;
import io.siyu.event.Subject;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint.Place;
import io.siyu.report.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The steps of one run, drawn from its seed and done on one thread, so that the same seed does the same. */
final class Play {
    private static final List<String> MEMBERS = List.of("m0", "m1", "m2", "m3", "m4", "m5");
    private static final List<String> TYPES = List.of(
            "order.placed",
            "order.placed",
            "order.placed",
            "page.viewed",
            "page.viewed",
            "page.viewed",
            "invoice.issued",
            "invoice.issued",
            "member.joined",
            "member.joined",
            "consent.given",
            "consent.given",
            "consent.withdrawn",
            "order.cancelled");
    private static final List<Place> PLACES = List.of(Place.values());
    private static final List<String> CAMPAIGNS = List.of("club", "news");

    private final Random random;
    private final Crew crew;
    private final Crew.Stage stage;
    private final Diary diary;
    private final TreeMap<Integer, Runnable> steps = new TreeMap<>();
    private int weights;
    private int full;

    Play(Random random, Crew crew, Crew.Stage stage, Diary diary) {
        this.random = random;
        this.crew = crew;
        this.stage = stage;
        this.diary = diary;
        step(20, () -> send(random.nextInt(8) == 0 ? 25 : 1 + random.nextInt(5)));
        step(5, this::repeat);
        step(24, () -> crew.work(crew.either(), partition()));
        step(9, this::forward);
        step(8, this::tick);
        step(24, this::dispatch);
        step(8, this::moveClock);
        step(2, () -> diary.pause(CAMPAIGNS.get(random.nextInt(CAMPAIGNS.size())), random.nextBoolean()));
        step(2, diary::scan);
        step(3, this::requeue);
        step(3, this::cancel);
        step(3, this::changeMind);
        step(4, this::project);
        step(2, crew::takeOver);
        step(12, this::cutWire);
        step(9, this::setTrap);
        step(2, this::fill);
    }

    private void step(int weight, Runnable what) {
        weights += weight;
        steps.put(weights, what);
    }

    /** Begins with everybody known, then so many steps. */
    void play(int many) {
        send(10);
        boolean power = random.nextInt(25) == 0;
        int cut = random.nextInt(many);
        for (int i = 0; i < many; i++) {
            if (power && i == cut) {
                crew.count("power cut");
                crew.tell("the power is cut");
                stage.cutPower();
            }
            steps.higherEntry(random.nextInt(weights)).getValue().run();
            empty(1);
        }
        empty(full);
    }

    private int partition() {
        return random.nextInt(Node.PARTITIONS);
    }

    private void send(int many) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String member = MEMBERS.get(random.nextInt(MEMBERS.size()));
            arrivals.add(diary.event(TYPES.get(random.nextInt(TYPES.size())), member));
        }
        diary.send(arrivals);
    }

    /** Somebody agrees to offers and looks around, or withdraws, whatever is under way. */
    private void changeMind() {
        String member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        boolean agrees = random.nextBoolean();
        diary.send(
                agrees
                        ? List.of(diary.event("consent.given", member), diary.event("page.viewed", member))
                        : List.of(diary.event("page.viewed", member), diary.event("consent.withdrawn", member)));
    }

    private void repeat() {
        List<Arrival> again = new ArrayList<>(diary.sender().open());
        List<Arrival> known = diary.sender().acknowledged();
        for (int i = 0; i < 3 && !known.isEmpty(); i++) {
            again.add(known.get(random.nextInt(known.size())));
        }
        crew.count("events again");
        diary.send(again);
    }

    private void forward() {
        Node node = crew.either();
        List<Integer> from = random.nextBoolean() ? Node.ALL : List.of(partition());
        crew.attempt("forwards " + from, node, () -> node.ports().log().forward(from));
    }

    private void tick() {
        Node node = crew.either();
        crew.attempt("ticks", node, () -> node.ports().log().tick(Node.ALL));
    }

    private void dispatch() {
        Node node = crew.either();
        crew.send(node, random.nextInt(node.slots()));
    }

    private void moveClock() {
        boolean back = random.nextInt(6) == 0;
        int minutes = 2 * (1 + random.nextInt(random.nextInt(5) == 0 ? 200 : 30));
        if (back) {
            crew.count("clock back");
        }
        diary.moveClock(back ? -minutes : minutes);
    }

    private void requeue() {
        Node node = crew.owner();
        crew.attempt("requeues", node, () -> {
            List<DeadLetter> dead = node.house().deadLetters().newest(5);
            if (dead.isEmpty()) {
                return "none";
            }
            DeadLetter one = dead.get(random.nextInt(dead.size()));
            return one.id() + " " + node.house().deadLetters().requeue(one.partition(), one.id());
        });
    }

    private void cancel() {
        Node node = crew.owner();
        Subject member = Subject.member(MEMBERS.get(random.nextInt(MEMBERS.size())));
        crew.attempt("cancels", node, () -> {
            for (Told told : node.house().watch().about(member, 3)) {
                if (!told.message().isEmpty()) {
                    return told.message() + " " + node.ports().outbox().cancel(member, told.message());
                }
            }
            return "none";
        });
    }

    private void project() {
        Node node = crew.either();
        crew.attempt("projects", node, () -> node.house().project());
    }

    private void cutWire() {
        Wire.Cut cut = random.nextBoolean() ? Wire.Cut.BEFORE : Wire.Cut.AFTER;
        int passing = random.nextInt(3);
        crew.count("wire cut " + cut.name().toLowerCase(Locale.ROOT));
        crew.tell("the wire will be cut " + cut + " " + passing);
        stage.wire().arm(cut, passing);
    }

    private void setTrap() {
        Node node = crew.owner();
        Place place = PLACES.get(random.nextInt(PLACES.size()));
        Map<String, Runnable> traps = Map.of(
                "dies", Struck.at(place, true),
                "stumbles", Struck.at(place, false),
                "sleeps", crew::takeOver);
        String what = List.of("dies", "stumbles", "sleeps").get(random.nextInt(3));
        crew.count(what + " " + place.name().toLowerCase(Locale.ROOT));
        crew.tell(crew.name(node) + " " + what + " " + place);
        node.trap().arm(place, traps.getOrDefault(what, () -> {}));
    }

    /** Redis has no room for a while. A new node each time, since what is known of memory is known for a moment. */
    private void fill() {
        if (full == 0) {
            full = 3 + random.nextInt(8);
            crew.count("redis full");
            room(true);
        }
    }

    private void empty(int passed) {
        if (full > 0) {
            full -= passed;
            if (full == 0) {
                room(false);
            }
        }
    }

    private void room(boolean none) {
        crew.tell(none ? "redis is full" : "redis has room");
        stage.fill(none);
        crew.restart();
    }
}
