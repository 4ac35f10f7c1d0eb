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
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BacktestCommandTest {

    private final StringWriter out = new StringWriter();
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path home;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(home.resolve("api-token"), "token");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(Integer... statuses) {
        Iterator<Integer> next = List.of(statuses).iterator();
        server.createContext("/api/backtest", call -> {
            asked.add(String.valueOf(call.getRequestURI().getQuery()));
            byte[] body = "{\"detail\":\"So it is.\",\"from\":\"then\",\"faults\":[]}".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(next.next(), body.length);
            call.getResponseBody().write(body);
            call.close();
        });
    }

    private int backtest(String what) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        String[] all = {"backtest", what, "--home", home.toString(), "--server", address};
        CommandLine line = SiyuCommand.line(all);
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out)).execute(all);
    }

    @Test
    void asks_again_while_the_server_reads_the_week() throws IOException {
        answers(503, 200);
        Path file = Files.writeString(home.resolve("said.dslr"), "expander en.dsl");
        assertThat(backtest(file.toString())).isZero();
        assertThat(out.toString()).startsWith("From then to ");
        assertThat(asked).containsExactly("file=said.dslr", "file=said.dslr");
    }

    @Test
    void takes_any_other_refusal_for_an_answer() {
        answers(422, 200);
        assertThat(backtest("OrderPlaced()")).isNotZero();
        assertThat(out.toString()).contains("So it is.");
        assertThat(asked).hasSize(1);
    }
}
