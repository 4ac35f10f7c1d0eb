package io.siyu.samples.demo;

import io.siyu.event.EventReader;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.StoreDownException;
import io.siyu.playbook.Playbook;
import io.siyu.report.Doctor;
import io.siyu.samples.demo.DemoDiary.Page;
import io.siyu.web.publish.Publishing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One play of the demo: members move in, then the twelve days pass on a fast clock. The clock waits whenever the house has
 * more to decide and send than it can keep up with.
 */
final class DemoRun implements Runnable {
    private static final int BATCH = 2_000;
    private static final long REAL_PACE = 1_000;

    private final DemoPlan plan;
    private final Venue venue;
    private final DemoDiary diary;
    private final Consumer<String> told;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** The house the demo plays in. */
    record Venue(Intake intake, HouseTime time, Publishing publishing, Doctor doctor, long permille) {}

    /** @param told what a person at the terminal reads */
    DemoRun(DemoPlan plan, Venue venue, DemoDiary diary, Consumer<String> told) {
        this.plan = plan;
        this.venue = venue;
        this.diary = diary;
        this.told = told;
    }

    @Override
    public void run() {
        try {
            Optional<Instant> through = diary.read().flatMap(Page::through);
            if (through.isEmpty() && !moveIn()) {
                return;
            }
            play(through.orElse(plan.opening()));
        } finally {
            ended.countDown();
        }
    }

    /** Has the demo stop after the batch it is in, its clock standing, and waits for that. */
    void stop() throws InterruptedException {
        stopped.countDown();
        ended.await(5, TimeUnit.SECONDS);
    }

    private boolean moveIn() {
        venue.time().set(plan.opening(), venue.permille());
        venue.time().run(venue.permille(), true);
        diary.write(new Page(plan.members(), Optional.empty()));
        Playbook playbook = DemoPlaybook.of(plan);
        if (!venue.publishing().edition().hash().equals(playbook.hash())) {
            venue.publishing().publish(playbook, "demo");
        }
        Moving moving = new Moving(door());
        new DemoHistory(plan).tell(moving);
        if (!moving.finish()) {
            return false;
        }
        diary.write(new Page(plan.members(), Optional.of(plan.opening())));
        told.accept(String.format(Locale.ROOT, "%,d members have moved in. Day 1 begins.", plan.members()));
        return true;
    }

    private DemoDoor door() {
        return new DemoDoor(EventReader.outside(venue.publishing().edition().catalogue()), venue.intake(), this::rest);
    }

    private void play(Instant from) {
        if (!from.isBefore(plan.end())) {
            venue.time().run(REAL_PACE, false);
            told.accept("The twelve days are over; the house goes on in real time.");
            return;
        }
        venue.time().set(from, venue.permille());
        DemoPace pace = new DemoPace(venue.time(), venue.doctor());
        DemoStream stream = new DemoStream(plan, from);
        DemoDoor door = door();
        Instant now = from;
        while (now.isBefore(plan.end()) && rest(DemoPace.STEP)) {
            now = venue.time().now();
            if (!door.enter(stream.until(now))) {
                break;
            }
            diary.write(new Page(plan.members(), Optional.of(now.isBefore(plan.end()) ? now : plan.end())));
            pace.keep();
            stream.newDay().ifPresent(day -> told.accept("Day " + day + " of " + DemoPlan.DAYS + "."));
        }
        end(now);
    }

    private void end(Instant now) {
        boolean over = !now.isBefore(plan.end());
        try {
            venue.time().run(over ? REAL_PACE : venue.permille(), !over);
        } catch (StoreDownException down) {
            // why: the diary knows how far the demo was played, and the next start sets the clock by it.
            return;
        }
        if (over) {
            told.accept("The twelve days are over; the house goes on in real time. Ctrl-C stops it.");
        }
    }

    private boolean rest(Duration time) {
        try {
            return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sends the history in batches and tells how far it is. */
    private final class Moving implements Consumer<DemoEvent> {
        private static final int TOLD_EVERY = 10_000;

        private final DemoDoor door;
        private final List<DemoEvent> batch = new ArrayList<>(BATCH);
        private int members;
        private boolean open = true;

        Moving(DemoDoor door) {
            this.door = door;
        }

        @Override
        public void accept(DemoEvent event) {
            if (!open) {
                return;
            }
            batch.add(event);
            if (event.type().equals("member.joined") && ++members % TOLD_EVERY == 0) {
                told.accept(String.format(Locale.ROOT, "Moving in: %,d of %,d members …", members, plan.members()));
            }
            if (batch.size() == BATCH) {
                send();
            }
        }

        private void send() {
            open = door.enter(batch) && rest(Duration.ZERO);
            batch.clear();
        }

        boolean finish() {
            if (open) {
                send();
            }
            return open;
        }
    }
}
