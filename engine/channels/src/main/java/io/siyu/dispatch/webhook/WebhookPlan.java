package io.siyu.dispatch.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go and how they are vouched for.
 *
 * @param url takes the messages
 * @param status answers {@code GET url/<message id>} whether it has a message; null if nothing does
 * @param secrets each signs every request; several while they are exchanged
 * @param token where bearer tokens come from; null if the receiver asks for none
 * @param pace how long an answer may take, and how many are awaited at a time
 */
public record WebhookPlan(
        URI url,
        @Nullable URI status,
        List<WebhookSecret> secrets,
        @Nullable TokenSource token,
        Pace pace) {
    public WebhookPlan {
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "A webhook without a secret cannot be told from a forged one.\nMaybe \"whsec_\" and 32 random bytes in Base64.");
        }
    }

    /**
     * A token endpoint for client credentials (RFC 6749, 4.4).
     *
     * @param secret of the client; never shown
     */
    public record TokenSource(URI url, String client, String secret) {
        @Override
        public String toString() {
            return "TokenSource[" + url + ", " + client + "]";
        }
    }

    /**
     * How long is waited, and how widely.
     *
     * @param connect for a connection, at most
     * @param whole from the connection to the answer, at most
     * @param concurrency messages under way at a time
     */
    public record Pace(Duration connect, Duration whole, int concurrency) {}
}
