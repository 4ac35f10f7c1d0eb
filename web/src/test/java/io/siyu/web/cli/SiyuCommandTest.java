package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SiyuCommandTest {

    private static final String MAPPING = """
            format: siyu-mapping/1
            zone: Asia/Shanghai
            currency: CNY
            source: shop
            sources:
              coupons: {file: coupons.csv}
            ignore: [notes.csv]
            events:
              - type: coupon.issued
                from: coupons
                id: "{no}"
                subject: "{member}"
                time: {column: day}
                data:
                  couponId: "{no}"
                  kind: Spring
                  expiresAt: {column: day, plus: 7d}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void imports_and_prints_counts() throws IOException {
        write("mapping.yaml", MAPPING);
        write("coupons.csv", "no,member,day\n1,m1,2024-05-01\n");
        write("notes.csv", "x\n");

        assertThat(run("coupons.csv", "notes.csv")).isZero();
        assertThat(out.toString()).contains("         1 coupon.issued").contains("2024-04-30T16:00:00Z");
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("out.jsonl")).isRegularFile();
    }

    @Test
    void prints_json_for_programs_and_exits_1_with_bad_rows() throws IOException {
        write("mapping.yaml", MAPPING);
        write("coupons.csv", "no,member,day\n1,m1,May\n2,m1,2024-05-01\n");

        assertThat(run("coupons.csv", "--json")).isEqualTo(1);
        assertThat(out.toString())
                .endsWith("\"total\":1,\"events\":{\"coupon.issued\":1},\"rows\":{\"coupons\":2},\"badRows\":1,"
                        + "\"leftOut\":0,\"personal\":0}\n");
        assertThat(err.toString()).startsWith("coupons.csv:2: \"May\" is not a time.\nMaybe ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            chek pb            | There is no verb "chek".             | Maybe "check" was meant.
            publsh             | There is no verb "publsh".           | Maybe "publish" was meant.
            xylophone          | There is no verb "xylophone".        | Maybe "siyu --help" tells what is possible.
            check pb other     | "other" is one word too many.        | Maybe "siyu check --help" tells what is possible.
            test pb --scenario | There is no option "--scenario".     | Maybe "siyu test --help" tells what is possible.
            publish pb --dry-run --hours 0    | A dry run plays 1 to 8784 hours, not 0.    | Maybe 24.
            publish pb --dry-run --hours 8785 | A dry run plays 1 to 8784 hours, not 8785. | Maybe 24.
            publish pb --canary --minutes 0   | An edition is tried for 1 to 43200 minutes, not 0. | Maybe 60.
            publish pb --canary --minutes 43201 | An edition is tried for 1 to 43200 minutes, not 43201. | Maybe 60.
            publish pb --canary --within 1 | Messages may become up to so many times as many, above 1 and at most 1000, not 1.0. | Maybe 2.
            publish pb --dry-run --hours 8784 | The directory (pb) is no playbook: it has no settings.yaml. | Maybe another directory was meant.
            publish pb --canary --minutes 43200 --within 1000 | The directory (pb) is no playbook: it has no settings.yaml. | Maybe another directory was meant.
            """)
    void tells_which_word_of_the_command_line_is_wrong(String words, String wrong, String maybe) {
        String[] args = words.split(" ", -1);
        int code = SiyuCommand.line(args)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines(wrong + "\n" + maybe + "\n");
    }

    @Test
    void tells_the_faults_of_a_mapping_and_writes_nothing() throws IOException {
        write("mapping.yaml", MAPPING.replace("Asia/Shanghai", "Asia/Peking"));
        write("coupons.csv", "no,member,day\n");

        assertThat(run("coupons.csv")).isEqualTo(1);
        assertThat(err.toString()).contains("mapping.yaml:2:7: ");
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
    }

    @Test
    void refuses_a_file_no_source_reads() throws IOException {
        write("mapping.yaml", MAPPING);
        write("coupon.csv", "no,member,day\n");

        assertThat(run("coupon.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("reads \"coupon.csv\".\nMaybe \"coupons.csv\" was meant.");
    }

    @Test
    void tells_wrong_use_in_two_lines() {
        assertThat(execute("improt")).isEqualTo(2);
        assertThat(execute("import")).isEqualTo(2);
        assertThat(execute()).isEqualTo(2);
        assertThat(run("absent.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("Maybe \"siyu import --help\" tells what is possible.");
    }

    @Test
    void shows_help_of_all_verbs() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("import").contains("serve");
    }

    @Test
    void loads_nothing_of_the_server_for_an_offline_verb() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SiyuCommand.class.getName(),
                        "import",
                        "--help"))
                .redirectErrorStream(true)
                .start();
        String told = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(told).isZero();
        assertThat(Files.readString(log)).contains("ImportCommand").doesNotContain("org.springframework");
    }

    private int run(String... files) {
        String[] args = new String[files.length + 5];
        String[] fixed = {"import", "--mapping", path("mapping.yaml"), "--out", path("out.jsonl")};
        System.arraycopy(fixed, 0, args, 0, 5);
        for (int i = 0; i < files.length; i++) {
            args[i + 5] = files[i].startsWith("--") ? files[i] : path(files[i]);
        }
        return execute(args);
    }

    private int execute(String... args) {
        CommandLine line = SiyuCommand.line(args);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
