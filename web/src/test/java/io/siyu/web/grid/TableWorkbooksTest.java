package io.siyu.web.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.web.cli.Playbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Decision tables kept as .xlsx are compiled as their CSV is, and faults name the cell. */
class TableWorkbooksTest {

    private static final Path RESOURCES = Path.of("../rules/src/main/resources");
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            """;

    private final Faults faults = new Faults();

    @Test
    void the_shipped_workbook_becomes_the_rules_of_its_csv() throws IOException {
        Reading workbook = read("xlsx", Files.readAllBytes(RESOURCES.resolve("workbooks/thank-you-coupon.xlsx")));
        Reading csv = read("csv", Files.readAllBytes(RESOURCES.resolve("rules/thank-you-coupon.csv")));

        assertThat(workbook.diagnostics()).isEmpty();
        assertThat(rules(workbook)).hasSize(7).isEqualTo(rules(csv));
        assertThat(workbook.edition().rules().rules())
                .extracting(RuleSummary::line)
                .isEqualTo(csv.edition().rules().rules().stream()
                        .map(RuleSummary::line)
                        .toList());
    }

    @Test
    void a_fault_names_the_row_and_the_cell() throws IOException {
        List<List<String>> rows = shipped();
        rows.get(8).set(1, "gold");
        rows.get(9).set(5, "5.5");

        assertThat(read("xlsx", workbook(rows)).diagnostics())
                .extracting(Diagnostic::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("rules/coupons.xlsx:9:2: Row 9, cell B9 (column \"Level\"): ")
                                .contains("\nMaybe "),
                        fault -> assertThat(fault)
                                .startsWith("rules/coupons.xlsx:10:6: Row 10, cell F10 (column \"Rank\"): "));
    }

    @Test
    void cells_with_lines_numbers_and_truth_are_values() throws IOException {
        byte[] bytes = bytes(sheet -> {
            write(sheet, shipped().subList(0, 8));
            sheet.value(6, 2, "member.tagged(\"vip\") == $param");
            sheet.value(6, 3, "store in ($param)");
            sheet.value(8, 0, "One");
            sheet.value(8, 1, 2);
            sheet.value(8, 2, true);
            sheet.value(8, 3, "\"S1\",\n\"S2\"");
            sheet.value(8, 4, "thanks");
        });
        Reading reading = read("xlsx", bytes);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.edition().rules().rules())
                .flatExtracting(RuleSummary::conditions)
                .containsExactly("member.level == 2", "member.tagged(\"vip\") == true", "store in (\"S1\", \"S2\")");
    }

    @Test
    void what_is_no_workbook_is_told() {
        assertThat(codes("RuleTable,One\n".getBytes(StandardCharsets.UTF_8))).containsExactly("table.workbook");
        assertThat(codes(new byte[] {'P', 'K', 3, 4, 0, 0})).containsExactly("table.workbook");
        assertThat(codes(new byte[0])).containsExactly("table.workbook");
    }

    @Test
    void a_workbook_that_unpacks_to_far_more_is_not_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1_000_000];
            for (int i = 0; i < 21; i++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(100_000);
        assertThat(codes(bytes.toByteArray())).containsExactly("table.size");
    }

    @Test
    void rows_and_columns_are_counted() throws IOException {
        assertThat(codes(workbook(Collections.nCopies(1_000, List.of("// a"))))).isEmpty();
        assertThat(codes(workbook(Collections.nCopies(1_001, List.of("// a"))))).containsExactly("table.too-many");
        assertThat(codes(workbook(List.of(Collections.nCopies(50, "x"))))).isEmpty();
        assertThat(codes(workbook(List.of(Collections.nCopies(51, "x"))))).containsExactly("table.too-many");
    }

    private List<String> codes(byte[] bytes) {
        Faults found = new Faults();
        boolean read = TableWorkbooks.read("rules/coupons.xlsx", bytes, found).isPresent();
        assertThat(read).isEqualTo(found.isEmpty());
        found.sorted().forEach(fault -> assertThat(fault.message()).matches("(?s).*[.]\nMaybe .*[.]"));
        return found.sorted().stream().map(Diagnostic::code).toList();
    }

    private static List<String> rules(Reading reading) {
        return reading.edition().rules().rules().stream().map(RuleSummary::drl).toList();
    }

    private static Reading read(String ending, byte[] table) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("settings.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8));
        files.put("rules/coupons." + ending, table);
        return Playbooks.reader().read(Playbook.of(files));
    }

    private List<List<String>> shipped() throws IOException {
        String csv = Files.readString(RESOURCES.resolve("rules/thank-you-coupon.csv"));
        List<List<String>> rows = new ArrayList<>();
        SheetText.read("rules", csv, faults).map(Sheet::rows).orElseThrow().forEach(row -> {
            List<String> cells = new ArrayList<>(row);
            rows.add(cells);
        });
        return rows;
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        return bytes(sheet -> write(sheet, rows));
    }

    private static void write(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String cell = rows.get(row).get(column);
                if (!cell.isEmpty()) {
                    sheet.value(row, column, cell);
                }
            }
        }
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Siyu", "1.0")) {
            writing.into(workbook.newWorksheet("coupons"));
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void into(Worksheet sheet) throws IOException;
    }
}
