package io.siyu.samples.journeys;

import io.siyu.samples.journeys.Plan.Act;
import io.siyu.samples.journeys.Plan.Arm;
import io.siyu.samples.journeys.Plan.Await;
import io.siyu.samples.journeys.Plan.Course;
import io.siyu.samples.journeys.Plan.End;
import io.siyu.samples.journeys.Plan.Fork;
import io.siyu.samples.journeys.Plan.Happening;
import io.siyu.samples.journeys.Plan.Line;
import io.siyu.samples.journeys.Plan.Part;
import io.siyu.samples.journeys.Plan.Pause;
import io.siyu.samples.journeys.Plan.Split;
import io.siyu.samples.journeys.Plan.Test;
import io.siyu.samples.journeys.Plan.Until;
import io.siyu.samples.journeys.Plan.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns do to one member, told as simply as it can be: everything is kept, nothing is indexed, every question is
 * asked of the whole past.
 *
 * <p>Its small methods are what bugs are planted in.
 */
class Model extends Judged {

    private static final Comparator<Course> FIRST =
            Comparator.comparing((Course course) -> -course.priority()).thenComparing(Course::id);

    final List<Stay> stays = new ArrayList<>();

    Model(Plan plan, Chance chance, String member) {
        super(plan, chance, member);
    }

    /** The rest of a journey: what is left of a list of steps, and of those around it. */
    record Rest(List<Way> steps, int next, @Nullable Rest around) {}

    /** A member inside a campaign. */
    static final class Stay {
        final Course course;
        final String occurrence;
        final String key;
        final Instant entered;
        boolean over;
        boolean finished;
        String issued = "";

        @Nullable
        Await awaits;

        @Nullable
        Rest after;

        Stay(Course course, Happening by, String key, Instant entered) {
            this.course = course;
            this.occurrence = by.id();
            this.key = key;
            this.entered = entered;
        }
    }

    /** All that is decided about the member. */
    List<Line> play(List<Happening> happenings) {
        for (Happening happening : happenings) {
            ring(happening.at());
            now = happening.at();
            hear(happening);
            ring(now);
        }
        ring(Instant.MAX);
        return lines;
    }

    private void ring(Instant until) {
        for (Alarm first = first(until); first != null; first = first(until)) {
            alarms.remove(first);
            now = first.due().isAfter(now) ? first.due() : now;
            first.rings().run();
        }
    }

    private @Nullable Alarm first(Instant until) {
        return alarms.stream()
                .filter(alarm -> !alarm.due().isAfter(until))
                .min(Comparator.comparing(Alarm::due).thenComparing(Alarm::name))
                .orElse(null);
    }

    // What happens

    private void hear(Happening event) {
        past.add(event);
        // why: an event is asked about as it was when it came, whatever it brings meanwhile
        Map<Stay, Await> waiting = new LinkedHashMap<>();
        stays.stream().filter(stay -> stay.awaits != null).forEach(stay -> waiting.put(stay, stay.awaits));
        List<Map.Entry<Stay, Await>> met = waiting.entrySet().stream()
                .filter(one ->
                        !one.getValue().when().isEmpty() && hold(one.getValue().when(), event))
                .sorted(Comparator.comparing(one -> one.getKey().course, FIRST))
                .toList();
        List<Course> entered = plan.courses().stream()
                .filter(course -> enters(course, event))
                .sorted(FIRST)
                .toList();
        for (Stay stay : List.copyOf(stays)) {
            if (!stay.over && leaves(stay, event)) {
                leave(stay);
            }
        }
        for (Course course : plan.courses()) {
            missing(course, event);
        }
        waiting.forEach((stay, await) -> {
            if (await.when().isEmpty()) {
                answered(stay, await, event);
            }
        });
        met.forEach(one -> answered(one.getKey(), one.getValue(), event));
        entered.forEach(course -> enter(course, event));
    }

    boolean leaves(Stay stay, Happening event) {
        boolean exit =
                stay.course.exits().contains(event.type()) && (stay.key.isEmpty() || stay.key.equals(key(event)));
        return exit || (event.type().equals(stay.course.goal()) && concerns(stay, event));
    }

