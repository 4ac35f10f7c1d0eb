package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondShopImportTest {

    private static final Path SHOP = Path.of("second-shop");

    private final ImportedTraces imports = new ImportedTraces();

    @TempDir
    private Path folder;

    @Test
    void maps_another_shop_without_java() throws IOException {
        List<String> lines = imported(SHOP, 0);

        assertThat(imports.err()).isEmpty();
        assertThat(lines).hasSize(43);
        assertThat(lines.get(0)).contains("\"zone\":\"Asia/Shanghai\"");
        assertThat(lines)
                .anyMatch(
                        line -> line.contains("\"id\":\"order-240305-002\"")
                                && line.contains("\"time\":\"2024-03-05T11:02:00Z\"")
                                && line.contains(
                                        "\"total\":1288.50,\"currency\":\"CNY\",\"store\":\"online\",\"source\":\"own-online\""))
                .anyMatch(line -> line.contains("\"id\":\"paid-240305-002\"") && line.contains("\"total\":1300.50,"))
                .anyMatch(line -> line.contains("\"id\":\"joined-T1004\"")
                        && line.endsWith("\"data\":{\"level\":3,\"tags\":[\"送礼\",\"企业\"]}}"))
                .anyMatch(line -> line.contains("\"id\":\"issued-V-8804\"")
                        && line.contains("\"expiresAt\":\"2024-04-10T15:59:59Z\""))
                .noneMatch(line -> line.contains("礼盒"));
    }

    @Test
    void tells_every_bad_row_and_goes_on() throws IOException {
        for (String file : List.of("members.csv", "stores.csv", "vouchers.csv")) {
            Files.copy(SHOP.resolve(file), folder.resolve(file));
        }
        Files.copy(
                SHOP.resolve("orders-with-faults.csv"),
                folder.resolve("orders.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> lines = imported(folder, 1);

        assertThat(lines).filteredOn(line -> line.contains("order.placed")).hasSize(2);
        for (int line = 3; line <= 9; line++) {
            assertThat(imports.err()).contains("orders.csv:" + line + ": ");
        }
        assertThat(imports.err()).doesNotContain("orders.csv:2:").doesNotContain("orders.csv:10:");
        assertThat(imports.out()).contains("7 bad rows");
    }

    private List<String> imported(Path files, int exit) throws IOException {
        Path out = folder.resolve("second.jsonl");
        String mapping = SHOP.resolve("mapping.yaml").toString();
        assertThat(imports.run("import", "--mapping", mapping, "--out", out.toString(), files.toString()))
                .as(imports::err)
                .isEqualTo(exit);
        return Files.readAllLines(out);
    }
}
