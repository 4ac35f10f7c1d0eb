package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Publishing;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision table goes from a spreadsheet through the browser into force, and its rules answer. */
class WorkbookIT {
    private static final Path SHIPPED = Path.of("../rules/src/main/resources/workbooks/thank-you-coupon.xlsx");
    private static final String FILE = "rules/gifts.csv";

    @TempDir
    private Path home;

    @Test
    void a_workbook_is_put_in_checked_published_and_fires() throws IOException {
        try (HttpHouse house = new HttpHouse(home, Map.of("siyu.engine.partitions", "4"))) {
            house.part(Publishing.class).publish(LivePlaybook.shop(), "test");
            house.signIn();
            HttpResponse<String> editor = house.putIn("gifts", Files.readAllBytes(SHIPPED));
            assertThat(editor.uri()).hasPath("/rules/-/files/" + FILE);
            assertThat(editor.body()).contains("Anybody over 5000").doesNotContain("class=\"fault\"");
            assertThat(house.part(Publishing.class).playbook().file(FILE)).isEmpty();

            String table = house.part(Desk.class).text(FILE).orElseThrow();
            house.publishFile(FILE, table);
            assertThat(house.part(Publishing.class).edition().rules().rules())
                    .filteredOn(rule -> rule.file().equals(FILE))
                    .hasSize(7);

            assertThat(house.send(List.of(paid("p1", 5000), paid("p2", 4999))).statusCode())
                    .isEqualTo(202);
            LiveServer.await(
                    "both are decided",
                    () -> house.why("m1", "p2").statusCode() == 200,
                    () -> house.why("m1", "p2").body());
            assertThat(house.decisions().body().lines())
                    .filteredOn(line -> line.contains("private-fitting"))
                    .singleElement()
                    .asString()
                    .contains("Anybody over 5000", "p1");
        }
    }

    private static String paid(String id, int total) {
        return """
                {"specversion":"1.0","id":"%s","source":"shop","type":"order.paid","subject":"m1","time":"%s",\
                "data":{"orderId":"%s","total":"%d.00","currency":"EUR"}}""".formatted(id, Instant.now(), id, total);
    }
}
