package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Durations;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Trigger;
import io.siyu.event.EventType;
import io.siyu.event.FieldType;
import io.siyu.event.SubjectKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what enters a member into a campaign: an event, one that stays away, a date, a cadence or a schedule. */
final class TriggerReader {

    /** The forms a trigger has. */
    static final List<String> FORMS = List.of("event", "date", "absence", "cadence", "schedule");

    /** The dates a member's state holds, beside those the catalogue keeps of members. */
    static final List<String> DATES = List.of(Trigger.OnDate.COUPON_EXPIRY, Trigger.OnDate.LAST_ORDER);

    /** What the house asks itself; nothing happened to the member. */
    private static final List<String> ASKED = List.of("step.due", "promise.asked", "audience.asked");

    /** Longest cadence, in days. */
    static final int MOST_DAYS = 92;

    private TriggerReader() {}

    static Optional<Trigger> read(Fields campaign, Draft draft) {
        if (!campaign.has("trigger")) {
            campaign.requiredText("trigger");
            return Optional.empty();
        }
        return campaign.map("trigger").flatMap(fields -> trigger(fields, draft));
    }

    private static Optional<Trigger> trigger(Fields fields, Draft draft) {
        try (fields) {
            List<String> written = FORMS.stream().filter(fields::has).toList();
            List<Condition> when = ConditionReader.read(fields, draft);
            if (written.size() != 1) {
                draft.faults()
                        .add(
                                fields.mapping(),
                                "trigger.form",
                                "A trigger is one of " + String.join(", ", FORMS) + "; here stand "
                                        + (written.isEmpty() ? "none" : written.size())
                                        + " of them.\nMaybe \"event: order.placed\".");
                return Optional.empty();
            }
            return switch (written.get(0)) {
                case "event" -> happened(fields, when, draft);
                case "date" -> date(fields, when, draft);
                case "absence" -> absence(fields, when, draft);
                case "schedule" -> fields.map("schedule").flatMap(schedule -> ScheduleReader.read(schedule, when));
                default -> fields.map("cadence").map(cadence -> cadence(cadence, when));
            };
        }
    }

    private static Optional<Trigger> happened(Fields fields, List<Condition> when, Draft draft) {
        return CallReader.isCalled(fields, draft)
                ? CallReader.read(fields, when, draft)
                : fields.value("event", type -> event(type, draft)).map(type -> new Trigger.OnEvent(type, when));
    }

    /** The name of a known event type about a member. */
    static String event(String name, Draft draft) {
        EventType type = draft.house().catalogue().type(name).orElse(null);
        if (type == null) {
            throw new WrongValue(
                    "event.unknown",
                    "the catalogue has no such event type.\n" + Nearest.maybe(name, draft.eventTypes()));
        }
        if (type.about() != SubjectKind.MEMBER || ASKED.contains(type.name())) {
            throw new WrongValue(
                    "event.subject",
                    "it is not an event of a member but of a " + type.about().word()
                            + ".\nMaybe an event such as order.placed was meant.");
        }
        return name;
    }

    private static Optional<Trigger> absence(Fields fields, List<Condition> when, Draft draft) {
        Optional<String> event = fields.value("absence", type -> event(type, draft));
        Optional<String> after = fields.has("after")
                ? fields.value("after", type -> event(type, draft))
                : Optional.of(fields.requiredText("after")).filter(text -> !text.isEmpty());
        Duration within = fields.requiredValue("within", WrittenValues::positive, Duration.ofHours(1));
        after.ifPresent(type -> Absence.check(when, draft.house().catalogue().require(type), Absence.APART, draft));
        return event.flatMap(of -> after.map(from -> new Trigger.OnAbsence(of, from, within, when)));
    }

    private static Optional<Trigger> date(Fields fields, List<Condition> when, Draft draft) {
        Optional<String> date = fields.value("date", name -> known(name, draft));
        boolean before = fields.has("before");
        boolean after = fields.has("after");
        if (before == after) {
            fields.fault(
                    "date",
                    "trigger.date",
                    "A date trigger needs either \"before\" or \"after\".\nMaybe \"before: 72h\".");
        }
        Duration length = fields.value("before", WrittenValues::duration)
                .or(() -> fields.value("after", WrittenValues::duration).map(Duration::negated))
                .orElse(Duration.ZERO);
        if (before && date.filter(Trigger.OnDate.LAST_ORDER::equals).isPresent()) {
            fields.fault(
                    "before",
                    "trigger.date",
                    "Nobody knows that an order will be the last.\nMaybe \"after: " + Durations.text(length) + "\".");
        }
        return date.map(of -> new Trigger.OnDate(of, length, when));
    }

    private static String known(String date, Draft draft) {
        List<String> dates = new ArrayList<>(DATES);
        draft.house().catalogue().memberAttributes().stream()
                .filter(attribute -> attribute.type() == FieldType.DATE)
                .forEach(attribute -> dates.add(Trigger.OnDate.MEMBER + attribute.name()));
        if (!dates.contains(date)) {
            throw new WrongValue(
                    "trigger.unknown-date", "no such date is kept of a member.\n" + Nearest.maybe(date, dates));
        }
        return date;
    }

    private static Trigger cadence(Fields fields, List<Condition> when) {
        try (fields) {
            LocalDate start = fields.requiredValue("start", WrittenValues::date, LocalDate.EPOCH);
            long days =
                    fields.has("days") ? fields.integer("days", 1, MOST_DAYS).orElse((long) MOST_DAYS) : 0;
            if (days == 0) {
                fields.requiredText("days");
            }
            LocalClock clock = fields.value("clock", Words::clock).orElse(LocalClock.RETAILER);
            return new Trigger.OnCadence(start, days == 0 ? MOST_DAYS : (int) days, when, clock);
        }
    }
}
