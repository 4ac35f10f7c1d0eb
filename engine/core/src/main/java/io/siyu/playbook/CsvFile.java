package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A CSV file of a playbook, read row by row: UTF-8, commas between cells, quotes around cells that hold commas or quotes. */
final class CsvFile {

    /**
     * One cell.
     *
     * @param line where it begins, from 1; {@code column} in code points from 1
     */
    record Cell(int line, int column, String text) {}

    /** why: a column is told in code points, which are counted from the line's beginning */
    private static final int MOST_CELLS = 100;

    private final String file;
    private final String text;
    private final Faults faults;
    private int at;
    private int line = 1;
    private int lineStart;

    private CsvFile(String file, String text, Faults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** Hands over every row but empty ones; reading ends at a fault that leaves the rest without meaning. */
    static void read(String file, byte[] bytes, Faults faults, Consumer<List<Cell>> row) {
        decoded(bytes)
                .ifPresentOrElse(
                        text -> new CsvFile(file, text, faults).rows(row),
                        () -> faults.add(new Diagnostic(
                                file, 0, 0, "csv.utf8", "The file is not UTF-8.\nMaybe save it as \"CSV UTF-8\".")));
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private void rows(Consumer<List<Cell>> row) {
        while (at < text.length()) {
            List<Cell> cells = new ArrayList<>();
            boolean more = true;
            while (more) {
                Optional<Cell> cell = cell();
                if (cell.isEmpty()) {
                    return;
                }
                cells.add(cell.get());
                if (cells.size() > MOST_CELLS) {
                    faults.add(new Diagnostic(
                            file,
                            line,
                            cell.get().column(),
                            "csv.cells",
                            "A row has at most " + MOST_CELLS + " cells.\nMaybe line ends are missing."));
                    return;
                }
                more = at < text.length() && text.charAt(at) == ',';
                at += more ? 1 : 0;
            }
            endOfLine();
            if (cells.size() > 1 || !cells.get(0).text().isEmpty()) {
                row.accept(cells);
            }
        }
    }

    private Optional<Cell> cell() {
        int begins = at;
        int onLine = line;
        int column = text.codePointCount(lineStart, at) + 1;
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        Optional<String> content = quoted ? quoted() : Optional.of(plain());
        boolean ends = at >= text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
        if (content.isEmpty() || !ends) {
            faults.add(
                    new Diagnostic(
                            file,
                            onLine,
                            column,
                            "csv.quote",
                            "The quote that begins here does not end its cell.\nMaybe write a quote inside a cell twice: \"\"."));
            at = begins;
            return Optional.empty();
        }
        return content.map(told -> new Cell(onLine, column, told.strip()));
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private Optional<String> quoted() {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
                lineStart = at;
            }
            if (c != '"') {
                content.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                content.append(c);
                at++;
            } else {
                return Optional.of(content.toString());
            }
        }
        return Optional.empty();
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        lineStart = at;
    }
}
