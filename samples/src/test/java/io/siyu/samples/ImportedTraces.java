package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.cli.SiyuCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine;

/** The command {@code import} run on files of the samples or beside the clone. */
final class ImportedTraces {

    /** The real year, which lies beside the clone and is no part of it. */
    static final Path JOURNEY = Path.of("../../shared/data/complete-journey");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... args) {
        CommandLine line = SiyuCommand.line(args);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** The compressed CSV files of the real year, as a shell would list them. */
    static List<String> journeyFiles() throws IOException {
        assertThat(JOURNEY)
                .as("The Complete Journey files must lie in ../shared/data/complete-journey beside the clone.")
                .isDirectory();
        try (Stream<Path> files = Files.list(JOURNEY)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    static String[] arguments(List<String> files, String... options) {
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.addAll(files);
        return all.toArray(String[]::new);
    }

    static List<String> lines(Path gzip) throws IOException {
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            return text.lines().toList();
        }
    }
}
