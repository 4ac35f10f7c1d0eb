package io.siyu.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Faults;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingReaderTest {

    private static final String WHOLE = """
            format: siyu-mapping/1
            zone: Asia/Shanghai
            currency: CNY
            source: shop
            sources:
              orders:
                file: orders.csv
            events:
              - type: order.placed
                from: orders
                id: "{no}"
                subject: "{member}"
                time: {column: at}
                data:
                  orderId: "{no}"
                  total: {column: total, money: exact}
                  currency: CNY
            """;

    private final Faults faults = new Faults();

    @Test
    void reads_a_mapping() {
        assertThat(read(WHOLE)).isPresent();
        assertThat(told()).isEmpty();
    }

    @Test
    void names_the_place_of_an_unknown_zone_and_the_nearest_one() {
        assertThat(read(WHOLE.replace("Asia/Shanghai", "Asia/Shanghia"))).isEmpty();
        assertThat(told())
                .containsExactly("mapping.yaml:2:7: \"Asia/Shanghia\" cannot be the zone: no time zone has this name."
                        + "\nMaybe \"Asia/Shanghai\" was meant.");
    }

    @Test
    void tells_every_fault_at_once() {
        String wrong = WHOLE.replace("siyu-mapping/1", "siyu-mapping/9")
                .replace("currency: CNY\nsource", "currency: XYZW\nsource")
                .replace("from: orders", "from: order")
                .replace("id: \"{no}\"", "id: {no}")
                .replace("column: at", "colum: at")
                .replace("money: exact", "money: rounded");
        assertThat(read(wrong)).isEmpty();
        assertThat(told()).hasSize(7).allMatch(fault -> fault.contains("\nMaybe "));
        assertThat(told()).anyMatch(fault -> fault.startsWith("mapping.yaml:10:11: There is no source \"order\""));
        assertThat(told()).anyMatch(fault -> fault.contains("braces without quotes"));
        assertThat(told()).anyMatch(fault -> fault.contains("\"column\" was meant"));
    }

    @Test
    void refuses_an_expression_that_reaches_outside() {
        read(WHOLE.replace("{column: total, money: exact}", "{expression: \"new('java.io.File', total)\"}"));
        assertThat(told()).singleElement().asString().startsWith("mapping.yaml:16:27: ");
    }

    @Test
    void refuses_an_amount_without_a_currency() {
        read(WHOLE.replace("currency: CNY\nsource", "source"));
        assertThat(told()).singleElement().asString().contains("\"currency\" is missing");
    }

    @Test
    void refuses_broken_yaml_and_an_alias_bomb() {
        assertThat(read(WHOLE + "  - [")).isEmpty();
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("x]\n");
        }
        assertThat(read(bomb.toString())).isEmpty();
        assertThat(told()).hasSize(2);
    }

    @Test
    void refuses_a_mapping_without_its_parts() {
        assertThat(read("format: siyu-mapping/1\n")).isEmpty();
        assertThat(told()).hasSize(4).allMatch(fault -> fault.contains("is missing"));
    }

    @Test
    void checks_types_and_fields_against_the_catalogue() {
        read(WHOLE.replace("order.placed", "order.place").replace("orderId:", "orderNo:"));
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("mapping.yaml:9:11: No event from outside is called \"order.place\".")
                .endsWith("Maybe \"order.placed\" was meant.");
        Faults fields = new Faults();
        new MappingReader(fields).read("mapping.yaml", WHOLE.replace("orderId:", "orderNo:"));
        assertThat(fields.sorted().stream().map(Object::toString))
                .satisfiesExactlyInAnyOrder(
                        unknown -> assertThat(unknown)
                                .contains("knows no field \"orderNo\" of order.placed.\nMaybe \"orderId\""),
                        missing -> assertThat(missing).contains("The data lacks \"orderId\""));
    }

    private Optional<Mapping> read(String text) {
        return new MappingReader(faults).read("mapping.yaml", text);
    }

    private List<String> told() {
        return faults.sorted().stream().map(Object::toString).toList();
    }
}
