package io.siyu.message;

import io.siyu.decision.Decision;
import io.siyu.decision.Engine;
import io.siyu.decision.Ruling;
import io.siyu.event.Rfc3339;
import io.siyu.member.Intent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/** A decision as one line of a decision file: fixed key order, what is empty is left out. */
public final class DecisionJson {
    // why: each name is encoded once, not once for each of a million lines
    private static final SerializableString SEQ = new SerializedString("seq");
    private static final SerializableString EVENT = new SerializedString("event");
    private static final SerializableString SUBJECT = new SerializedString("subject");
    private static final SerializableString PROPOSAL = new SerializedString("proposal");
    private static final SerializableString EDITION = new SerializedString("edition");
    private static final SerializableString ENGINE = new SerializedString("engine");
    private static final SerializableString ACTION = new SerializedString("action");
    private static final SerializableString VERDICT = new SerializedString("verdict");
    private static final SerializableString FINAL = new SerializedString("final");
    private static final SerializableString BY = new SerializedString("by");
    private static final SerializableString SHADOW = new SerializedString("shadow");
    private static final SerializableString AT = new SerializedString("at");
    private static final SerializableString OCCURRENCE = new SerializedString("occurrence");
    private static final SerializableString TRIGGER = new SerializedString("trigger");
    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString CAMPAIGN = new SerializedString("campaign");
    private static final SerializableString STEP = new SerializedString("step");
    private static final SerializableString VARIANT = new SerializedString("variant");
    private static final SerializableString CHANNEL = new SerializedString("channel");
    private static final SerializableString TEMPLATE = new SerializedString("template");
    private static final SerializableString MESSAGE = new SerializedString("message");
    private static final SerializableString TEXT = new SerializedString("text");
    private static final SerializableString REASON = new SerializedString("reason");
    private static final SerializableString UNTIL = new SerializedString("until");
    private static final SerializableString REF = new SerializedString("ref");

    private DecisionJson() {}

    /** Writes one JSON object; {@code seq} numbers the order of a file from 1, and 0 leaves it out (live lines). */
    public static void write(JsonGenerator out, Decision decision, long seq) {
        Intent intent = decision.intent();
        out.writeStartObject();
        if (seq > 0) {
            out.writeName(SEQ);
            out.writeNumber(seq);
        }
        instant(out, AT, decision.at());
        string(out, EVENT, intent.event());
        string(out, SUBJECT, decision.subject().written());
        string(out, PROPOSAL, intent.proposal());
        text(out, OCCURRENCE, intent.occurrence());
        text(out, TRIGGER, intent.trigger());
        text(out, RULE, intent.rule());
        text(out, CAMPAIGN, intent.campaign());
        text(out, STEP, intent.step());
        text(out, VARIANT, intent.variant());
        string(out, EDITION, decision.edition());
        string(out, ENGINE, Engine.VERSION);
        string(out, ACTION, intent.action());
        text(out, CHANNEL, decision.channel());
        boolean message = decision.purpose() != null;
        text(out, TEMPLATE, message ? intent.target() : "");
        text(out, MESSAGE, decision.message());
        ruling(out, decision.ruling(), message ? "" : intent.target());
        text(out, TEXT, decision.text());
        out.writeEndObject();
    }

    private static void ruling(JsonGenerator out, Ruling ruling, String target) {
        string(out, VERDICT, ruling.verdict().word());
        if (ruling.isFinal()) {
            out.writeName(FINAL);
            out.writeBoolean(true);
        }
        text(out, REASON, ruling.reason());
        text(out, BY, ruling.by());
        if (!ruling.shadow().isEmpty()) {
            out.writeName(SHADOW);
            out.writeStartArray();
            ruling.shadow().forEach(out::writeString);
            out.writeEndArray();
        }
        if (ruling.until() != null) {
            instant(out, UNTIL, ruling.until());
        }
        text(out, REF, ruling.ref().isEmpty() ? target : ruling.ref());
    }

    private static void text(JsonGenerator out, SerializableString key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            string(out, key, value);
        }
    }

    private static void string(JsonGenerator out, SerializableString key, String value) {
        out.writeName(key);
        out.writeString(value);
    }

    private static void instant(JsonGenerator out, SerializableString key, Instant at) {
        string(out, key, Rfc3339.format(at));
    }
}
