package io.siyu.web.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a verb reaches a running server, as options; the token is the one the server keeps in its home. */
final class ServerCall {

    private static final int NO_TOKEN = 401;
    private static final int NOT_UNDERSTOOD = 400;
    private static final Set<Integer> WRONG_USE = Set.of(NO_TOKEN, NOT_UNDERSTOOD);
    private static final List<String> SCHEMES = List.of("http", "https");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "The running server (default ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call
    private String server;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Its data directory, for the token (default SIYU_HOME, else ~/.siyu).")
    private @Nullable Path home;

    /** A call that did not bring what was asked for; its message is for people. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean forNow;
        private final boolean wrongUse;

        private Failed(String message) {
            this(message, 0);
        }

        private Failed(String message, int status) {
            super(message);
            this.forNow = status == 503;
            this.wrongUse = WRONG_USE.contains(status);
        }

        /** Whether the server asks to come again. */
        boolean isForNow() {
            return forNow;
        }

        /** Whether it can only succeed if it is asked for with other words. */
        boolean isWrongUse() {
            return wrongUse;
        }
    }

    /** The JSON a path answers with. */
    JsonNode get(String path, Map<String, String> query) throws Failed, IOException, InterruptedException {
        return ask(request(path, query).GET());
    }

    /** The JSON a path answers these bytes with. */
    JsonNode post(String path, Map<String, String> query, byte[] body)
            throws Failed, IOException, InterruptedException {
        return ask(request(path, query)
                .header("Content-Type", "application/octet-stream")
                .header("Accept-Language", "en") // why: the command line speaks English
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** The JSON a path answers this text with. */
    JsonNode ask(String path, Map<String, String> query, String text) throws Failed, IOException, InterruptedException {
        return ask(request(path, query)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .header("Accept-Language", "en") // why: the command line speaks English
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    }

    /** The text a path answers with. */
    String text(String path, Map<String, String> query) throws Failed, IOException, InterruptedException {
        return body(request(path, query).GET());
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) throws Failed, IOException {
        String asked = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        return HttpRequest.newBuilder(address().resolve(path + asked))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
    }

    private URI address() throws Failed {
        try {
            URI address = new URI(server);
            String scheme = address.getScheme();
            if (scheme == null || !SCHEMES.contains(scheme) || address.getHost() == null) {
                throw new URISyntaxException(server, "names no server");
            }
            return address;
        } catch (URISyntaxException no) {
            String wrong = "No server can be at \"" + server + "\".";
            throw new Failed(wrong + "\nMaybe --server http://127.0.0.1:8080 was meant.", NOT_UNDERSTOOD);
        }
    }

    private JsonNode ask(HttpRequest.Builder request) throws Failed, IOException, InterruptedException {
        return JsonMapper.shared().readTree(body(request));
    }

    private String body(HttpRequest.Builder request) throws Failed, IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException slow) {
            throw new Failed("The server at " + server + " has not answered within " + PATIENCE.toSeconds()
                    + " s and works on.\nMaybe ask for less, such as fewer --hours.");
        } catch (ConnectException nobody) {
            throw new Failed(
                    "No server answers at " + server + ".\nMaybe it is not started, or --server names another.");
        }
        if (answer.statusCode() != 200) {
            throw new Failed(refusal(answer), answer.statusCode());
        }
        return answer.body();
    }

    private String token() throws Failed, IOException {
        String variable = System.getenv("SIYU_HOME");
        Path directory = home != null
                ? home
                : variable == null ? Path.of(System.getProperty("user.home"), ".siyu") : Path.of(variable);
        Path file = directory.resolve("api-token");
        if (!Files.isReadable(file)) {
            throw new Failed(
                    "There is no API token in " + file + ".\nMaybe --home names the server's data directory.",
                    NO_TOKEN);
        }
        return Files.readString(file).strip();
    }

    private static String refusal(HttpResponse<String> answer) {
        try {
            String detail =
                    JsonMapper.shared().readTree(answer.body()).path("detail").asString("");
            if (!detail.isEmpty()) {
                return detail;
            }
        } catch (RuntimeException noJson) { // why: whatever stands between us and the server may answer in its own form
            return "The server answered " + answer.statusCode() + ".\nMaybe --server names something else.";
        }
        return answer.statusCode() == NO_TOKEN
                ? "The server does not know the token.\nMaybe --home names the data directory of another."
                : "The server answered " + answer.statusCode() + ".\nMaybe its log says more.";
    }
}
