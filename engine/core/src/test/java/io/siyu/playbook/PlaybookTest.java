package io.siyu.playbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.campaign.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybookTest {

    private static final Playbook SMALL =
            Playbook.of(Map.of("settings.yaml", "a".getBytes(UTF_8), "rules/a.drl", "b".getBytes(UTF_8)));

    @TempDir
    private Path directory;

    @Test
    void reads_the_files_that_decide_and_no_others() throws IOException {
        write("settings.yaml", "version: 1");
        write("rules/vip/orders.drl", "");
        write("campaigns/thanks.yaml", "id: thanks");
        write("README.md", "hello");
        write("mapping.yaml", "x: y");
        write("scenarios/thanks.yaml", "x: y");

        Playbook playbook = PlaybookDirectory.read(directory);

        assertThat(playbook.paths()).containsExactly("campaigns/thanks.yaml", "rules/vip/orders.drl", "settings.yaml");
        assertThat(playbook.strays()).isEmpty();
    }

    @Test
    void tells_of_files_that_nothing_would_read() throws IOException {
        write("settings.yaml", "version: 1");
        write("campaigns/thanks.yml", "id: thanks");
        write("catalogue.yml", "");
        write("rules/README.md", "");

        assertThat(PlaybookDirectory.read(directory).strays())
                .extracting(Diagnostic::file)
                .containsExactly("campaigns/thanks.yml", "catalogue.yml");
    }

    @Test
    void rules_are_also_tables_and_sentences_with_their_dictionaries() throws IOException {
        write("settings.yaml", "a");
        write("rules/coupons.csv", "b");
        write("rules/thanks.dslr", "c");
        write("rules/words.dsl", "d");
        write("rules/ranks.xlsx", "e");
        write("rules/coupons.ods", "f");

        Playbook playbook = PlaybookDirectory.read(directory);

        assertThat(playbook.paths())
                .containsExactly(
                        "rules/coupons.csv",
                        "rules/ranks.xlsx",
                        "rules/thanks.dslr",
                        "rules/words.dsl",
                        "settings.yaml");
        assertThat(playbook.with("rules/words.dsl", new byte[0]).hash()).isNotEqualTo(playbook.hash());
        assertThat(playbook.strays())
                .singleElement()
                .satisfies(
                        stray -> assertThat(stray.message()).contains("rules/coupons.ods", ".xlsx or \"CSV UTF-8\""));
        assertThat(Untested.in(playbook))
                .extracting(Diagnostic::file)
                .containsExactly("rules/coupons.csv", "rules/ranks.xlsx", "rules/thanks.dslr");
    }

    @Test
    void scenarios_go_where_the_playbook_goes_and_change_no_edition() throws IOException {
        write("settings.yaml", "a");
        write("rules/a.drl", "b");
        write("rules/a.scenario.yaml", "c");
        write("campaigns/thanks.scenario.yaml", "d");
        write("scenarios/all.yaml", "e");

        Playbook playbook = PlaybookDirectory.read(directory);

        assertThat(playbook.scenarios())
                .containsExactly("campaigns/thanks.scenario.yaml", "rules/a.scenario.yaml", "scenarios/all.yaml");
        assertThat(playbook.paths()).isEqualTo(SMALL.paths());
        assertThat(playbook.hash()).isEqualTo(SMALL.hash());
        assertThat(playbook.strays()).isEmpty();
        Playbook stored = Playbook.fromBytes(playbook.toBytes());
        assertThat(stored.scenarios()).isEqualTo(playbook.scenarios());
        assertThat(stored.text("rules/a.scenario.yaml")).contains("c");
        assertThat(stored.without("rules/a.scenario.yaml").scenarios()).hasSize(2);
    }

    @Test
    void refuses_a_directory_without_settings() {
        assertThatThrownBy(() -> PlaybookDirectory.read(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("settings.yaml")
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void its_hash_changes_with_every_byte_and_every_path() {
        assertThat(SMALL.hash()).hasSize(Playbook.HASH_DIGITS).isEqualTo(copy().hash());
        assertThat(SMALL.with("rules/a.drl", "c".getBytes(UTF_8)).hash()).isNotEqualTo(SMALL.hash());
        assertThat(SMALL.without("rules/a.drl")
                        .with("rules/b.drl", "b".getBytes(UTF_8))
                        .hash())
                .isNotEqualTo(SMALL.hash());
    }

    /** A hash that others may have stored must never change. */
    @Test
    void its_hash_is_the_same_for_ever() {
        assertThat(SMALL.hash()).isEqualTo("6bef2797231d");
    }

    @Test
    void comes_back_from_its_archive_byte_for_byte() {
        Playbook again = Playbook.fromBytes(SMALL.toBytes());

        assertThat(again.hash()).isEqualTo(SMALL.hash());
        assertThat(again.toBytes()).isEqualTo(copy().toBytes());
        assertThat(again.text("rules/a.drl")).contains("b");
    }

    @Test
    void refuses_an_archive_that_is_none() {
        assertThatThrownBy(() -> Playbook.fromBytes("hello".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\nMaybe");
    }

    private static Playbook copy() {
        return Playbook.of(Map.of("rules/a.drl", "b".getBytes(UTF_8), "settings.yaml", "a".getBytes(UTF_8)));
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
