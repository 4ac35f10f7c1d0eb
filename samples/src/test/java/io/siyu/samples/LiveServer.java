package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Phones;
import io.siyu.event.Subject;
import io.siyu.playbook.Playbook;
import io.siyu.web.SiyuApplication;
import io.siyu.web.publish.Publishing;
import io.siyu.web.start.StartNotice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server, as {@code siyu serve} starts it, in a home of its own, and the programs that call it. */
final class LiveServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ConfigurableApplicationContext context;
    private final List<String> notice;
    private final HttpClient http = HttpClient.newHttpClient();

    private LiveServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.notice = context.getBean(StartNotice.class).lines();
    }

    /** Starts it on a free port; {@code settings} win over those of every test. */
    static LiveServer start(Path home, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("siyu.port", "0", "siyu.home", home.toString()));
        all.putAll(settings);
        return new LiveServer(SiyuApplication.start(all));
    }

    /** What the server is made of, for what HTTP does not show. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    void publish(Playbook playbook) {
        part(Publishing.class).publish(playbook, "test");
    }

    String address() {
        return part(StartNotice.class).address();
    }

    /** The link the server printed for its first administrator. */
    String firstAdmin() {
        return told("First administrator").replaceFirst("^.*: (?=http)", "");
    }

    /** The API token the server printed. */
    String token() {
        return told("API token").replaceFirst("^.*: ", "");
    }

    private String told(String beginning) {
        return notice.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** Sends events with the API token the server printed. */
    HttpResponse<String> post(String type, String body) {
        return call(
                http,
                HttpRequest.newBuilder(URI.create(address() + "/api/events"))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    /** Sends one event. */
    HttpResponse<String> post(String event) {
        return post("application/cloudevents+json", event);
    }

    /** What the health endpoint says, without signing in. */
    HttpResponse<String> health() {
        return call(http, HttpRequest.newBuilder(URI.create(address() + "/actuator/health")));
    }

    /** What a client is answered, within three minutes. */
    static HttpResponse<String> call(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What lies on a member's phone, newest first. */
    List<Phones.Received> phone(String member) {
        return part(Phones.class).of(Subject.member(member), 50);
    }

    /** Waits until something holds, three minutes at most. */
    static void await(String what, BooleanSupplier reached) {
        await(what, reached, () -> "");
    }

    /** Waits until something holds, three minutes at most; {@code seen} tells what was there instead. */
    static void await(String what, BooleanSupplier reached, Supplier<Object> seen) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .untilAsserted(() -> assertThat(reached.getAsBoolean())
                        .as(() -> what + " " + seen.get())
                        .isTrue());
    }

    @Override
    public void close() {
        context.close();
    }
}
