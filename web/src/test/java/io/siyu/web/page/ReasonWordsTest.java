package io.siyu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Reason;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screens have words for every reason and guard, and for no other. */
class ReasonWordsTest {
    /** What is told among the guards and objects to nothing: why this product is shown. */
    private static final String PRODUCT = "product";

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", bundle), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static List<String> keys(String bundle, String prefix) throws IOException {
        return words(bundle).stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void reasons(String bundle) throws IOException {
        assertThat(keys(bundle, "reason."))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void guards(String bundle) throws IOException {
        assertThat(keys(bundle, "guard."))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(PRODUCT),
                                Arrays.stream(Reason.values()).map(Reason::guard))
                        .filter(guard -> !guard.isEmpty())
                        .distinct()
                        .toList());
    }
}
