package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {

    @Test
    void prints_as_a_place_an_editor_can_open() {
        assertThat(new Diagnostic("rules/a.drl", 3, 9, "x", "Wrong.")).hasToString("rules/a.drl:3:9: Wrong.");
        assertThat(new Diagnostic("a.csv", 7, 0, "x", "Wrong.")).hasToString("a.csv:7: Wrong.");
        assertThat(new Diagnostic("a.yaml", 0, 0, "x", "Wrong.")).hasToString("a.yaml: Wrong.");
    }

    @Test
    void finds_the_word_that_was_meant() {
        List<String> fields = List.of("total", "store", "items");
        assertThat(Nearest.to("totl", fields)).contains("total");
        assertThat(Nearest.to("Store", fields)).contains("store");
        assertThat(Nearest.to("colour", fields)).isEmpty();
    }
}
