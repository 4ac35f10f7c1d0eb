package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GridCommandTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Acme
            zone: Asia/Shanghai
            currency: CNY
            language: en
            channels:
              phone: [service, marketing]
            """;

    private static final String HEAD = "day\ttime\taudience\ttext en\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path playbook;

    private Path promotion;

    @BeforeEach
    void ships() throws IOException {
        Files.createDirectories(playbook.resolve("campaigns"));
        Files.writeString(playbook.resolve("settings.yaml"), SETTINGS);
        promotion = playbook.resolve("campaigns/twelve-day-promotion.yaml");
        try (InputStream shipped =
                GridCommandTest.class.getResourceAsStream("/campaign-templates/twelve-day-promotion.yaml")) {
            Files.write(promotion, shipped.readAllBytes());
        }
    }

    @Test
    void exports_a_campaign_that_comes_back_the_same() throws IOException {
        String before = Files.readString(promotion);
        Path workbook = playbook.resolve("plan.xlsx");
        Path csv = playbook.resolve("plan.csv");
        assertThat(run("export", promotion, "--language", "zh", "--xlsx", workbook, "--csv", csv))
                .isZero();
        for (Path file : new Path[] {workbook, csv}) {
            assertThat(run("import", file, "--campaign", promotion, "--take")).isZero();
        }
        assertThat(out.toString())
                .isEqualTo("The campaign says the same already.\n".repeat(2).replace("\n", System.lineSeparator()));
        assertThat(promotion).hasContent(before);
    }

    @Test
    void tells_what_changes_and_writes_only_when_asked() throws IOException {
        String before = Files.readString(promotion);
        assertThat(run("export", promotion)).isZero();
        Path grid = written(out.toString().replace("last-call\t11\t19:00", "last-call\t12\t19:30"));
        out.getBuffer().setLength(0);
        assertThat(run("import", grid, "--campaign", promotion)).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "moved last-call (day 12)",
                        "    day: 11 -> 12",
                        "    time: 19:00 -> 19:30",
                        "0 added, 0 removed, 1 moved, 0 changed.",
                        "Nothing was written.",
                        "Maybe \"--take\" when it is what you mean.");
        assertThat(promotion).hasContent(before);
        assertThat(run("import", grid, "--campaign", promotion, "--take")).isZero();
        assertThat(promotion).content().contains("day: 12\n    at: \"19:30\"");
        assertThat(playbook.resolve("campaigns")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void begins_a_campaign() throws IOException {
        Path spring = playbook.resolve("campaigns/spring.yaml");
        Path grid = written(HEAD + "1\t10点-14点\t会员\tHello from {{ retailer }}\n3\t10:00-12:00\t营销群\tNews\n");
        assertThat(run("import", grid, "--campaign", spring, "--start", "2027-03-01", "--name", "Spring", "--take"))
                .isZero();
        assertThat(spring).content().contains("id: spring", "start: 2027-03-01", "days: 3", "- send: day-3-marketing");
        CommandLine check = SiyuCommand.line("check").setOut(new PrintWriter(out));
        assertThat(check.execute("check", playbook.toString())).isZero();
    }

    @Test
    void tells_faults_of_the_campaign_by_cell_and_writes_nothing() throws IOException {
        Path spring = playbook.resolve("campaigns/spring.yaml");
        Path grid = written(
                "day\ttime\tchannel\taudience\ttext en\n1\t10:00-14:00\tphoen\tmembers\tHello {{ membre.name }}\n");
        assertThat(run("import", grid, "--campaign", spring, "--start", "2027-03-01", "--take"))
                .isEqualTo(1);
        assertThat(out.toString()).contains(":2:3: ", "Cell C2: ", "Cell E2: ", "faults. Nothing was written.");
        assertThat(spring).doesNotExist();
    }

    @Test
    void tells_faults_of_the_cells_and_wrong_use() throws IOException {
        assertThat(run("import", written(HEAD + "1\t25:00\tmembers\tx\n"), "--campaign", promotion))
                .isEqualTo(1);
        assertThat(out.toString()).contains(":2:2: grid.time: Cell B2: \"25:00\" is no time of day.");
        assertThat(run("import", playbook.resolve("none.csv"), "--campaign", promotion))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
        assertThat(run()).isEqualTo(2);
        Path event = playbook.resolve("campaigns/event.yaml");
        Files.writeString(event, "version: 1\nid: event\ntrigger: {event: order.placed}\n");
        assertThat(run("export", event)).isEqualTo(1);
    }

    private Path written(String cells) throws IOException {
        return Files.write(playbook.resolve("plan.tsv"), cells.getBytes(StandardCharsets.UTF_8));
    }

    private int run(Object... arguments) {
        CommandLine line = SiyuCommand.line("grid").setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "grid";
        Arrays.setAll(all, at -> at == 0 ? "grid" : String.valueOf(arguments[at - 1]));
        return line.execute(all);
    }
}
