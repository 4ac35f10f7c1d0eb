package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Verbs that ask a server, used wrongly: 2 where other words are needed, 1 where the server says no. */
class ServerVerbsTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    private int siyu(List<String> words) {
        CommandLine line = SiyuCommand.line(words.toArray(String[]::new));
        return line.setOut(new PrintWriter(err, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }

    private int siyu(String line, String... more) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        return siyu(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why --member m1 --event o1",
                "backtest OrderPlaced()",
                "canary",
                "canary --go-back",
                "publish --edition 0123456789ab",
                "reach autumn"
            })
    void without_a_token_it_is_wrong_use(String line) {
        assertThat(siyu(line, "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("There is no API token in " + home.resolve("api-token")
                        + ".Maybe --home names the server's data directory.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "ftp://127.0.0.1", "http:", "http:///x", "http://bad host"})
    void what_names_no_server_is_wrong_use(String server) throws IOException {
        Files.writeString(home.resolve("api-token"), "siyu_x");
        assertThat(siyu("canary", "--home", home.toString(), "--server", server))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Maybe ").doesNotContain("Exception:", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({"400, 2", "401, 2", "404, 1", "422, 1", "500, 1"})
    void what_the_server_answers_decides(int status, int code) throws IOException {
        Files.writeString(home.resolve("api-token"), "siyu_x");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(siyu("canary", "--home", home.toString(), "--server", address))
                    .isEqualTo(code);
        } finally {
            server.stop(0);
        }
        assertThat(err.toString()).contains("Maybe ");
    }

    @Test
    void a_dry_run_and_a_canary_exclude_each_other() throws IOException {
        Files.writeString(home.resolve("settings.yaml"), "version: 1");
        assertThat(siyu("publish --dry-run --canary", home.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--dry-run publishes nothing").contains("Maybe ");
    }

    @Test
    void a_backtest_wants_a_pattern_or_a_file_that_is_there() {
        assertThat(siyu("backtest", " ")).isEqualTo(2);
        assertThat(err.toString()).contains("The pattern is empty.").contains("Maybe ");
        assertThat(siyu("backtest", home.resolve("orders.drl").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file \"" + home.resolve("orders.drl") + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shrink", "replay"})
    void a_playbook_that_is_none_is_wrong_use(String verb) throws IOException {
        Path trace = Files.writeString(home.resolve("trace.jsonl"), "");
        List<String> words = new ArrayList<>(List.of(verb, trace.toString(), "--playbook", home.toString()));
        words.addAll(verb.equals("shrink") ? List.of("--decision", "x") : List.of());
        assertThat(siyu(words)).isEqualTo(2);
        assertThat(err.toString()).contains("is no playbook").contains("Maybe ").doesNotContain("\tat ");
    }
}
