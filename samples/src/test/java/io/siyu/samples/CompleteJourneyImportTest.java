package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompleteJourneyImportTest {

    @TempDir
    private static Path folder;

    private static final ImportedTraces IMPORT = new ImportedTraces();
    private static Path trace = Path.of("");
    private static List<String> lines = List.of();
    private static int exit;

    @BeforeAll
    static void importTheYear() throws IOException {
        trace = folder.resolve("journey.jsonl.gz");
        exit = IMPORT.run(arguments(trace));
        lines = ImportedTraces.lines(trace);
    }

    @Test
    void has_every_basket_coupon_and_redemption() {
        assertThat(IMPORT.err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(IMPORT.out())
                .contains("47,243 order.placed")
                .contains("6,589 coupon.issued")
                .contains("2,102 coupon.redeemed");
        assertThat(counts())
                .containsEntry("order.placed", 47_243)
                .containsEntry("coupon.issued", 6_589)
                .containsEntry("coupon.redeemed", 2_102);
    }

    @Test
    void starts_with_a_header_for_the_shop_s_zone() {
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"format\":\"siyu-trace/1\",\"mode\":\"inputs\",\"zone\":\"America/New_York\",\"partitions\":64}");
    }

    @Test
    void is_in_order_of_time_with_unique_ids() {
        String before = "";
        Set<String> ids = new HashSet<>();
        for (String line : events()) {
            JsonNode event = JsonMapper.shared().readTree(line);
            assertThat(event.get("time").asString()).isGreaterThanOrEqualTo(before);
            before = event.get("time").asString();
            assertThat(ids.add(event.get("id").asString())).as(line).isTrue();
        }
    }

    @Test
    void lets_each_household_join_and_consent_before_anything_else() {
        Map<String, String> seen = new HashMap<>();
        for (String line : events()) {
            JsonNode event = JsonMapper.shared().readTree(line);
            String type = event.get("type").asString();
            String before = seen.put(event.get("subject").asString(), type);
            if (before == null) {
                assertThat(type).isEqualTo("member.joined");
            } else if (before.equals("member.joined")) {
                assertThat(line).contains("\"type\":\"consent.given\"").endsWith("\"data\":{\"channel\":\"phone\"}}");
            }
        }
        assertThat(seen).hasSize(2_379).doesNotContainValue("member.joined");
    }

    @Test
    void reads_a_basket_as_one_order_in_exact_money() {
        assertThat(events())
                .contains("{\"specversion\":\"1.0\",\"id\":\"order-31198705046\",\"source\":\"complete-journey\","
                        + "\"type\":\"order.placed\",\"subject\":\"906\",\"time\":\"2017-01-01T12:30:27Z\",\"data\":{"
                        + "\"orderId\":\"31198705046\",\"total\":1.50,\"currency\":\"USD\",\"store\":\"319\","
                        + "\"items\":[{\"sku\":\"1075313\",\"qty\":1}]}}");
    }

    @Test
    void reads_a_campaign_s_days_in_the_shop_s_zone() {
        assertThat(events())
                .anyMatch(line -> line.contains("\"id\":\"issued-c1-105\"")
                        && line.contains("\"time\":\"2017-03-03T05:00:00Z\"")
                        && line.endsWith("\"data\":{\"couponId\":\"c1-105\",\"kind\":\"Type B\","
                                + "\"expiresAt\":\"2017-04-10T03:59:59Z\",\"campaign\":\"1\"}}"));
    }

    @Test
    void gives_the_same_bytes_again() throws IOException {
        Path again = folder.resolve("again.jsonl.gz");
        assertThat(new ImportedTraces().run(arguments(again))).isZero();
        assertThat(Files.mismatch(trace, again)).isEqualTo(-1);
    }

    private static List<String> events() {
        return lines.subList(1, lines.size());
    }

    private static Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        events().forEach(line ->
                counts.merge(JsonMapper.shared().readTree(line).get("type").asString(), 1, Integer::sum));
        return counts;
    }

    private static String[] arguments(Path out) throws IOException {
        return ImportedTraces.arguments(
                ImportedTraces.journeyFiles(),
                "import",
                "--mapping",
                "complete-journey/mapping.yaml",
                "--out",
                out.toString());
    }
}
