package io.siyu.member.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 0",
        "2026-01-01T00:00:01Z, 1",
        "2026-01-01T00:00:00.5Z, 0.5",
        "2026-01-01T00:00:00.000000001Z, 0.000000001",
        "2026-01-01T00:01:00.100200300Z, 60.1002003",
        "2026-01-01T00:00:00.999999999Z, 0.999999999",
        "2025-12-31T23:59:59.5Z, -0.5",
        "2025-12-31T23:59:58.25Z, -1.75",
        "2025-12-31T23:59:59Z, -1",
        "9999-12-31T23:59:59.001Z, 251635075199.001",
    })
    void writes_a_time_as_the_exact_seconds_since_2026(Instant time, String written) {
        byte[] json = JsonBytes.of(new JsonFactory(), to -> Json.instant(to, time));

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(written);
        assertThat(Json.instant(StateJson.MAPPER.readTree(json))).isEqualTo(time);
    }

    @Test
    void keeps_every_byte_of_a_text_longer_than_a_buffer() {
        String text = "长".repeat(20_000) + "end";

        byte[] json = JsonBytes.of(new JsonFactory(), to -> to.writeString(text));

        assertThat(JsonMapper.shared().readTree(json).stringValue()).isEqualTo(text);
        assertThat(json).hasSize(60_005);
    }
}
