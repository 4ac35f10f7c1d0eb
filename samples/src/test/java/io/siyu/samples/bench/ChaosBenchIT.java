package io.siyu.samples.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.samples.SamplesCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ChaosBenchIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runs_are_counted_up_from_the_seed_and_the_last_can_be_looked_at() {
        assertThat(siyu("--seed", "5", "--runs", "2", "--trace")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("n0 works on ", "chaos: 2 runs from seed 5", "lease lost", "Nothing lost, nothing twice.");
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThat(siyu("--for", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("--for (soon)", "Maybe");
    }

    private int siyu(String... args) {
        CommandLine line = SamplesCommand.line("bench", "chaos");
        String[] all = new String[args.length + 2];
        all[0] = "bench";
        all[1] = "chaos";
        System.arraycopy(args, 0, all, 2, args.length);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