    /** Unless it is about another order. */
    boolean concerns(Stay stay, Happening event) {
        return stay.key.isEmpty() || key(event).isEmpty() || stay.key.equals(key(event));
    }

    /** What waits for the end of quiet hours is not wanted any more. */
    void leave(Stay stay) {
        held.stream()
                .filter(idea -> isOf(idea, stay))
                .sorted(Comparator.comparing((Idea idea) -> rings(idea).due())
                        .thenComparing(idea -> rings(idea).name()))
                .toList()
                .forEach(idea -> {
                    held.remove(idea);
                    cancel("hold:" + proposal(idea));
                    tell(idea, "drop", "campaign.left", "");
                });
        end(stay);
    }

    private void missing(Course course, Happening event) {
        Plan.Entry entry = course.entry();
        if (entry.without().isEmpty()) {
            return;
        }
        String about = about(course, event);
        String name = "absence:" + course.id() + ":" + about;
        if (event.type().equals(entry.without())) {
            cancel(name);
        }
        List<Test> told = entry.when().stream()
                .filter(test -> test.field().equals("total"))
                .toList();
        if (event.type().equals(entry.event()) && hold(told, event) && !happened(course, about)) {
            later(now.plus(entry.within()), name, () -> {
                if (hold(entry.when(), event)) {
                    enter(course, event);
                }
            });
        }
    }

    /** Whether what an order waits for was told before. */
    boolean happened(Course course, String order) {
        return !order.isEmpty()
                && past.stream()
                        .anyMatch(one -> one.type().equals(course.entry().without()) && key(one).equals(order));
    }

    /** The order an event is about, unless the campaign waits for what is about none or about another one. */
    String about(Course course, Happening event) {
        Plan.Entry entry = course.entry();
        boolean of = entry.without().isEmpty()
                || (!entry.without().equals(entry.event())
                        && entry.without().startsWith("order.")
                        && entry.event().startsWith("order."));
        return of ? key(event) : "";
    }

    boolean enters(Course course, Happening event) {
        return course.entry().without().isEmpty()
                && course.entry().event().equals(event.type())
                && hold(course.entry().when(), event);
    }

    void answered(Stay stay, Await await, Happening event) {
        if (stay.over || stay.awaits != await || !await.event().equals(event.type()) || !isMeant(stay, await, event)) {
            return;
        }
        cancel(step(stay));
        stay.awaits = null;
        go(stay, new Rest(await.then(), 0, stay.after));
    }

    /** An answer is one to this very coupon. */
    boolean isMeant(Stay stay, Await await, Happening event) {
        String coupon = stay.course.id() + "/" + await.coupon() + "/" + stay.occurrence;
        return await.coupon().isEmpty()
                ? concerns(stay, event)
                : coupon.equals(event.values().get("coupon"));
    }

    // Coming in

    void enter(Course course, Happening event) {
        Idea idea = new Idea(course, event.id(), "", "enrol", now);
        Stay live = stays.stream()
                .filter(stay -> stay.course == course && !stay.over && stay.key.equals(about(course, event)))
                .findFirst()
                .orElse(null);
        if (live != null && !course.entry().restart()) {
            tell(idea, "drop", "entry.live", "");
        } else if (tooSoon(course, event)) {
            tell(idea, "drop", "entry.again", "");
        } else if (judge(idea)) {
            if (live != null) {
                leave(live);
            }
            Stay stay = new Stay(course, event, about(course, event), now);
            stays.add(stay);
            go(stay, new Rest(course.steps(), 0, null));
        }
    }

    boolean tooSoon(Course course, Happening event) {
        Duration again = course.entry().again();
        return again != null
                && stays.stream()
                        .filter(stay -> stay.course == course && stay.key.equals(about(course, event)))
                        .anyMatch(stay ->
                                again.isZero() || stay.entered.plus(again).isAfter(now));
    }

    // Going on

    void go(Stay stay, @Nullable Rest from) {
        Rest rest = from;
        while (rest != null && !stay.over) {
            if (rest.next() == rest.steps().size()) {
                rest = rest.around();
                continue;
            }
            Way way = rest.steps().get(rest.next());
            Rest after = new Rest(rest.steps(), rest.next() + 1, rest.around());
            rest = take(stay, way, after);
            if (stay.awaits != null || rest == PAUSED) {
                return;
            }
        }
        finish(stay);
    }

