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

/** What docs/promises.md shows is what the command line prints. */
class PromisesGuideTest {

    private static final Path GUIDE = Path.of("../docs/promises.md");
    private static final Path CAMPAIGNS = Path.of("../docs/campaigns.md");
    private static final String PROMISES = "promises.yaml";
    private static final String STORY = "scenarios/refund.yaml";

    @TempDir
    private Path shop;

    @BeforeEach
    void write() throws IOException {
        write("settings.yaml", block(CAMPAIGNS, "yaml", "retailer:"));
        write("campaigns/order-placed.yaml", block(CAMPAIGNS, "yaml", "id: order-placed"));
        write(PROMISES, block(GUIDE, "yaml", "atMost:"));
        write(STORY, block(GUIDE, "yaml", "scenarios:"));
    }

    @Test
    void a_promise_that_would_be_broken_is_told_as_shown() throws IOException {
        assertThat(printed("test")).isEqualTo(without(block(GUIDE, "", "1 failed")));
    }

    @Test
    void a_drop_the_scenario_expects_is_none() throws IOException {
        String expected = "- {after: 2d, drop: order-placed/thank-you, reason: promise.quiet-after-refund}";
        write(STORY, Files.readString(shop.resolve(STORY)).replace("expect: []", "expect:\n      " + expected));

        assertThat(printed("test")).contains("1 passed, 0 failed");
    }

    @Test
    void the_example_has_no_faults() throws IOException {
        assertThat(printed("check")).doesNotContain("Maybe");
        write(
                PROMISES,
                Files.readString(shop.resolve(PROMISES)).replace("order-placed/thank-you ", "order-placed/thanks "));
        assertThat(printed("check")).contains("shop/promises.yaml:13:12:").contains("Maybe \"order-placed/thank-you\"");
    }

    private String printed(String verb) {
        StringWriter out = new StringWriter();
        CommandLine line = SiyuCommand.line(verb).setOut(new PrintWriter(out, true));
        line.execute(verb, shop.toString());
        return without(out.toString().replace(shop.toString(), "shop"));
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
