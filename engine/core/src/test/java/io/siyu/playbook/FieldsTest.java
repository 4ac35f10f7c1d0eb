package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Faults faults = new Faults();

    @Test
    void reads_typed_fields() {
        try (Fields fields = fields("name: Spring\nlevel: 3\nopen: true\ntags: [a, b]\nzone: Asia/Shanghai\nnote:\n")) {
            assertThat(fields.requiredText("name")).isEqualTo("Spring");
            assertThat(fields.integer("level", 1, 5)).contains(3L);
            assertThat(fields.flag("open", false)).isTrue();
            assertThat(fields.texts("tags")).containsExactly("a", "b");
            assertThat(fields.value("zone", ZoneId::of)).contains(ZoneId.of("Asia/Shanghai"));
            assertThat(fields.text("note")).isEmpty();
        }
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void collects_every_fault_of_the_file() {
        try (Fields fields = fields("nam: Spring\nlevel: nine\nzone: Asia/Shanghia\ntags: {a: 1}\n")) {
            assertThat(fields.requiredText("name")).isEmpty();
            assertThat(fields.integer("level", 1, 5)).isEmpty();
            assertThat(fields.value("zone", ZoneId::of)).isEmpty();
            assertThat(fields.texts("tags")).isEmpty();
        }
        assertThat(faults.sorted())
                .extracting(Diagnostic::code)
                .containsExactly("yaml.missing-key", "yaml.unknown-key", "yaml.value", "yaml.value", "yaml.type");
    }

    @Test
    void names_the_nearest_key_for_an_unknown_one() {
        try (Fields fields = fields("quiethours: x\n")) {
            fields.text("quietHours");
            fields.text("caps");
        }
        assertThat(faults.sorted().get(0).message()).endsWith("Maybe \"quietHours\" was meant.");
    }

    @Test
    void names_all_choices_when_none_is_near() {
        fields("purpose: xyzzy\n").choice("purpose", List.of("service", "marketing"));

        assertThat(faults.sorted().get(0).toString())
                .startsWith("f.yaml:1:10: ")
                .contains("service, marketing");
    }

    private Fields fields(String text) {
        return Fields.of(Yaml.read("f.yaml", text, faults).orElseThrow(), faults)
                .orElseThrow();
    }
}
