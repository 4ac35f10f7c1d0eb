package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.SiyuApplication;
import io.siyu.web.start.StartNotice;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** A real server on a free port, known by its HTTP alone: to a program by its token, to a person by the screens. */
final class HttpHouse implements AutoCloseable {
    static final String LINES = "application/x-ndjson";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext server;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;
    private final String token;
    private final String firstAdmin;

    /** Starts it with a home of its own; {@code settings} as {@code serve} would set them. */
    HttpHouse(Path home, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("siyu.home", home.toString());
        all.put("siyu.port", "0");
        this.server = SiyuApplication.start(all);
        StartNotice notice = server.getBean(StartNotice.class);
        List<String> told = notice.lines();
        this.address = notice.address();
        this.firstAdmin = behind(told, "First administrator, works once: ");
        this.token = behind(told, "API token, shown this once: ");
    }

    private static String behind(List<String> told, String words) {
        String line =
                told.stream().filter(one -> one.startsWith(words)).findFirst().orElseThrow();
        return line.substring(words.length());
    }

    /** What the server is made of, for what HTTP does not show. */
    <T> T part(Class<T> type) {
        return server.getBean(type);
    }

    HttpResponse<String> send(List<String> lines) {
        String body = lines.stream().collect(Collectors.joining("\n", "", "\n"));
        return answer(program("/api/events").header("Content-Type", LINES).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> drain() {
        return answer(program("/api/clock/drain").POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> decisions() {
        return answer(program("/api/decisions").GET());
    }

    /** Without a token. */
    HttpResponse<String> stranger(String method, String path) {
        return answer(to(path).method(method, BodyPublishers.noBody()));
    }

    /** Becomes the first administrator, as a person does in a browser. */
    void signIn() {
        String page =
                answer(HttpRequest.newBuilder(URI.create(firstAdmin)).GET()).body();
        String key = firstAdmin.substring(firstAdmin.indexOf("key=") + 4);
        HttpResponse<String> in =
                submit("/first-admin", page, Map.of("key", key, "name", "lin", "password", "correct horse battery"));
        assertThat(in.statusCode()).isEqualTo(200);
    }

    /** Publishes a rule file by the button of its screen. */
    void publishRule(String name, String text) {
        String page = answer(to("/rules/" + name).GET()).body();
        HttpResponse<String> after = submit("/rules/" + name, page, Map.of("text", text, "publish", "yes"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("Published as edition");
    }

    private HttpResponse<String> submit(String path, String page, Map<String, String> form) {
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).as("the form of " + path).isTrue();
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", csrf.group(1));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answer(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder program(String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "en");
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
