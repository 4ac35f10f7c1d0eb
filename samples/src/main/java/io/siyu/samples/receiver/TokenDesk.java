package io.siyu.samples.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Gives out bearer tokens to a known client and forgets them when told. */
final class TokenDesk {
    private final Set<String> valid = new HashSet<>();
    private int given;

    /** A new token, if the request names this client, written {@code id:secret}. */
    synchronized Conversation.Answer give(Map<String, String> headers, String client) {
        String expected = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(headers.get("authorization"))) {
            return Conversation.Answer.of(401);
        }
        String token = UUID.randomUUID().toString();
        valid.add(token);
        given++;
        return Conversation.Answer.json(
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    }

    synchronized boolean knows(Map<String, String> headers) {
        String shown = headers.getOrDefault("authorization", "");
        return shown.startsWith("Bearer ") && valid.contains(shown.substring("Bearer ".length()));
    }

    synchronized void forget() {
        valid.clear();
    }

    synchronized int given() {
        return given;
    }
}
