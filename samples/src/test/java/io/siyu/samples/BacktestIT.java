package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server is asked in a shell how often a rule would have fired. */
class BacktestIT {
    private static final int ORDERS = 40;

    @TempDir
    private Path folder;

    @Test
    void tells_how_often_each_condition_would_have_held() {
        Path playbook = LivePlaybook.written(folder.resolve("shop"), LivePlaybook.shop());
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "4"))) {
            house.shell(0, "publish", playbook.toString());
            List<String> lines = IntStream.range(0, ORDERS)
                    .mapToObj(i -> LivePlaybook.order("m" + i % 20, "o" + i, 100 + i))
                    .toList();
            assertThat(house.send(lines).statusCode()).isEqualTo(202);
            LiveServer.await(
                    "all orders are decided",
                    () -> house.part(Watch.class).counts().events() == ORDERS,
                    () -> house.part(Watch.class).counts().toString());

            aPattern(house);
            assertThat(house.shell(
                            0, "backtest", playbook.resolve("rules/orders.drl").toString()))
                    .contains("\"A large order is answered\" would have fired 40 of 40 times");
            assertThat(house.shell(1, "backtest", "OrderPlaced( totl >= 130 )"))
                    .contains("1:")
                    .contains("Maybe");
            assertThat(house.shell(2, "backtest")).contains("Maybe ");
        }
    }

    private static void aPattern(HttpHouse house) {
        // why: of the second orders, 120 to 139 euros, ten are of 130 and more
        String pattern = "OrderPlaced( total >= 130, member.ordersIn(\"7d\") >= 2 )";
        assertThat(house.shell(0, "backtest", pattern))
                .contains("in 4 of 4 partitions:")
                .contains("would have fired 10 of 40 times at order.placed")
                .contains("  10  total >= 130")
                .contains("  20  member.ordersIn(\"7d\") >= 2")
                .contains("such as m");
        JsonNode told = JsonMapper.shared().readTree(house.shell(0, "backtest", pattern, "--json"));
        assertThat(told.path("rules").path(0).path("subjects").asInt()).isEqualTo(10);
        assertThat(told.path("rules").path(0).path("examples").size()).isEqualTo(3);
    }
}
