package io.siyu.web.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.GridExport;
import io.siyu.playbook.grid.GridImport;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbooksTest {

    private static final String FILE = "campaigns/twelve-day-promotion.yaml";

    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        "twelve-day-promotion, zh, 16",
        "twelve-day-promotion, en, 16",
        "flash-sale, zh, 6",
        "live-stream, en, 8"
    })
    void what_ships_comes_back_without_a_difference(String id, String language, int rows) throws IOException {
        String promotion = shipped(id);
        Sheet sheet = GridExport.of(FILE, promotion, language, faults).orElseThrow();
        assertThat(sheet.rows()).hasSize(rows);
        for (byte[] bytes : List.of(
                Workbooks.xlsx(sheet),
                SheetText.csv(sheet),
                SheetText.tabs(sheet).getBytes(StandardCharsets.UTF_8))) {
            Sheet back = Workbooks.read("grid", bytes, faults).orElseThrow();
            assertThat(back.rows()).isEqualTo(sheet.rows());
            GridImport read = GridImport.into(FILE, promotion, back);
            assertThat(read.faults()).isEmpty();
            assertThat(read.diff().isEmpty()).isTrue();
            assertThat(read.text()).isEqualTo(promotion);
        }
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void what_begins_like_a_formula_is_a_harmless_text_in_a_workbook() throws IOException {
        Sheet sheet = new Sheet("grid", List.of(List.of("text"), List.of("=HYPERLINK(\"http://x\")"), List.of("@all")));
        byte[] bytes = Workbooks.xlsx(sheet);
        assertThat(part(bytes, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(part(bytes, "xl/sharedStrings.xml")).contains(">&apos;=HYPERLINK", ">&apos;@all");
        assertThat(Workbooks.read("grid", bytes, faults)).map(Sheet::rows).contains(sheet.rows());
    }

    @Test
    void dates_times_and_numbers_are_read_as_a_person_sees_them() throws IOException {
        byte[] bytes = workbook(sheet -> {
            sheet.value(0, 0, "date");
            sheet.value(2, 0, LocalDate.of(2026, 11, 4));
            sheet.style(2, 0).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(2, 1, LocalDateTime.of(1900, 1, 1, 10, 30).toLocalTime().toSecondOfDay() / 86_400.0);
            sheet.style(2, 1).format("h:mm").set();
            sheet.value(2, 2, 20.00);
            sheet.value(2, 4, LocalDateTime.of(2026, 11, 4, 20, 0));
            sheet.style(2, 4).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 5, 0.8);
        });
        assertThat(Workbooks.read("grid", bytes, faults).orElseThrow().rows())
                .containsExactly(
                        List.of("date"),
                        List.of(),
                        List.of("2026-11-04", "10:30", "20", "", "2026-11-04 20:00", "0.8"));
    }

    @Test
    void a_formula_counts_by_its_value() throws IOException {
        byte[] bytes = workbook(sheet -> {
            sheet.value(0, 0, "text");
            sheet.formula(1, 0, "A1");
            sheet.formula(1, 1, "A1");
            sheet.formula(1, 2, "A1");
            sheet.style(1, 2).format("yyyy-mm-dd").set();
        });
        byte[] valued = changed(
                bytes,
                "xl/worksheets/sheet1.xml",
                xml -> xml.replaceFirst("r=\"A2\"([^>]*><f>A1</f>)", "r=\"A2\" t=\"str\"$1<v>ab</v>")
                        .replaceFirst("r=\"B2\"([^>]*><f>A1</f>)", "r=\"B2\"$1<v>20.0</v>")
                        .replaceFirst("r=\"C2\"([^>]*><f>A1</f>)", "r=\"C2\"$1<v>46330</v>"));
        assertThat(Workbooks.read("grid", valued, faults).orElseThrow().rows())
                .containsExactly(List.of("text"), List.of("ab", "20", "2026-11-04"));
    }

    @Test
    void an_old_a_broken_and_a_huge_workbook_are_refused() throws IOException {
        assertThat(Workbooks.read("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, faults))
                .isEmpty();
        assertThat(Workbooks.read("broken.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3}, faults))
                .isEmpty();
        byte[] torn = changed(
                workbook(sheet -> sheet.value(0, 0, "a")), "xl/worksheets/sheet1.xml", xml -> xml.replace("<c ", "<&"));
        assertThat(Workbooks.read("torn.xlsx", torn, faults)).isEmpty();
        assertThat(Workbooks.read("empty.xlsx", zip("a.txt", new byte[1]), faults))
                .isEmpty();
        assertThat(Workbooks.read("bomb.xlsx", zip("xl/worksheets/sheet1.xml", new byte[30_000_000]), faults))
                .isEmpty();
        assertThat(faults.sorted())
                .extracting("file", "code")
                .containsExactly(
                        tuple("bomb.xlsx", "grid.size"),
                        tuple("broken.xlsx", "grid.workbook"),
                        tuple("empty.xlsx", "grid.workbook"),
                        tuple("old.xls", "grid.old-format"),
                        tuple("torn.xlsx", "grid.workbook"));
    }

    @Test
    void a_part_that_cannot_be_unpacked_hides_no_large_one() throws IOException {
        byte[] whole = with(
                workbook(sheet -> sheet.value(0, 0, "a")), Map.of("a.bin", new byte[9], "b.bin", new byte[30_000_000]));
        assertThat(Workbooks.read("large.xlsx", whole, faults)).isEmpty();
        byte[] broken = with(workbook(sheet -> sheet.value(0, 0, "a")), Map.of("a.bin", new byte[9]));
        assertThat(Workbooks.read("small.xlsx", broken, faults)).isPresent();
        assertThat(Workbooks.read("broken.xlsx", unreadable(broken, "a.bin"), faults))
                .isEmpty();
        assertThat(Workbooks.read("both.xlsx", unreadable(whole, "a.bin"), faults))
                .isEmpty();
        assertThat(faults.sorted())
                .extracting("file", "code")
                .containsExactly(
                        tuple("both.xlsx", "grid.workbook"),
                        tuple("broken.xlsx", "grid.workbook"),
                        tuple("large.xlsx", "grid.size"));
    }

    @Test
    void a_workbook_reads_no_other_file() throws IOException {
        byte[] bytes = workbook(sheet -> sheet.value(0, 0, "harmless"));
        String doctype = "<!DOCTYPE sst [<!ENTITY read SYSTEM \"file:///etc/hostname\">]>";
        byte[] entity = changed(
                bytes,
                "xl/sharedStrings.xml",
                xml -> xml.replace("<sst", doctype + "<sst").replace("harmless", "&read;"));
        String host = Files.readString(Path.of("/etc/hostname")).strip();
        Workbooks.read("entity.xlsx", entity, faults)
                .ifPresent(sheet -> assertThat(sheet.rows().toString()).doesNotContain(host));
        assertThat(part(entity, "xl/sharedStrings.xml")).contains("&read;");
    }

    @Test
    void a_workbook_of_many_rows_is_read_up_to_the_limit() throws IOException {
        byte[] bytes = workbook(sheet -> {
            sheet.value(0, 0, "day");
            sheet.value(900_000, 0, "1");
            sheet.value(3, 200, "far");
        });
        Sheet read = Workbooks.read("grid", bytes, faults).orElseThrow();
        assertThat(read.rows()).hasSize(Sheet.MOST_ROWS + 1);
        assertThat(GridImport.into(FILE, "", read).faults()).isNotEmpty();
    }

    private interface Written {
        void to(Worksheet sheet);
    }

    private static byte[] workbook(Written written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            written.to(workbook.newWorksheet("plan"));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    /** The zip with these parts in front. */
    private static byte[] with(byte[] bytes, Map<String, byte[]> more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
                ZipOutputStream written = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : new TreeMap<>(more).entrySet()) {
                written.putNextEntry(new ZipEntry(part.getKey()));
                written.write(part.getValue());
            }
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                written.putNextEntry(new ZipEntry(part.getName()));
                written.write(part(bytes, part.getName()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** The zip with a part packed in a way nobody knows: the method stands 36 bytes before the name in the directory. */
    private static byte[] unreadable(byte[] zip, String name) {
        byte[] changed = zip.clone();
        changed[new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf(name) - 36] = 77;
        return changed;
    }

    private static String part(byte[] bytes, String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
                InputStream part = zip.getInputStream(zip.getEntry(name))) {
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] changed(byte[] bytes, String name, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get();
                ZipOutputStream changed = new ZipOutputStream(out)) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                String content = part(bytes, part.getName());
                changed.putNextEntry(new ZipEntry(part.getName()));
                String written = part.getName().equals(name) ? change.apply(content) : content;
                changed.write(written.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String shipped(String id) throws IOException {
        try (InputStream file = WorkbooksTest.class.getResourceAsStream("/campaign-templates/" + id + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
