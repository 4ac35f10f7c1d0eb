package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DiffCommandTest {
    private static final String SENT = """
            {"seq":1,"at":"2026-11-01T12:00:00Z","event":"o1","subject":"m1","proposal":"p1","rule":"Thank","action":"send",\
            "template":"thanks","verdict":"send","final":true}
            """;
    private static final String TAGGED = """
            {"seq":2,"at":"2026-11-01T12:00:00Z","event":"o1","subject":"m2","proposal":"p2","rule":"Mark","campaign":"club",\
            "step":"tag","action":"tag","verdict":"send","final":true,"ref":"vip"}
            """;

    private final StringWriter told = new StringWriter();

    @TempDir
    private Path folder;

    private int diff(String before, String after, String... options) throws IOException {
        Path one = Files.writeString(folder.resolve("a.jsonl"), before);
        Path other = Files.writeString(folder.resolve("b.jsonl"), after);
        String[] args = new String[3 + options.length];
        args[0] = "diff";
        args[1] = one.toString();
        args[2] = other.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        CommandLine line = SiyuCommand.line(args);
        line.setOut(new PrintWriter(told, true)).setErr(new PrintWriter(told, true));
        return line.execute(args);
    }

    @Test
    void says_so_when_nothing_differs() throws IOException {
        assertThat(diff(SENT + TAGGED, SENT + TAGGED)).isZero();
        assertThat(told.toString()).isEqualToIgnoringNewLines("Nothing would have been decided otherwise.");
    }

    @Test
    void tells_who_loses_and_who_gets_what() throws IOException {
        String capped = SENT.replace("\"verdict\":\"send\"", "\"verdict\":\"drop\"")
                .replace("\"final\":true", "\"final\":true,\"reason\":\"cap.global\"");
        assertThat(diff(SENT, capped + TAGGED)).isEqualTo(1);
        assertThat(told.toString())
                .contains("1 lose thanks by Thank: drop (cap.global).")
                .contains("1 more get tag vip by club/tag.");
    }

    @Test
    void tells_programs_in_json() throws IOException {
        assertThat(diff("", TAGGED, "--json")).isEqualTo(1);
        assertThat(told.toString()).contains("\"before\":null").contains("\"after\":\"send\",\"count\":1");
    }

    @Test
    void names_the_line_that_is_no_decision() throws IOException {
        assertThat(diff(SENT, SENT + "{\"specversion\":\"1.0\"}\n")).isEqualTo(2);
        assertThat(told.toString())
                .contains("b.jsonl:2: this is no decision line")
                .contains("Maybe ");
    }
}
