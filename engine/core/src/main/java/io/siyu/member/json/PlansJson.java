package io.siyu.member.json;

import io.siyu.campaign.Purpose;
import io.siyu.member.Enrolment;
import io.siyu.member.Enrolments;
import io.siyu.member.Hours;
import io.siyu.member.Intent;
import io.siyu.member.LastTimes;
import io.siyu.member.Recent;
import io.siyu.member.Sends;
import io.siyu.member.Sent;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.member.Timers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What campaigns have in hand for a subject: timers, enrolments, and the messages and decisions so far. */
final class PlansJson {

    private static final String HOLD = "hold";
    private static final String ABSENCE = "absent";

    private PlansJson() {}

    static void write(JsonGenerator json, Rows rows, State state) {
        Json.list(json, "timers", state.timers().list(), timer -> timer(rows, timer));
        enrolments(json, rows, state.enrolments());
        Json.list(
                json,
                "sends",
                state.sends().list(),
                sent -> rows.begin()
                        .at(sent.at())
                        .word(sent.channel())
                        .word(sent.purpose().word())
                        .word(sent.by())
                        .word(sent.unit())
                        .end());
        Json.list(
                json,
                "recent",
                state.recent().list(),
                decided -> rows.begin()
                        .at(decided.at())
                        .word(decided.by())
                        .word(decided.verdict())
                        .word(decided.reason())
                        .end());
        Json.map(json, "last", state.lastTimes().byType(), at -> Json.instant(json, at));
        Json.text(json, "hours", state.hours().written());
    }

    private static void enrolments(JsonGenerator json, Rows rows, Enrolments enrolments) {
        Json.list(json, "enrolled", enrolments.open(), enrolment -> enrolment(rows, enrolment));
        Json.map(json, "done", enrolments.done(), occurrences -> {
            json.writeStartArray();
            occurrences.forEach(json::writeString);
            json.writeEndArray();
        });
        Json.map(json, "entered", enrolments.entered(), entries -> {
            json.writeStartArray();
            entries.forEach(
                    entry -> rows.begin().at(entry.at()).word(entry.key()).end());
            json.writeEndArray();
        });
    }

    static State read(JsonNode node, State state) {
        JsonNode words = node.path("words");
        List<Enrolment> open = Json.list(node, "enrolled", row -> enrolment(new Row(row, words)));
        var done = Json.map(
                node,
                "done",
                occurrences ->
                        occurrences.values().stream().map(JsonNode::stringValue).toList());
        return state.with(new Timers(Json.list(node, "timers", row -> timer(new Row(row, words)))))
                .with(new Enrolments(open, done, entered(node, words)))
                .with(new Sends(Json.list(node, "sends", row -> sent(new Row(row, words)))))
                .with(new Recent(Json.list(node, "recent", row -> decided(new Row(row, words)))))
                .with(new LastTimes(Json.map(node, "last", Json::instant)))
                .with(Hours.read(Json.text(node, "hours")));
    }

    private static Map<String, List<Enrolments.Entered>> entered(JsonNode node, JsonNode words) {
        return Json.map(
                node,
                "entered",
                entries -> entries.values().stream()
                        .map(row -> entered(new Row(row, words)))
                        .toList());
    }

    private static Enrolments.Entered entered(Row row) {
        Instant at = row.at();
        return new Enrolments.Entered(row.word(), at);
    }

    private static void timer(Rows rows, Timer timer) {
        if (timer instanceof Timer.OnDate date) {
            kind(rows, "date", timer).word(date.campaign()).word(date.fact()).end();
        } else if (timer instanceof Timer.OnAbsence absence) {
            kind(rows, ABSENCE, timer)
                    .word(absence.campaign())
                    .word(absence.key())
                    .word(absence.event())
                    .at(absence.began())
                    .texts(absence.about())
                    .end();
        } else if (timer instanceof Timer.NextStep step) {
            kind(rows, "step", timer)
                    .word(step.campaign())
                    .word(step.occurrence())
                    .word(step.step())
                    .end();
        } else if (timer instanceof Timer.HoldEnds hold) {
            String kind = hold.reason().isEmpty() ? HOLD : HOLD + ":" + hold.reason();
            intent(kind(rows, kind, timer), hold.intent()).end();
        }
    }

    private static Rows kind(Rows rows, String kind, Timer timer) {
        return rows.begin().word(kind).at(timer.due());
    }

    private static Timer timer(Row row) {
        String kind = row.word();
        Instant due = row.at();
        if (kind.startsWith(HOLD)) {
            String reason = kind.length() == HOLD.length() ? "" : kind.substring(HOLD.length() + 1);
            return new Timer.HoldEnds(due, intent(row), reason);
        }
        return switch (kind) {
            case "date" -> new Timer.OnDate(due, row.word(), row.word());
            case ABSENCE -> new Timer.OnAbsence(due, row.word(), row.word(), row.word(), row.at(), row.texts());
            // why: written before such a timer knew when its time began; whatever is told then ends it, as it did
            case "absence" -> new Timer.OnAbsence(due, row.word(), row.word(), row.word(), Instant.EPOCH, row.texts());
            case "step" -> new Timer.NextStep(due, row.word(), row.word(), row.word());
            default ->
                throw new IllegalArgumentException(
                        "The timer (" + kind + ") is unknown.\nMaybe a newer engine wrote it.");
        };
    }

    private static Rows intent(Rows rows, Intent intent) {
        return rows.word(intent.proposal())
                .word(intent.occurrence())
                .word(intent.trigger())
                .word(intent.event())
                .at(intent.since())
                .word(intent.rule())
                .wordOrNull(intent.campaign())
                .wordOrNull(intent.step())
                .word(intent.action())
                .word(intent.target())
                .number(intent.priority())
                .texts(intent.about())
                .word(intent.variant());
    }

    private static Intent intent(Row row) {
        return new Intent(
                row.word(),
                row.word(),
                row.word(),
                row.word(),
                row.at(),
                row.word(),
                row.wordOrNull(),
                row.wordOrNull(),
                row.word(),
                row.word(),
                (int) row.number(),
                row.texts(),
                row.word());
    }

    private static void enrolment(Rows rows, Enrolment enrolment) {
        rows.begin()
                .word(enrolment.campaign())
                .word(enrolment.occurrence())
                .at(enrolment.at())
                .word(enrolment.event())
                .at(enrolment.since())
                .word(enrolment.key())
                .texts(enrolment.about())
                .word(enrolment.version())
                .word(enrolment.variant())
                .word(enrolment.waiting())
                .end();
    }

    private static Enrolment enrolment(Row row) {
        return new Enrolment(
                row.word(),
                row.word(),
                row.at(),
                row.word(),
                row.at(),
                row.word(),
                row.texts(),
                row.word(),
                row.word(),
                row.word());
    }

    private static Sent sent(Row row) {
        Instant at = row.at();
        String channel = row.word();
        Purpose purpose = Purpose.valueOf(row.word().toUpperCase(Locale.ROOT));
        return new Sent(at, channel, purpose, row.word(), row.word());
    }

    private static Recent.Decided decided(Row row) {
        return new Recent.Decided(row.at(), row.word(), row.word(), row.word());
    }
}
