package io.siyu.samples.receiver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a receiver behaves.
 *
 * @param secrets one of which must have signed a request, written {@code whsec_…}; none lets everything in
 * @param client who may fetch tokens, {@code id:secret}; null asks for no token
 * @param acts in turn, each for its share of the messages; the rest is accepted
 */
public record Script(List<String> secrets, @Nullable String client, List<Act> acts) {
    private static final int PERCENT = 100;

    public Script {
        secrets = List.copyOf(secrets);
        acts = List.copyOf(acts);
    }

    /** Reads JSON; what cannot be read is told. */
    public static Script parse(String text) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(text);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "The script is not JSON: " + unreadable.getOriginalMessage()
                            + "\nMaybe {\"secrets\": [\"whsec_…\"], \"acts\": [{\"do\": \"hang\", \"percent\": 10}]}.",
                    unreadable);
        }
        List<String> secrets = new ArrayList<>();
        json.path("secrets").forEach(secret -> secrets.add(secret.asString()));
        List<Act> acts = new ArrayList<>();
        json.path("acts").forEach(act -> acts.add(act(act)));
        return new Script(secrets, json.path("client").asString(null), acts);
    }

    private static Act act(JsonNode json) {
        String word = json.path("do").asString("");
        Deed deed = Deed.of(word)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A receiver cannot \"" + word + "\".\nMaybe one of these: " + Deed.words() + "."));
        Act any = Act.of(deed);
        return any.share(json.path("percent").asInt(any.percent()))
                .first(json.path("times").asInt(any.times()))
                .answer(
                        json.path("status").asInt(any.status()),
                        json.path("retryAfter").asLong(any.retryAfter()))
                .lasting(json.path("millis").asLong(any.millis()));
    }

    /** What is done with an attempt of a message, counted from 1; the same message always falls to the same act. */
    Act act(String id, int attempt) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        long lot = crc.getValue() % PERCENT;
        int end = 0;
        for (Act act : acts) {
            end += act.percent();
            if (lot < end) {
                return attempt <= act.times() ? act : Act.ACCEPT;
            }
        }
        return Act.ACCEPT;
    }
}