    /** Who has something on hold stays inside until it is over. */
    void finish(Stay stay) {
        stay.finished = true;
        if (held.stream().noneMatch(idea -> isOf(idea, stay))) {
            end(stay);
        }
    }

    @Override
    void settled(Idea idea) {
        stays.stream()
                .filter(stay -> !stay.over && stay.finished && isOf(idea, stay))
                .toList()
                .forEach(this::finish);
    }

    private static boolean isOf(Idea idea, Stay stay) {
        return idea.course() == stay.course && idea.occurrence().equals(stay.occurrence);
    }

    private static final Rest PAUSED = new Rest(List.of(), 0, null);

    private @Nullable Rest take(Stay stay, Way way, Rest after) {
        if (way instanceof Act act) {
            act(stay, act);
            return after;
        }
        if (way instanceof Pause pause) {
            return pause(stay, now.plus(pause.length()), after);
        }
        if (way instanceof Until until) {
            return pause(stay, next(until.time()), after);
        }
        if (way instanceof Fork fork) {
            Arm arm = arm(fork, stay);
            return arm == null ? after : new Rest(arm.steps(), 0, after);
        }
        if (way instanceof Split split) {
            return new Rest(part(stay, split).steps(), 0, after);
        }
        if (way instanceof Await await
                && (await.coupon().isEmpty() || await.coupon().equals(stay.issued))) {
            stay.awaits = await;
            stay.after = after;
            later(now.plus(await.within()), step(stay), () -> {
                stay.awaits = null;
                go(stay, new Rest(await.otherwise(), 0, after));
            });
            return PAUSED;
        }
        return way instanceof End ? null : after;
    }

    private Rest pause(Stay stay, Instant until, Rest after) {
        later(until, step(stay), () -> go(stay, after));
        return PAUSED;
    }

    /** The next time the clock on the wall shows this; skipped times are at the end of the gap. */
    Instant next(LocalTime time) {
        LocalDateTime local = now.atZone(plan.zone()).toLocalDateTime();
        for (int day = 0; ; day++) {
            LocalDateTime candidate = local.toLocalDate().plusDays(day).atTime(time);
            var change = plan.zone().getRules().getTransition(candidate);
            Instant instant = change != null && change.isGap()
                    ? change.getInstant()
                    : candidate.atZone(plan.zone()).toInstant();
            if (!instant.isBefore(now)) {
                return instant;
            }
        }
    }

    @Nullable
    Arm arm(Fork fork, Stay stay) {
        return fork.arms().stream()
                .filter(arm -> hold(arm.when(), null))
                .findFirst()
                .orElse(null);
    }

    Part part(Stay stay, Split split) {
        List<Integer> percents = split.parts().stream().map(Part::percent).toList();
        return split.parts().get(drawn(stay.course, "split " + split.id(), percents));
    }

    String variant(Course course) {
        List<String> names = List.copyOf(course.variants().keySet());
        return names.isEmpty()
                ? ""
                : names.get(
                        drawn(course, "variant", List.copyOf(course.variants().values())));
    }

    private int drawn(Course course, String what, List<Integer> percents) {
        long bucket = chance.of("place\n" + course.id() + "\n" + what + "\nmember/" + member, 1000);
        int part = 0;
        for (long end = percents.get(0) * 10L; end <= bucket; end += percents.get(part) * 10L) {
            part++;
        }
        return part;
    }

    void act(Stay stay, Act act) {
        boolean his = act.only().isEmpty() || act.only().contains(variant(stay.course));
        String verb = act.verb().equals("webhook") ? "send" : act.verb();
        if (his && hold(act.when(), null) && judge(new Idea(stay.course, stay.occurrence, act.id(), verb, now))) {
            stay.issued = act.id();
        }
    }

    void end(Stay stay) {
        stay.over = true;
        stay.awaits = null;
        cancel(step(stay));
    }

    private static String step(Stay stay) {
        return "step:" + stay.course.id() + ":" + stay.occurrence;
    }

    static String key(Happening event) {
        return String.valueOf(event.values().getOrDefault("orderId", ""));
    }
}
