package io.siyu.samples.journeys;

import io.siyu.samples.journeys.Plan.Course;
import io.siyu.samples.journeys.Plan.Happening;
import io.siyu.samples.journeys.Plan.Limit;
import io.siyu.samples.journeys.Plan.Line;
import io.siyu.samples.journeys.Plan.Quiet;
import io.siyu.samples.journeys.Plan.Test;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the guards of the {@link Model} say, and what is known of its member. */
abstract class Judged {

    /** Chance, from stable names. */
    interface Chance {

        /** A number from 0 to below {@code bound}. */
        long of(String name, long bound);

        /** The id of what is proposed. */
        String proposal(String member, String campaign, String step, String occurrence);
    }

    final Plan plan;
    final Chance chance;
    final String member;
    final List<Line> lines = new ArrayList<>();
    final List<Happening> past = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final List<Alarm> alarms = new ArrayList<>();
    final List<Idea> held = new ArrayList<>();
    Instant now = Instant.EPOCH;

    Judged(Plan plan, Chance chance, String member) {
        this.plan = plan;
        this.chance = chance;
        this.member = member;
    }

    /** A message that went out. */
    record Sent(Instant at, String campaign, boolean marketing) {}

    /** Something to do later; of one time in the order of names. */
    record Alarm(Instant due, String name, Runnable rings) {}

    /** Something proposed, with what it needs to be judged again. */
    record Idea(Course course, String occurrence, String step, String action, Instant since) {}

    Alarm rings(Idea idea) {
        return alarms.stream()
                .filter(alarm -> alarm.name().equals("hold:" + proposal(idea)))
                .findFirst()
                .orElseThrow();
    }

    void later(Instant due, String name, Runnable rings) {
        cancel(name);
        alarms.add(new Alarm(due, name, rings));
    }

    void cancel(String name) {
        alarms.removeIf(alarm -> alarm.name().equals(name));
    }

    boolean judge(Idea idea) {
        held.remove(idea);
        String objection = objection(idea);
        Instant until = objection.equals("quiet.hours") ? quietEnd(idea) : null;
        if (until != null) {
            held.add(idea);
            later(until, "hold:" + proposal(idea), () -> {
                judge(idea);
                settled(idea);
            });
            tell(idea, "hold", objection, until.toString());
            return false;
        }
        tell(idea, objection.isEmpty() ? "send" : "drop", objection, "");
        if (objection.isEmpty() && idea.action().equals("send")) {
            sent.add(new Sent(now, idea.course().id(), idea.course().marketing()));
        }
        return objection.isEmpty();
    }

    String objection(Idea idea) {
        Course course = idea.course();
        if (stale(idea)) {
            return "stale";
        }
        if (course.marketing() && chance.of("holdout\nmember/" + member, 1000) < plan.control()) {
            return "control";
        }
        if (chance.of("holdout\n" + course.id() + "\nmember/" + member, 1000) < course.holdout()) {
            return "holdout";
        }
        if (!idea.action().equals("send")) {
            return "";
        }
        String consent = consent(course.marketing());
        if (consent.equals("withdrawn") || (consent.isEmpty() && course.marketing())) {
            return consent.isEmpty() ? "consent.unknown" : "consent.withdrawn";
        }
        if (course.marketing() && quietEnd(idea) != null) {
            return "quiet.hours";
        }
        for (Limit cap : plan.caps()) {
            if ((!cap.marketing() || course.marketing()) && full(cap, "")) {
                return cap.marketing() ? "cap.purpose" : "cap.global";
            }
        }
        return course.caps().stream().anyMatch(cap -> full(cap, course.id())) ? "cap.campaign" : "";
    }

    boolean stale(Idea idea) {
        return idea.since().isBefore(now.minus(Duration.ofHours(24)));
    }

    /** {@code given}, {@code withdrawn} or empty: the last word on it, of two at once the no. */
    String consent(boolean marketing) {
        String last = "";
        for (Happening event : past) {
            Object purpose = event.values().get("purpose");
            boolean ours = purpose == null || purpose.equals(marketing ? "marketing" : "service");
            if (ours && event.type().startsWith("consent.")) {
                last = event.type().substring("consent.".length());
            }
        }
        return last;
    }

    @Nullable
    Instant quietEnd(Idea idea) {
        Quiet quiet = plan.quiet();
        if (quiet == null) {
            return null;
        }
        LocalDateTime local = now.atZone(plan.zone()).toLocalDateTime();
        for (int day = -1; day <= 0; day++) {
            LocalDateTime from = local.toLocalDate().plusDays(day).atTime(quiet.from());
            LocalDateTime to = quiet.to().isAfter(quiet.from())
                    ? from.toLocalDate().atTime(quiet.to())
                    : from.toLocalDate().plusDays(1).atTime(quiet.to());
            if (!local.isBefore(from) && local.isBefore(to)) {
                long seconds = Math.max(1, quiet.spread().toSeconds());
                return to.atZone(plan.zone()).toInstant().plusSeconds(chance.of(proposal(idea), seconds));
            }
        }
        return null;
    }

    boolean full(Limit cap, String campaign) {
        long count = sent.stream()
                .filter(one -> one.at().isAfter(now.minus(cap.per())))
                .filter(one -> campaign.isEmpty() || one.campaign().equals(campaign))
                .filter(one -> !cap.marketing() || one.marketing())
                .count();
        return count >= cap.max();
    }

    String proposal(Idea idea) {
        String step = idea.action().equals("send") ? idea.step() : idea.action() + " " + idea.step();
        return chance.proposal(member, idea.course().id(), step, idea.occurrence());
    }

    void tell(Idea idea, String verdict, String reason, String until) {
        lines.add(new Line(now, idea.course().id(), idea.step(), idea.action(), verdict, reason, until));
    }

    // What is known

    boolean hold(List<Test> tests, @Nullable Happening event) {
        return tests.stream().allMatch(test -> test.holds(value(test.field(), event)));
    }

    long value(String field, @Nullable Happening event) {
        return switch (field) {
            case "member.orders" ->
                past.stream().filter(one -> one.type().equals("order.placed")).count();
            case "member.level" ->
                past.stream()
                        .filter(one -> one.type().equals("level.changed"))
                        .reduce((one, other) -> other)
                        .map(one -> ((Number) one.values().get("level")).longValue())
                        .orElse(0L);
            case "tagged" ->
                lines.stream()
                                .anyMatch(line -> line.action().equals("tag")
                                        && line.verdict().equals("send")
                                        && line.step().equals("loyal"))
                        ? 1
                        : 0;
            default -> event == null ? 0 : ((Number) event.values().getOrDefault(field, 0L)).longValue();
        };
    }

    /** What was on hold has its answer. */
    abstract void settled(Idea idea);
}
