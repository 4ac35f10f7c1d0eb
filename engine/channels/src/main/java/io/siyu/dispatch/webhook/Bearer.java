package io.siyu.dispatch.webhook;

import io.siyu.dispatch.webhook.WebhookPlan.TokenSource;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bearer token in use: fetched once for all who need it, kept until it is nearly over or refused. */
final class Bearer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final long UNTOLD_LIFE = 300;

    private final TokenSource source;
    private final Wire wire;
    private final Clock clock;
    private @Nullable FutureTask<Fetched> current;

    /** What asking for a token came to. */
    sealed interface Fetched {

        /** A token to show until then. */
        record Token(String value, Instant until) implements Fetched {
            @Override
            public String toString() {
                return "Token[until=" + until + "]";
            }
        }

        /** None, for this reply. */
        record None(Reply reply) implements Fetched {}
    }

    Bearer(TokenSource source, Wire wire, Clock clock) {
        this.source = source;
        this.wire = wire;
        this.clock = clock;
    }

    /** The token to show now; everybody who asks while it is fetched gets the same. */
    Fetched token() {
        FutureTask<Fetched> task = task();
        task.run();
        try {
            Fetched fetched = task.get();
            if (fetched instanceof Fetched.None) {
                forget(task);
            }
            return fetched;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Fetched.None(new Reply.Silence("webhook.interrupted", false));
        } catch (ExecutionException e) {
            forget(task);
            throw new IllegalStateException("A token could not be fetched.", e.getCause());
        }
    }

    /** The receiver no longer takes this token. */
    synchronized void refused(Fetched.Token token) {
        if (current != null && token.equals(done(current))) {
            current = null;
        }
    }

    private synchronized FutureTask<Fetched> task() {
        if (current == null || isOver(done(current))) {
            current = new FutureTask<>(this::fetch);
        }
        return current;
    }

    private synchronized void forget(FutureTask<Fetched> task) {
        if (current == task) {
            current = null;
        }
    }

    private boolean isOver(@Nullable Fetched fetched) {
        return fetched instanceof Fetched.Token token && !clock.instant().isBefore(token.until());
    }

    private static @Nullable Fetched done(FutureTask<Fetched> task) {
        if (!task.isDone()) {
            return null;
        }
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) { // why: it is done, and who ran it tells what it threw
            return null;
        }
    }

    private Fetched fetch() {
        String client = encoded(source.client()) + ":" + encoded(source.secret());
        Reply reply = wire.post(
                HttpRequest.newBuilder(source.url())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8))),
                "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
        if (reply instanceof Reply.Answer answer && answer.status() == 200) {
            JsonNode json = json(answer.body());
            String value = json.path("access_token").asString("");
            if (value.matches("[A-Za-z0-9._~+/-]+=*")) {
                long life = json.path("expires_in").asLong(UNTOLD_LIFE);
                return new Fetched.Token(
                        value, clock.instant().plusSeconds(life).minus(EARLY));
            }
        }
        return new Fetched.None(reply);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            return JSON.createObjectNode();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
