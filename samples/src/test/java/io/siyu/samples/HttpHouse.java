package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.cli.SiyuCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A real server on a free port, known by its HTTP alone: to a program by its token, to a person by the screens. */
final class HttpHouse implements AutoCloseable {
    static final String LINES = "application/x-ndjson";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Path home;
    private final LiveServer server;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    /** Starts it with a home of its own; {@code settings} as {@code serve} would set them. */
    HttpHouse(Path home, Map<String, String> settings) {
        this.home = home;
        this.server = LiveServer.start(home, settings);
        this.token = server.token();
    }

    /** Starts a house again that gave out its token before. */
    HttpHouse(Path home, Map<String, String> settings, String token) {
        this.home = home;
        this.server = LiveServer.start(home, settings);
        this.token = token;
    }

    /** What a program shows. */
    String token() {
        return token;
    }

    /** What the server is made of, for what HTTP does not show. */
    <T> T part(Class<T> type) {
        return server.part(type);
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

    HttpResponse<String> why(String subject, String event) {
        return answer(program("/api/why?subject=" + subject + "&event=" + event).GET());
    }

    /** How its rules fare, those that alarm first. */
    List<JsonNode> ruleHealth() {
        HttpResponse<String> told = answer(program("/api/rules/health").GET());
        assertThat(told.statusCode()).as(told::body).isEqualTo(200);
        List<JsonNode> rules = new ArrayList<>();
        LiveServer.json(told).forEach(rules::add);
        return rules;
    }

    /** A verb on the command line of its machine, against it: what is printed, when it ends with this code. */
    String shell(int code, String... verb) {
        List<String> all = new ArrayList<>(List.of(verb));
        all.addAll(List.of("--server", server.address(), "--home", home.toString()));
        StringWriter told = new StringWriter();
        CommandLine line = SiyuCommand.line(verb);
        line.setOut(new PrintWriter(told)).setErr(new PrintWriter(told));
        assertThat(line.execute(all.toArray(String[]::new))).as(told::toString).isEqualTo(code);
        return told.toString();
    }

    /** A verb on the command line that asks no server. */
    static String offline(int code, String... verb) {
        StringWriter told = new StringWriter();
        CommandLine line = SiyuCommand.line(verb);
        line.setOut(new PrintWriter(told)).setErr(new PrintWriter(told));
        assertThat(line.execute(verb)).as(told::toString).isEqualTo(code);
        return told.toString();
    }

    /** Without a token. */
    HttpResponse<String> stranger(String method, String path) {
        return answer(to(path).method(method, BodyPublishers.noBody()));
    }

    /** Becomes the first administrator, as a person does in a browser. */
    void signIn() {
        String firstAdmin = server.firstAdmin();
        String page =
                answer(HttpRequest.newBuilder(URI.create(firstAdmin)).GET()).body();
        String key = firstAdmin.substring(firstAdmin.indexOf("key=") + 4);
        HttpResponse<String> in =
                submit("/first-admin", page, Map.of("key", key, "name", "lin", "password", "correct horse battery"));
        assertThat(in.statusCode()).isEqualTo(200);
    }

    /** Publishes a rule file by the button of its screen. */
    void publishRule(String name, String text) {
        publish("/rules/" + name, text);
    }

    private void publish(String address, String text) {
        String page = answer(to(address).GET()).body();
        HttpResponse<String> after = submit(address, page, Map.of("text", text, "publish", "yes"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("Published as edition");
    }

    /** Puts a workbook in on the screen of rules: the page it leads to. */
    HttpResponse<String> putIn(String name, byte[] workbook) {
        String page = answer(to("/rules").GET()).body();
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        String part = "--siyu\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        String before = part.formatted("_csrf", "") + csrf.group(1) + "\r\n" + part.formatted("name", "") + name
                + "\r\n" + part.formatted("file", "; filename=\"" + name + ".xlsx\"");
        return answer(to("/rules/-/workbook")
                .header("Content-Type", "multipart/form-data; boundary=siyu")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofByteArray(workbook),
                        BodyPublishers.ofString("\r\n--siyu--\r\n"))));
    }

    /** Publishes a file by the button of its screen. */
    void publishFile(String path, String text) {
        publish("/rules/-/files/" + path, text);
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
        return HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept-Language", "en");
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        return LiveServer.call(client, request);
    }

    @Override
    public void close() {
        server.close();
    }
}
