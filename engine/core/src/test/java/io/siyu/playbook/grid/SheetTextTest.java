package io.siyu.playbook.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTextTest {

    private static final List<List<String>> PLAN = List.of(List.of("天", "文案"), List.of("1", "预热，先领券"));

    private final Faults faults = new Faults();

    @Test
    void reads_what_a_spreadsheet_copies() {
        assertThat(cells("day\ttext\r\n1\t\"two\nlines, \"\"quoted\"\"\"\r\n2\tplain \"list\" here\r\n"))
                .containsExactly(
                        List.of("day", "text"),
                        List.of("1", "two\nlines, \"quoted\""),
                        List.of("2", "plain \"list\" here"));
    }

    @Test
    void a_mark_that_closes_nothing_is_part_of_the_text() {
        assertThat(cells("1\t\"清单\"在群里\n2\t\"open\n3\tend"))
                .containsExactly(List.of("1", "\"清单\"在群里"), List.of("2", "\"open"), List.of("3", "end"));
    }

    @Test
    void a_last_row_that_ends_in_an_empty_cell_is_a_row() {
        assertThat(cells("1\ta\n2\t")).containsExactly(List.of("1", "a"), List.of("2"));
    }

    @Test
    void reads_commas_and_semicolons() {
        assertThat(cells("day,text\n1,\"a, b\"")).containsExactly(List.of("day", "text"), List.of("1", "a, b"));
        assertThat(cells("day;text\n1;a, b")).containsExactly(List.of("day", "text"), List.of("1", "a, b"));
    }

    @Test
    void reads_the_encodings_that_spreadsheets_save() {
        String csv = "天,文案\n1,预热，先领券";
        assertThat(decoded(csv.getBytes(StandardCharsets.UTF_8))).isEqualTo(PLAN);
        assertThat(decoded(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8))).isEqualTo(PLAN);
        assertThat(decoded(csv.getBytes(Charset.forName("GB18030")))).isEqualTo(PLAN);
        assertThat(decoded(csv.getBytes(StandardCharsets.UTF_16))).isEqualTo(PLAN);
        assertThat(decoded(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(PLAN);
    }

    @Test
    void refuses_what_is_no_text_empty_or_too_large() {
        assertThat(SheetText.read("a", new byte[] {(byte) 0xFF, 0x30, (byte) 0xFF}, faults))
                .isEmpty();
        assertThat(SheetText.read("b", " \n\t\n", faults)).isEmpty();
        assertThat(SheetText.read("c", new byte[SheetText.MOST_BYTES + 1], faults))
                .isEmpty();
        assertThat(faults.sorted()).extracting("code").containsExactly("grid.encoding", "grid.empty", "grid.size");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+8613800000000",
                "-20 off",
                "@all",
                "＝HYPERLINK(1)",
                "'quoted'",
                "''",
                "=cmd|' /C calc'!A0"
            })
    void what_begins_like_a_formula_goes_out_harmless_and_comes_back(String cell) {
        assertThat(SheetText.harmless(cell)).isEqualTo("'" + cell);
        assertThat(SheetText.meant(SheetText.harmless(cell))).isEqualTo(cell);
        Sheet sheet = new Sheet("grid", List.of(List.of("text", "x"), List.of(cell, "y")));
        assertThat(cells(SheetText.tabs(sheet))).isEqualTo(sheet.rows());
        assertThat(decoded(SheetText.csv(sheet))).isEqualTo(sheet.rows());
    }

    @Test
    void an_apostrophe_before_anything_else_is_a_letter() {
        assertThat(SheetText.meant("'tis")).isEqualTo("'tis");
        assertThat(SheetText.harmless("plain")).isEqualTo("plain");
    }

    private List<List<String>> cells(String text) {
        return SheetText.read("grid", text, faults).orElseThrow().rows();
    }

    private List<List<String>> decoded(byte[] bytes) {
        return SheetText.read("grid", bytes, faults).orElseThrow().rows();
    }
}
