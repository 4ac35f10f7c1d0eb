package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SamplesCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_lists_the_verbs_of_the_servers_jar() {
        assertThat(siyu("--help")).isZero();
        assertThat(out.toString()).contains("import", "serve");
    }

    @Test
    void an_unknown_verb_is_wrong_use() {
        assertThat(siyu("improt")).isEqualTo(2);
        assertThat(err.toString()).contains("improt").contains("Maybe ");
    }

    private int siyu(String... args) {
        CommandLine line = SamplesCommand.line(args);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
