package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.decision.Engine;
import io.siyu.decision.Ruling;
import io.siyu.member.Intent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A decision as one line of a decision file: fixed key order, what is empty is left out. */
public final class DecisionJson {
    private DecisionJson() {}

    /** Writes one JSON object; {@code seq} numbers the order of a file from 1, and 0 leaves it out (live lines). */
    public static void write(JsonGenerator out, Decision decision, long seq) {
        Intent intent = decision.intent();
        out.writeStartObject();
        if (seq > 0) {
            out.writeNumberProperty("seq", seq);
        }
        instant(out, "at", decision.at());
        out.writeStringProperty("event", intent.event());
        out.writeStringProperty("subject", decision.subject().written());
        out.writeStringProperty("proposal", intent.proposal());
        text(out, "occurrence", intent.occurrence());
        text(out, "trigger", intent.trigger());
        text(out, "rule", intent.rule());
        text(out, "campaign", intent.campaign());
        text(out, "step", intent.step());
        out.writeStringProperty("edition", decision.edition());
        out.writeStringProperty("engine", Engine.VERSION);
        out.writeStringProperty("action", intent.action());
        text(out, "channel", decision.channel());
        boolean message = decision.purpose() != null;
        text(out, "template", message ? intent.target() : "");
        text(out, "message", decision.message());
        ruling(out, decision.ruling(), message ? "" : intent.target());
        text(out, "text", decision.text());
        out.writeEndObject();
    }

    private static void ruling(JsonGenerator out, Ruling ruling, String target) {
        out.writeStringProperty("verdict", ruling.verdict().word());
        if (ruling.isFinal()) {
            out.writeBooleanProperty("final", true);
        }
        text(out, "reason", ruling.reason());
        if (!ruling.shadow().isEmpty()) {
            out.writeArrayPropertyStart("shadow");
            ruling.shadow().forEach(out::writeString);
            out.writeEndArray();
        }
        if (ruling.until() != null) {
            instant(out, "until", ruling.until());
        }
        text(out, "ref", ruling.ref().isEmpty() ? target : ruling.ref());
    }

    private static void text(JsonGenerator out, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            out.writeStringProperty(key, value);
        }
    }

    private static void instant(JsonGenerator out, String key, Instant at) {
        out.writeStringProperty(key, at.toString());
    }
}
