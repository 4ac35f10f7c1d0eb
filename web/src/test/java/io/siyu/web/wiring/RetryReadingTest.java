package io.siyu.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.siyu.dispatch.Patience;
import io.siyu.web.settings.UnusableSettingException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryReadingTest {
    private static final String SERVER = "siyu.dispatch.retry";
    private static final String WEBHOOK = "siyu.channels.webhook.retry";

    @Test
    void nothing_set_is_as_usual() {
        RetryReading.Retries retries = read(Map.of());
        assertThat(retries.usual()).isEqualTo(Patience.USUAL);
        assertThat(retries.others()).containsExactly(Map.entry("webhook", Patience.USUAL));
    }

    @Test
    void a_channel_is_as_the_server_where_it_says_nothing() {
        RetryReading.Retries retries = read(Map.of(
                SERVER + ".first", "2s",
                SERVER + ".longest", "1m",
                SERVER + ".attempts", "7",
                SERVER + ".age", "1h",
                WEBHOOK + ".attempts", "3"));
        Duration hour = Duration.ofHours(1);
        assertThat(retries.usual()).isEqualTo(new Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), 7, hour));
        assertThat(retries.others().get("webhook"))
                .isEqualTo(new Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), 3, hour));
    }

    @ParameterizedTest
    @CsvSource({
        "first, 0s, (PT0S) must be from 1 ms to 365 days",
        "first, -5s, (PT-5S) must be from 1 ms to 365 days",
        "longest, 366d, (PT8784H) must be from 1 ms to 365 days",
        "age, -1s, (PT-1S) must be from 0 ms to 365 days",
        "attempts, 0, (0) must be from 1 to 10000",
        "attempts, 10001, (10001) must be from 1 to 10000",
    })
    void a_setting_out_of_bounds_is_told(String name, String value, String fault) {
        assertThat(faults(Map.of(SERVER + "." + name, value)))
                .isEqualTo("The setting siyu.dispatch.retry." + name + " " + fault + ".");
    }

    @ParameterizedTest
    @CsvSource({"first, 1ms", "longest, 365d", "age, 0s", "attempts, 1", "attempts, 10000"})
    void the_bounds_themselves_will_do(String name, String value) {
        assertThat(read(Map.of(SERVER + "." + name, value)).usual()).isNotEqualTo(Patience.USUAL);
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(faults(Map.of(
                                SERVER + ".attempts", "0",
                                SERVER + ".longest", "500ms",
                                WEBHOOK + ".first", "20m",
                                WEBHOOK + ".age", "-1s"))
                        .split("\n"))
                .containsExactly(
                        "The setting siyu.dispatch.retry.attempts (0) must be from 1 to 10000.",
                        "The setting siyu.dispatch.retry.longest (PT0.5S) must not be shorter than the first pause (PT1S).",
                        "The setting siyu.channels.webhook.retry.age (PT-1S) must be from 0 ms to 365 days.",
                        "The setting siyu.channels.webhook.retry.longest (PT0.5S) must not be shorter than the first pause"
                                + " (PT20M).");
    }

    private static String faults(Map<String, String> settings) {
        String[] told = new String[1];
        assertThatExceptionOfType(UnusableSettingException.class)
                .isThrownBy(() -> read(settings))
                .satisfies(unusable -> told[0] = unusable.getMessage());
        return told[0];
    }

    private static RetryReading.Retries read(Map<String, String> settings) {
        Binder binder = new Binder(new MapConfigurationPropertySource(new TreeMap<>(settings)));
        RetrySettings server = binder.bindOrCreate(SERVER, RetrySettings.class);
        WebhookSettings webhook = binder.bindOrCreate("siyu.channels.webhook", WebhookSettings.class);
        return RetryReading.read(server, Map.of("webhook", webhook.retry()));
    }
}
