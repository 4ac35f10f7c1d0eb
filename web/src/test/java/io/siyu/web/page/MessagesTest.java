package io.siyu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.access.Role;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z0-9][a-z0-9.-]*)[}(]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

    @Test
    void says_everything_in_both_languages() throws IOException {
        assertThat(messages("messages_zh.properties").stringPropertyNames())
                .isEqualTo(messages("messages.properties").stringPropertyNames());
    }

    @Test
    void keeps_the_placeholders_in_translation() throws IOException {
        Properties english = messages("messages.properties");
        Properties chinese = messages("messages_zh.properties");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @Test
    void has_every_message_the_templates_ask_for() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path template : templates()) {
            KEY.matcher(Files.readString(template))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(asked::add);
        }
        assertThat(asked).isNotEmpty();
        assertThat(messages("messages.properties").stringPropertyNames()).containsAll(asked);
    }

    @Test
    void names_every_section_and_role() throws IOException {
        List<String> keys = Stream.concat(
                        Arrays.stream(Section.values()).map(Section::messageKey),
                        Arrays.stream(Role.values()).map(Role::messageKey))
                .toList();
        assertThat(messages("messages.properties").stringPropertyNames()).containsAll(keys);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }

    private static Properties messages(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
