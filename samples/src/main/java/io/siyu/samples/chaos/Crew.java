package io.siyu.samples.chaos;

import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.FailPoint.Place;
import io.siyu.partition.StoreDownException;
import io.siyu.samples.chaos.Call.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nodes of the house in one run: one owns it, one may have owned it before and not know better yet. */
final class Crew implements AutoCloseable {
    private static final List<Answer> MOODS = List.of(Answer.values());

    private static final int TRIES = 5;

    private final Random random;
    private final Stage stage;
    private final Vendor vendor;
    private final List<Vendor.Way> channels;
    private final List<Node> nodes = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private Node owner;
    private @Nullable Node sleeper;
    private boolean rough = true;
    private boolean taking;

    /** Where a run is played: a Redis and the wire to it. */
    interface Stage {
        Wire wire();

        /** A node at the end of the wire. */
        Node node(List<Vendor.Way> channels);

        /** How far the partition of this subject is decided, asked past the wire. */
        long decided(Subject subject);

        /** Redis loses its power and comes back. */
        void cutPower();

        /** Redis has no room left, or has again. */
        void fill(boolean full);
    }

    /** One node that owns the house. */
    Crew(Random random, Stage stage) {
        this.random = random;
        this.stage = stage;
        this.vendor = new Vendor(this::mood, stage::decided, this::meanwhile);
        this.channels = List.of(
                new Vendor.Way("phone", true, 2, 1, vendor),
                new Vendor.Way("mail", false, 1, 1, vendor),
                new Vendor.Way("sms", true, 1, 3, vendor));
        this.owner = open();
    }

    private Node open() {
        mend();
        Node node = stage.node(channels);
        nodes.add(node);
        node.house().take();
        return node;
    }

    Node owner() {
        return owner;
    }

    Vendor vendor() {
        return vendor;
    }

    List<String> trace() {
        return trace;
    }

    Map<String, Integer> faults() {
        return faults;
    }

    /** The owner, or now and then whoever believes to be it. */
    Node either() {
        Node asleep = sleeper;
        return asleep != null && random.nextInt(4) == 0 ? asleep : owner;
    }

    String name(Node node) {
        return "n" + nodes.indexOf(node);
    }

    void tell(String line) {
        trace.add(line);
    }

    void count(String fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    /**
     * What came of a step.
     *
     * @param done whether no fault hit it
     */
    record Came(String what, boolean done) {
        private static final Set<String> NOTHING = Set.of("0", "[]", "false");

        /** Whether there was nothing to do. */
        boolean idle() {
            return done && NOTHING.contains(what);
        }
    }

    /** Does a step and notes what came of it. */
    Came attempt(String step, Node node, Supplier<?> what) {
        Came came = attempt(node, what);
        tell(name(node) + " " + step + ": " + came.what());
        return came;
    }

    private Came attempt(Node node, Supplier<?> what) {
        try {
            return new Came(String.valueOf(what.get()), true);
        } catch (Struck struck) {
            if (struck.dead()) {
                replace(node);
            }
            return new Came(struck.getMessage() + (struck.dead() ? ", dead" : ""), false);
        } catch (StoreDownException down) {
            return new Came("store down", false);
        }
    }

    private void replace(Node dead) {
        dead.trap().calm();
        if (dead == owner) {
            owner = open();
        } else if (dead == sleeper) {
            sleeper = null;
        }
    }

    /** The owner ends and another begins. */
    void restart() {
        replace(owner);
    }

    /** Another node takes the house over, and the owner does not know. */
    void takeOver() {
        taking = true;
        try {
            Node before = owner;
            owner = open();
            sleeper = before;
            count("lease lost");
            tell(name(owner) + " takes over");
            begin(random.nextInt(4));
        } finally {
            taking = false;
        }
    }

    /** What the new owner does at once, while the old one is still in the middle of something. */
    private void begin(int much) {
        for (int partition : much > 0 ? Node.ALL : List.<Integer>of()) {
            work(owner, partition);
        }
        if (much == 1) {
            Place place = random.nextBoolean() ? Place.AFTER_CLAIM : Place.AFTER_ACCEPTED;
            count("stumbles " + place.name().toLowerCase(Locale.ROOT));
            owner.trap().arm(place, Struck.at(place, false));
        }
        for (int round = 0; round < 2 * much; round++) {
            for (int slot = 0; slot < owner.slots(); slot++) {
                boolean done = send(owner, slot).done();
                if (much == 1 && !done) {
                    // why: the old owner goes on while the new one still holds what it has stumbled over
                    return;
                }
            }
        }
    }

    Came work(Node node, int partition) {
        return attempt("works on " + partition, node, () -> node.work(partition));
    }

    Came send(Node node, int slot) {
        vendor.begin();
        Came came = attempt("sends by " + slot, node, () -> node.send(slot));
        vendor.end(came.done());
        return came;
    }

    private Answer mood() {
        if (!rough || random.nextInt(100) < 55) {
            return Answer.ACCEPTED;
        }
        Answer mood = MOODS.get(random.nextInt(MOODS.size()));
        if (mood != Answer.ACCEPTED) {
            count("channel " + mood.name().toLowerCase(Locale.ROOT));
        }
        return mood;
    }

    private void meanwhile(Message message) {
        if (rough && !taking && random.nextInt(25) == 0) {
            takeOver();
        } else if (rough && random.nextInt(25) == 0) {
            count("cancelled in flight");
            attempt(
                    "cancels in flight " + message.id(),
                    owner,
                    () -> owner.ports().outbox().cancel(message.subject(), message.id()));
        }
    }

    /** Does something that no fault shall hit; connections may still be those of before a power cut. */
    void quietly(Runnable what) {
        mend();
        boolean done = false;
        for (int tries = 0; !done && tries < TRIES; tries++) {
            done = attempt("is asked", owner, () -> {
                        what.run();
                        return "done";
                    })
                    .done();
        }
    }

    private void mend() {
        if (stage.wire().calm()) {
            tell("the wire is whole");
        }
    }

    /** From now on nothing goes wrong; whoever did not know better is gone. */
    void calm() {
        rough = false;
        sleeper = null;
        owner.trap().calm();
        stage.wire().calm();
    }

    @Override
    public void close() {
        stage.wire().calm();
        nodes.forEach(Node::close);
    }
}
