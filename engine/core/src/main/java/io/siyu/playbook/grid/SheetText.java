package io.siyu.playbook.grid;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sheets as text: separated by tabs, as spreadsheets copy them, or by commas, as they save them. What begins like a formula
 * goes out behind an apostrophe and comes back without it.
 */
public final class SheetText {

    /** Most bytes of a file. */
    public static final int MOST_BYTES = 2_000_000;

    private static final String FORMULA = "=+-@\t\r＝＋－＠'";
    private static final char MARK = '\'';
    private static final char BYTE_ORDER = '\uFEFF';
    private static final List<String> SEPARATORS = List.of("\t", ";", ",");

    private SheetText() {}

    /** The sheet in the bytes of a file: UTF-8, UTF-16 with a mark, or GB 18030 as spreadsheets in Chinese save it. */
    public static Optional<Sheet> read(String name, byte[] bytes, Faults faults) {
        if (bytes.length > MOST_BYTES) {
            return refused(
                    name,
                    faults,
                    "grid.size",
                    "The file is larger than " + MOST_BYTES + " bytes.\nMaybe it holds more than the plan.");
        }
        Optional<String> text = decoded(bytes);
        return text.isPresent()
                ? read(name, text.get(), faults)
                : refused(
                        name,
                        faults,
                        "grid.encoding",
                        "The file is text in no encoding known here.\nMaybe save it as CSV UTF-8 or as .xlsx.");
    }

    /** The sheet in a text that was pasted. */
    public static Optional<Sheet> read(String name, String text, Faults faults) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        String words = !plain.isEmpty() && plain.charAt(0) == BYTE_ORDER ? plain.substring(1) : plain;
        if (words.isBlank()) {
            return refused(
                    name,
                    faults,
                    "grid.empty",
                    "There are no cells.\nMaybe copy the plan from the spreadsheet, with its headings.");
        }
        return Optional.of(new Sheet(name, rows(words, separator(words))));
    }

    /** The sheet as spreadsheets paste it. */
    public static String tabs(Sheet sheet) {
        return written(sheet, "\t", "\n");
    }

    /** The sheet as spreadsheets open it: CSV in UTF-8, with the mark that tells them so. */
    public static byte[] csv(Sheet sheet) {
        return (BYTE_ORDER + written(sheet, ",", "\r\n")).getBytes(StandardCharsets.UTF_8);
    }

    /** How such a file begins: the mark and its headings. */
    public static byte[] csvBegin(List<String> headings) {
        return (BYTE_ORDER + csvLine(headings)).getBytes(StandardCharsets.UTF_8);
    }

    /** One line of such a file with its end. */
    public static String csvLine(List<String> cells) {
        return line(cells, ",", "\r\n");
    }

    /** A cell that no spreadsheet takes for a formula. */
    public static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? MARK + cell : cell;
    }

    /** What was written before it was made harmless. */
    public static String meant(String cell) {
        String stripped = cell.strip();
        boolean marked =
                stripped.length() > 1 && stripped.charAt(0) == MARK && FORMULA.indexOf(stripped.charAt(1)) >= 0;
        return marked ? stripped.substring(1) : cell;
    }

    private static Optional<Sheet> refused(String name, Faults faults, String code, String message) {
        faults.add(new Diagnostic(name, 0, 0, code, message));
        return Optional.empty();
    }

    /** The text of a file as spreadsheets save one: UTF-8, UTF-16 with its mark, or GB18030; empty when it is none of them. */
    public static Optional<String> decoded(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
        if (wide) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        return decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, Charset.forName("GB18030")));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .filter(first::contains)
                .findFirst()
                .orElse("\t")
                .charAt(0);
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int closing = closing(text, at, separator);
            int end = closing < 0 ? end(text, at, separator) : closing + 1;
            String cell = closing < 0
                    ? text.substring(at, end)
                    : text.substring(at + 1, closing).replace("\"\"", "\"");
            row.add(meant(cell));
            boolean over = end == text.length() || text.charAt(end) == '\n';
            if (over) {
                rows.add(row);
                row = new ArrayList<>();
            }
            at = end + 1;
        }
        if (!row.isEmpty()) {
            rows.add(row); // why: the last cell was empty and nothing ended its row
        }
        return rows;
    }

    /**
     * Where a quoted cell that begins here ends; -1 when the cell is not quoted.
     *
     * <p>why: spreadsheets copy a cell that merely begins with a quotation mark as it is, so a mark that closes nothing is
     * part of the text, where a reader of strict CSV would swallow the rows behind it
     */
    private static int closing(String text, int from, char separator) {
        if (text.charAt(from) != '"') {
            return -1;
        }
        int last = Math.min(text.length(), from + 2 * Sheet.MOST_CHARACTERS);
        for (int at = from + 1; at < last; at++) {
            if (text.charAt(at) == '"') {
                boolean ends = at + 1 == text.length() || isEnd(text.charAt(at + 1), separator);
                if (ends || text.charAt(at + 1) != '"') {
                    return ends ? at : -1;
                }
                at++;
            }
        }
        return -1;
    }

    private static int end(String text, int from, char separator) {
        int at = from;
        while (at < text.length() && !isEnd(text.charAt(at), separator)) {
            at++;
        }
        return at;
    }

    private static boolean isEnd(char character, char separator) {
        return character == separator || character == '\n';
    }

    private static String written(Sheet sheet, String separator, String line) {
        return sheet.rows().stream().map(row -> line(row, separator, line)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, String separator, String end) {
        return cells.stream().map(cell -> quoted(harmless(cell))).collect(Collectors.joining(separator)) + end;
    }

    private static String quoted(String cell) {
        boolean plain =
                cell.chars().noneMatch(c -> c == '"' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == ';');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
