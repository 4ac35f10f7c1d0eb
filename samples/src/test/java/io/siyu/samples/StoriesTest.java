package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden stories: what happened, and what must have been decided, line by line. */
class StoriesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"order-placed", "coupon-expiring", "twelve-days", "reference-member"})
    void a_story_is_decided_as_it_is_told(String name) throws IOException {
        Path story = Path.of("stories", name);
        Path decisions = folder.resolve("decisions.jsonl");
        ImportedTraces command = new ImportedTraces();
        int exit = command.run(
                "replay",
                story.resolve("events.jsonl").toString(),
                "--playbook",
                story.resolve("playbook").toString(),
                "--out",
                decisions.toString());
        assertThat(command.err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(decisions))
                .containsExactlyElementsOf(Files.readAllLines(story.resolve("expected-decisions.jsonl")));
    }
}
