package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Faults;
import io.siyu.replay.ReplaySummary;
import io.siyu.replay.TraceReplay;
import io.siyu.rule.Edition;
import io.siyu.samples.journey.JourneyTrace;
import io.siyu.web.cli.Playbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real retailer's year, replayed: the same bytes whatever the machine. */
class RealYearReplayTest {
    private static final Path PLAYBOOK = Path.of("complete-journey");

    @TempDir
    private static Path folder;

    private static List<Edition> editions = List.of();
    private static String one = "";

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @BeforeAll
    static void replay_the_year_with_one_worker() throws IOException {
        JourneyTrace.write(
                ImportedTraces.JOURNEY, PLAYBOOK.resolve("mapping.yaml"), folder.resolve("year.jsonl"), new Faults());
        StringWriter faults = new StringWriter();
        editions = Playbooks.editions(List.of(PLAYBOOK), new PrintWriter(faults, true))
                .orElseThrow(() -> new AssertionError(faults.toString()));
        one = decisions(1);
    }

    private static String decisions(int workers) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ReplaySummary summary = new TraceReplay(
                        folder.resolve("year.jsonl"),
                        editions,
                        new LiquidTexts(),
                        new TraceReplay.Options(workers, null))
                .run(lines, count -> {});
        assertThat(summary.faults()).isEmpty();
        assertThat(summary.entries()).isGreaterThan(60_000);
        assertThat(summary.decisions()).isGreaterThan(40_000);
        return DigestUtils.sha256Hex(lines.toByteArray());
    }

    @AfterEach
    void leave_the_machine_as_it_was() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({"2, zh-CN, Asia/Shanghai", "8, en-US, America/New_York", "1, tr-TR, Pacific/Chatham"})
    void workers_locale_and_zone_of_the_machine_change_no_byte(int workers, String tag, String zoneId)
            throws IOException {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
        assertThat(decisions(workers)).isEqualTo(one);
    }

    @Test
    void the_command_prints_what_came_of_each_campaign() throws IOException {
        ImportedTraces command = new ImportedTraces();
        Path decisions = folder.resolve("decisions.jsonl");
        int exit = command.run(
                "replay",
                folder.resolve("year.jsonl").toString(),
                "--playbook",
                PLAYBOOK.toString(),
                "--until",
                "2017-01-15T00:00:00Z",
                "--out",
                decisions.toString());
        assertThat(command.err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(command.out()).contains("order-thanks").contains(" entries/s)");
        assertThat(decisions)
                .content(StandardCharsets.UTF_8)
                .startsWith("{\"seq\":1,\"at\":\"201")
                .endsWith("}\n");
    }
}
