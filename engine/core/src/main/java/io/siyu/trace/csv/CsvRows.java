package io.siyu.trace.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The rows of one CSV file, streamed; a row that cannot be read comes with its fault and reading goes on. */
public final class CsvRows implements AutoCloseable {

    private static final char UNREADABLE = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvSource source;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final Columns columns;
    private int line = 1;
    private boolean ended;

    /**
     * Opens a file and reads its header.
     *
     * @param read told how many bytes of the file were consumed, repeatedly
     */
    public CsvRows(CsvSource source, Path path, LongConsumer read) throws IOException {
        this.source = source;
        this.reader = CsvReader.builder()
                .fieldSeparator(source.form().delimiter())
                .quoteCharacter(source.form().quote())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text(source, path, read));
        try {
            reader.skipLines(source.skip());
            this.records = reader.iterator();
            this.columns = new Columns(source.columns().isEmpty() ? header() : source.columns());
        } catch (CsvParseException | UncheckedIOException unreadable) {
            reader.close();
            throw new IOException(reason(unreadable), unreadable);
        } catch (IOException empty) {
            reader.close();
            throw empty;
        }
    }

    public Columns columns() {
        return columns;
    }

    /** The next row, with its fault when it is broken; null at the end of what can be read. */
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord next = records.next();
            line = Math.toIntExact(next.getStartingLineNumber());
            return row(next);
        } catch (CsvParseException | UncheckedIOException unreadable) {
            ended = true;
            return new Row(
                    columns,
                    line,
                    new String[0],
                    "The file cannot be read on after this row: " + reason(unreadable)
                            + ".\nMaybe a quote is not closed, or copying the file was interrupted.");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private Row row(CsvRecord written) {
        @Nullable String[] values = new String[written.getFieldCount()];
        String fault = values.length == columns.names().size() ? null : miscounted(values.length);
        for (int i = 0; i < values.length; i++) {
            String value = written.getField(i);
            values[i] = value.isEmpty() || source.missing().contains(value) ? null : value;
            if (value.indexOf(UNREADABLE) >= 0) {
                fault = "A character is not " + source.form().encoding()
                        + ".\nMaybe the source needs another encoding.";
            }
        }
        return new Row(columns, line, values, fault);
    }

    private String miscounted(int fields) {
        return "The row has " + fields + " fields, the file has "
                + columns.names().size() + " columns.\nMaybe a delimiter or a quote is missing or too many.";
    }

    private List<String> header() throws IOException {
        if (!records.hasNext()) {
            throw new IOException("the file is empty");
        }
        return records.next().getFields();
    }

    private static Reader text(CsvSource source, Path path, LongConsumer read) throws IOException {
        InputStream raw = new BufferedInputStream(new CountedInput(Files.newInputStream(path), read), 1 << 16);
        try {
            raw.mark(2);
            boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            InputStream plain = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
            return afterMark(new BufferedReader(
                    new InputStreamReader(plain, source.form().encoding())));
        } catch (IOException unreadable) {
            raw.close();
            throw unreadable;
        }
    }

    private static Reader afterMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static String reason(RuntimeException unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage());
    }
}
