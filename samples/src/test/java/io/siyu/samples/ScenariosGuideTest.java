package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.cli.SiyuCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What docs/scenarios.md shows is what the command line prints. */
class ScenariosGuideTest {

    private static final Path GUIDE = Path.of("../docs/scenarios.md");
    private static final String RULE = "rules/large.drl";
    private static final String SCENARIOS = "rules/large.scenario.yaml";

    @TempDir
    private Path shop;

    @BeforeEach
    void write() throws IOException {
        write("settings.yaml", block(Path.of("../docs/campaigns.md"), "yaml", "retailer:"));
        write(RULE, block(GUIDE, "java", "rule "));
        write(SCENARIOS, block(GUIDE, "yaml", "scenarios:"));
    }

    @Test
    void the_scenarios_pass_as_shown() throws IOException {
        assertThat(printed("test")).isEqualTo(shown("3 passed"));
    }

    @Test
    void a_mistake_is_told_as_shown() throws IOException {
        write(RULE, Files.readString(shop.resolve(RULE)).replace(">= 100", "> 100"));

        assertThat(printed("test")).isEqualTo(shown("1 failed"));
    }

    @Test
    void coverage_is_told_as_shown() throws IOException {
        String all = Files.readString(shop.resolve(SCENARIOS));
        int second = all.indexOf("  - name: A guest");
        write(SCENARIOS, all.substring(0, second) + all.substring(all.indexOf("  - name: 100 is large")));

        assertThat(printed("test", "--coverage", "100"))
                .contains(shown("always held").stripTrailing() + "\n\n2 scenarios in 1 file: 2 passed");
    }

    @Test
    void every_option_is_told() {
        CommandLine line = SiyuCommand.line("test");

        assertThat(line.getSubcommands().get("test").getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
                .allSatisfy(option -> assertThat(GUIDE).content().contains("| `" + option.names()[0]));
    }

    private String printed(String verb, String... options) {
        StringWriter out = new StringWriter();
        CommandLine line = SiyuCommand.line(verb).setOut(new PrintWriter(out, true));
        String[] args = new String[options.length + 2];
        args[0] = verb;
        args[1] = shop.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        line.execute(args);
        return without(out.toString().replace(shop.toString(), "shop"));
    }

    private static String shown(String words) throws IOException {
        return without(block(GUIDE, "", words));
    }

    /** A text without what differs from run to run: times, the edition, and how wide columns are. */
    private static String without(String text) {
        return text.replaceAll("[0-9.]+ ms|[0-9.]+ s, [0-9,]+ scenarios/s|edition [0-9a-f]{12}", "#")
                .replaceAll(" +", " ");
    }

    private static String block(Path document, String language, String words) throws IOException {
        List<String> blocks = Pattern.compile("```([a-z]*)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(document))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .filter(block -> block.contains(words))
                .toList();
        assertThat(blocks).as("%s with %s", document, words).hasSize(1);
        return blocks.get(0);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(shop.resolve(path).getParent());
        Files.writeString(shop.resolve(path), text);
    }
}
