package io.siyu.member.json;

import io.siyu.campaign.Purpose;
import io.siyu.member.Enrolment;
import io.siyu.member.Enrolments;
import io.siyu.member.Intent;
import io.siyu.member.Recent;
import io.siyu.member.Sends;
import io.siyu.member.Sent;
import io.siyu.member.State;
import io.siyu.member.Timer;
import io.siyu.member.Timers;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What campaigns have in hand for a subject: timers, enrolments, and the messages and decisions so far. */
final class PlansJson {

    private PlansJson() {}

    static void write(JsonGenerator json, State state) {
        Json.list(json, "timers", state.timers().list(), timer -> timer(json, timer));
        Json.list(json, "enrolled", state.enrolments().open(), enrolment -> enrolment(json, enrolment));
        Json.map(json, "done", state.enrolments().done(), occurrences -> {
            json.writeStartArray();
            occurrences.forEach(json::writeString);
            json.writeEndArray();
        });
        Json.list(json, "sends", state.sends().list(), sent -> {
            json.writeStartObject();
            Json.instant(json, "at", sent.at());
            Json.text(json, "channel", sent.channel());
            Json.text(json, "purpose", sent.purpose().word());
            Json.text(json, "by", sent.by());
            Json.text(json, "unit", sent.unit());
            json.writeEndObject();
        });
        Json.list(json, "recent", state.recent().list(), decided -> {
            json.writeStartObject();
            Json.instant(json, "at", decided.at());
            Json.text(json, "by", decided.by());
            Json.text(json, "verdict", decided.verdict());
            Json.text(json, "reason", decided.reason());
            json.writeEndObject();
        });
    }

    static State read(JsonNode node, State state) {
        List<Enrolment> open = Json.list(node, "enrolled", PlansJson::enrolment);
        var done = Json.map(
                node,
                "done",
                occurrences ->
                        occurrences.values().stream().map(JsonNode::stringValue).toList());
        return state.with(new Timers(Json.list(node, "timers", PlansJson::timer)))
                .with(new Enrolments(open, done))
                .with(new Sends(Json.list(node, "sends", PlansJson::sent)))
                .with(new Recent(Json.list(node, "recent", PlansJson::decided)));
    }

    private static void timer(JsonGenerator json, Timer timer) {
        json.writeStartObject();
        Json.instant(json, "due", timer.due());
        if (timer instanceof Timer.OnDate date) {
            Json.text(json, "kind", "date");
            Json.text(json, "campaign", date.campaign());
            json.writeStringProperty("fact", date.fact());
        } else if (timer instanceof Timer.NextStep step) {
            Json.text(json, "kind", "step");
            Json.text(json, "campaign", step.campaign());
            Json.text(json, "occurrence", step.occurrence());
            Json.text(json, "step", step.step());
        } else if (timer instanceof Timer.HoldEnds hold) {
            Json.text(json, "kind", "hold");
            json.writeName("intent");
            intent(json, hold.intent());
        }
        json.writeEndObject();
    }

    private static Timer timer(JsonNode node) {
        return switch (Json.text(node, "kind")) {
            case "date" ->
                new Timer.OnDate(Json.instant(node, "due"), Json.text(node, "campaign"), Json.text(node, "fact"));
            case "step" ->
                new Timer.NextStep(
                        Json.instant(node, "due"),
                        Json.text(node, "campaign"),
                        Json.text(node, "occurrence"),
                        Json.text(node, "step"));
            case "hold" -> new Timer.HoldEnds(Json.instant(node, "due"), intent(node.path("intent")));
            default ->
                throw new IllegalArgumentException(
                        "The timer (" + Json.text(node, "kind") + ") is unknown.\nMaybe a newer engine wrote it.");
        };
    }

    private static void intent(JsonGenerator json, Intent intent) {
        json.writeStartObject();
        Json.text(json, "proposal", intent.proposal());
        Json.text(json, "occurrence", intent.occurrence());
        Json.text(json, "trigger", intent.trigger());
        Json.text(json, "event", intent.event());
        Json.instant(json, "since", intent.since());
        Json.text(json, "rule", intent.rule());
        if (intent.campaign() != null) {
            json.writeStringProperty("campaign", intent.campaign());
        }
        if (intent.step() != null) {
            json.writeStringProperty("step", intent.step());
        }
        Json.text(json, "action", intent.action());
        Json.text(json, "target", intent.target());
        Json.number(json, "priority", intent.priority());
        Json.map(json, "about", intent.about(), json::writeString);
        json.writeEndObject();
    }

    private static Intent intent(JsonNode node) {
        return new Intent(
                Json.text(node, "proposal"),
                Json.text(node, "occurrence"),
                Json.text(node, "trigger"),
                Json.text(node, "event"),
                Json.instant(node, "since"),
                Json.text(node, "rule"),
                Json.textOrNull(node, "campaign"),
                Json.textOrNull(node, "step"),
                Json.text(node, "action"),
                Json.text(node, "target"),
                (int) Json.number(node, "priority"),
                Json.map(node, "about", JsonNode::stringValue));
    }

    private static void enrolment(JsonGenerator json, Enrolment enrolment) {
        json.writeStartObject();
        Json.text(json, "campaign", enrolment.campaign());
        Json.text(json, "occurrence", enrolment.occurrence());
        Json.instant(json, "at", enrolment.at());
        Json.text(json, "event", enrolment.event());
        Json.instant(json, "since", enrolment.since());
        Json.text(json, "key", enrolment.key());
        Json.map(json, "about", enrolment.about(), json::writeString);
        json.writeEndObject();
    }

    private static Enrolment enrolment(JsonNode node) {
        return new Enrolment(
                Json.text(node, "campaign"),
                Json.text(node, "occurrence"),
                Json.instant(node, "at"),
                Json.text(node, "event"),
                Json.instant(node, "since"),
                Json.text(node, "key"),
                Json.map(node, "about", JsonNode::stringValue));
    }

    private static Sent sent(JsonNode node) {
        Purpose purpose = Purpose.valueOf(Json.text(node, "purpose").toUpperCase(Locale.ROOT));
        return new Sent(
                Json.instant(node, "at"),
                Json.text(node, "channel"),
                purpose,
                Json.text(node, "by"),
                Json.text(node, "unit"));
    }

    private static Recent.Decided decided(JsonNode node) {
        return new Recent.Decided(
                Json.instant(node, "at"), Json.text(node, "by"), Json.text(node, "verdict"), Json.text(node, "reason"));
    }
}
