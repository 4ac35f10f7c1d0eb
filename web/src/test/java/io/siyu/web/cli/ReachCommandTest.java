package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReachCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    @Test
    void tells_a_sample_with_its_intervals() {
        assertThat(told("""
                {"exact": false, "read": 2, "partitions": 64, "at": "2026-11-04T06:00:00Z",
                 "members": {"counted": 31402, "all": 1004864, "low": 993926, "high": 1015802},
                 "matched": {"counted": 9077, "all": 290464, "low": 284583, "high": 296345},
                 "reachable": {"counted": 8025, "all": 256800, "low": 251262, "high": 262338},
                 "gaps": [{"reason": "holdout", "verdict": "drop", "about": "global",
                           "members": {"counted": 1052, "all": 33664, "low": 31662, "high": 35666}}]}"""))
                .contains("from 2 of 64 partitions; --exact asks every member")
                .contains("matched                           290,464   (284,583 to 296,345)")
                .contains("  drop holdout (global)            33,664   (31,662 to 35,666)");
    }

    @Test
    void tells_an_exact_count_without_one() {
        assertThat(told("""
                {"exact": true, "read": 4, "partitions": 4, "at": "2026-11-04T06:00:00Z",
                 "members": {"counted": 3, "all": 3, "low": 3, "high": 3},
                 "matched": {"counted": 0, "all": 0, "low": 0, "high": 0},
                 "reachable": {"counted": 0, "all": 0, "low": 0, "high": 0}, "gaps": []}"""))
                .contains("every member asked")
                .containsPattern("members +3\\R")
                .containsPattern("reachable +0\\R")
                .doesNotContain(" to ");
    }

    @Test
    void wants_an_id() {
        assertThat(reach()).isEqualTo(2);
        assertThat(err.toString()).contains("CAMPAIGN|AUDIENCE").contains("Maybe ");
    }

    @Test
    void says_where_it_looked_for_the_servers_token() {
        assertThat(reach("autumn", "--home", home.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("no API token in " + home.resolve("api-token"))
                .contains("Maybe ");
    }

    private String told(String answer) {
        JsonNode read = JsonMapper.shared().readTree(answer);
        PrintWriter writer = new PrintWriter(out);
        new ReachReport(writer).tell(read);
        writer.flush();
        return out.toString();
    }

    private int reach(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "reach";
        System.arraycopy(args, 0, all, 1, args.length);
        CommandLine line = SiyuCommand.line(all);
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
