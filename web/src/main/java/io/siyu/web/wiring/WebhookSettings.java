package io.siyu.web.wiring;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the webhook channel reaches its receiver; see {@code docs/channels.md}.
 *
 * @param url takes the messages; empty leaves the channel unset
 * @param status answers {@code GET status/<message id>} whether the receiver has a message; empty if nothing does
 * @param secrets {@code whsec_…}, each of which signs every request
 * @param plain whether addresses of other machines may be {@code http}
 * @param connect longest wait for a connection
 * @param timeout longest wait for an answer
 * @param concurrency messages under way at a time
 * @param rate messages a second; 0 is no limit
 * @param retry how long a message refused for now is tried again
 */
@ConfigurationProperties("siyu.channels.webhook")
record WebhookSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String status,
        @DefaultValue List<String> secrets,
        @DefaultValue("false") boolean plain,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("8") int concurrency,
        @DefaultValue("0") int rate,
        @DefaultValue Token token,
        @DefaultValue Circuit circuit,
        @DefaultValue RetrySettings retry) {
    WebhookSettings {
        secrets = List.copyOf(secrets);
    }

    /**
     * Where bearer tokens come from, for receivers that ask for one.
     *
     * @param url of the token endpoint; empty if the receiver asks for none
     */
    record Token(
            @DefaultValue("") String url,
            @DefaultValue("") String client,
            @DefaultValue("") String secret) {
        @Override
        public String toString() {
            return "Token[" + client + "]";
        }
    }

    /**
     * When the channel rests.
     *
     * @param sample calls looked back on; it never rests on fewer
     * @param percent of them that must have failed
     * @param rest how long it rests
     * @param trials messages that then try
     */
    record Circuit(
            @DefaultValue("20") int sample,
            @DefaultValue("50") int percent,
            @DefaultValue("30s") Duration rest,
            @DefaultValue("3") int trials) {}

    /** Whether anything was set for the channel. */
    boolean isSet() {
        return !url.isBlank() || !secrets.isEmpty() || !token.url().isBlank() || !status.isBlank();
    }

    /** why: secrets are not for logs, and addresses may carry one too. */
    @Override
    public String toString() {
        return "WebhookSettings[" + secrets.size() + " secrets]";
    }
}
