package io.siyu.trace.csv;

import io.siyu.playbook.YamlNode;
import java.nio.charset.Charset;
import java.util.List;

/**
 * How one file of a shop is written.
 *
 * @param name what the mapping calls it
 * @param file file name without directory; on disk it may end in {@code .gz}
 * @param form delimiter, quote and encoding
 * @param columns the column names when the file has no header line; empty when its first line names them
 * @param skip lines before the header that are not data
 * @param missing texts that count as absent, beside the empty one
 * @param joins other sources whose columns are added to each row
 * @param place where the mapping describes it
 */
public record CsvSource(
        String name,
        String file,
        Form form,
        List<String> columns,
        int skip,
        List<String> missing,
        List<Join> joins,
        YamlNode place) {

    public CsvSource {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        joins = List.copyOf(joins);
    }

    /** The characters a file is made of. */
    public record Form(char delimiter, char quote, Charset encoding) {}

    /**
     * Columns of another source, found by equal keys.
     *
     * @param source name of the source to look up in
     * @param here key columns of this source
     * @param there key columns of the other source, in the same order
     * @param prefix put before the names of the added columns
     * @param optional a row without a match stays, its added columns absent
     * @param place where the mapping says so
     */
    public record Join(
            String source, List<String> here, List<String> there, String prefix, boolean optional, YamlNode place) {

        public Join {
            here = List.copyOf(here);
            there = List.copyOf(there);
        }
    }

    /** Whether a file of this name, compressed or not, is this source. */
    public boolean matches(String fileName) {
        return plain(fileName).equals(plain(file));
    }

    private static String plain(String fileName) {
        return fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
    }
}
