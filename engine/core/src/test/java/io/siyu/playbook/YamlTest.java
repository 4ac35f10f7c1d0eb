package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlTest {

    private final Faults faults = new Faults();

    @Test
    void keeps_the_place_and_the_order_of_what_was_written() {
        YamlNode root = read("b: 1\na:\n  - x: \"21:00\"\n  - no\n").orElseThrow();

        assertThat(root)
                .isInstanceOfSatisfying(
                        YamlNode.Mapping.class,
                        map -> assertThat(map.values().keySet()).containsExactly("b", "a"));
        assertThat(root.at("/a/0/x")).contains(new YamlNode.Text("f.yaml", 3, 8, "21:00", true));
        assertThat(root.at("/a/1")).contains(new YamlNode.Text("f.yaml", 4, 5, "no", false));
        assertThat(root.at("/a/2")).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void says_where_the_syntax_breaks() {
        read("name: x\nlist: [1, 2\nmore: y\n");

        assertThat(only().line()).isEqualTo(3);
        assertThat(only().toString())
                .startsWith("f.yaml:3:")
                .contains("This is not YAML")
                .contains("\nMaybe ");
    }

    @Test
    void refuses_an_alias_bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("x]\n");
        }
        assertThat(read(bomb.toString())).isEmpty();
        assertThat(only().code()).isEqualTo("yaml.limit");
    }

    @Test
    void refuses_few_aliases_that_still_grow_without_measure() {
        StringBuilder bomb =
                new StringBuilder("a0: &a0 [").append("x, ".repeat(9_000)).append("x]\nall: [");
        assertThat(read(bomb.append("*a0, ".repeat(45)).append("*a0]\n").toString()))
                .isEmpty();
        assertThat(only().code()).isEqualTo("yaml.limit");
    }

    @Test
    void refuses_a_value_that_contains_itself() {
        assertThat(read("a: &a [1, *a]\n")).isEmpty();
        assertThat(only().code()).isEqualTo("yaml.limit");
    }

    @Test
    void refuses_ten_thousand_nested_lists() {
        assertThat(read("[".repeat(10_000))).isEmpty();
        assertThat(only().code()).isEqualTo("yaml.nesting");
    }

    @Test
    void refuses_a_file_beyond_the_size_limit() {
        assertThat(read("#".repeat(Yaml.MAX_BYTES + 1))).isEmpty();
        assertThat(only().code()).isEqualTo("yaml.size");
    }

    @Test
    void refuses_bytes_that_are_not_utf8() {
        assertThat(Yaml.read("f.yaml", "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), faults))
                .isEmpty();
        assertThat(only().code()).isEqualTo("yaml.encoding");
    }

    @Test
    void reports_each_duplicate_key_and_keeps_reading() {
        assertThat(read("a: 1\nb: 2\na: 3\nb: 4\n")).isPresent();
        assertThat(faults.sorted()).extracting(Diagnostic::line).containsExactly(3, 4);
        assertThat(faults.sorted().get(0).message()).contains("first in line 1");
    }

    @Test
    void refuses_a_tag_of_a_class() {
        read("a: !!java.net.URL http://x\nb: !thing y\n");
        assertThat(faults.sorted())
                .extracting(Diagnostic::toString)
                .hasSize(2)
                .allMatch(told -> told.contains("means nothing"));
    }

    @Test
    void refuses_a_second_document_and_an_empty_file() {
        assertThat(read("a: 1\n---\nb: 2\n")).isEmpty();
        assertThat(read("# nothing\n")).isEmpty();
        assertThat(faults.sorted()).extracting(Diagnostic::code).containsExactlyInAnyOrder("yaml.syntax", "yaml.empty");
    }

    @Test
    void refuses_a_control_character() {
        assertThat(read("a: \u0001\n")).isEmpty();
        assertThat(only().code()).isEqualTo("yaml.syntax");
    }

    private Optional<YamlNode> read(String text) {
        return Yaml.read("f.yaml", text, faults);
    }

    private Diagnostic only() {
        List<Diagnostic> all = faults.sorted();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
