package io.siyu.web.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Sheets as files of spreadsheets: the first sheet of an .xlsx, or CSV. */
public final class Workbooks {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** why: a few kilobytes can unpack to gigabytes */
    private static final int MOST_UNPACKED = 20_000_000;

    private static final int MOST_PARTS = 1_000;
    private static final int PERSON_WIDE = 12;
    private static final int TEXT_WIDE = 60;

    private Workbooks() {}

    /** Whether the bytes begin as an .xlsx does. */
    static boolean isWorkbook(byte[] bytes) {
        return begins(bytes, ZIP);
    }

    /** The sheet in a file, whatever its kind. */
    public static Optional<Sheet> read(String name, byte[] bytes, Faults faults) {
        if (begins(bytes, OLD)) {
            return refused(
                    name,
                    faults,
                    "grid.old-format",
                    "The file is a workbook of the old kind (.xls).\nMaybe save it as .xlsx or CSV.");
        }
        if (!begins(bytes, ZIP)) {
            return SheetText.read(name, bytes, faults);
        }
        try {
            if (bytes.length > SheetText.MOST_BYTES || !unpacksWithin(bytes)) {
                return refused(
                        name,
                        faults,
                        "grid.size",
                        "The workbook is larger than a plan is.\nMaybe copy the plan's sheet into a workbook of its own.");
            }
            return Optional.of(workbook(name, bytes, faults));
        } catch (IOException | RuntimeException broken) { // why: parsers say in many ways that a file is none of theirs
            return refused(
                    name,
                    faults,
                    "grid.workbook",
                    "The workbook cannot be read.\nMaybe save it again, as .xlsx or CSV.");
        }
    }

    /** The sheet as a workbook. */
    public static byte[] xlsx(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Siyu", "1.0")) {
            write(workbook.newWorksheet(sheet.name()), sheet);
        } catch (IOException unwritten) {
            throw new UncheckedIOException("The workbook could not be made.", unwritten);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet worksheet, Sheet sheet) {
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<String> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                worksheet.value(row, column, SheetText.harmless(cells.get(column)));
                if (row > 0) {
                    worksheet
                            .style(row, column)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .format("@")
                            .set();
                } else {
                    worksheet.style(row, column).bold().set();
                }
            }
        }
        widen(worksheet, sheet);
        worksheet.freezePane(0, 1);
    }

    private static void widen(Worksheet worksheet, Sheet sheet) {
        int columns = sheet.rows().isEmpty() ? 0 : sheet.rows().get(0).size();
        for (int column = 0; column < columns; column++) {
            int at = column;
            int longest = sheet.rows().stream()
                    .mapToInt(row -> at < row.size() ? row.get(at).length() : 0)
                    .max()
                    .orElse(0);
            worksheet.width(column, Math.min(TEXT_WIDE, Math.max(PERSON_WIDE, longest + 2)));
        }
    }

    private static Sheet workbook(String name, byte[] bytes, Faults faults) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
                Stream<Row> read = workbook.getFirstSheet().openStream()) {
            Iterator<Row> each = read.iterator();
            while (each.hasNext() && rows.size() <= Sheet.MOST_ROWS) {
                Row row = each.next();
                // why: empty rows are left out of the file, and faults are told by the row a person sees
                while (rows.size() < Math.min(row.getRowNum() - 1, Sheet.MOST_ROWS)) {
                    rows.add(List.of());
                }
                rows.add(WorkbookCells.texts(name, row, faults));
            }
        }
        return new Sheet(name, rows);
    }

    private static boolean unpacksWithin(byte[] bytes) throws IOException {
        byte[] some = new byte[8_192];
        long all = 0;
        int parts = 0;
        // why: the library that the workbook is read with, so that both see the same parts
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts++;
                try (InputStream content = zip.getInputStream(part)) {
                    all += length(content, some, MOST_UNPACKED - all);
                }
                if (all > MOST_UNPACKED || parts > MOST_PARTS) {
                    return false;
                }
            }
            return true;
        }
    }

    private static long length(InputStream part, byte[] some, long most) throws IOException {
        long length = 0;
        for (int read = part.read(some); read >= 0 && length <= most; read = part.read(some)) {
            length += read;
        }
        return length;
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        for (int at = 0; at < with.length; at++) {
            if (at >= bytes.length || bytes[at] != with[at]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Sheet> refused(String name, Faults faults, String code, String message) {
        faults.add(new Diagnostic(name, 0, 0, code, message));
        return Optional.empty();
    }
}
