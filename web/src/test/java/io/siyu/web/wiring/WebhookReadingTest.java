package io.siyu.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.siyu.dispatch.webhook.WebhookPlan;
import io.siyu.web.settings.UnusableSettingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookReadingTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Map<String, String> GOOD = Map.of("url", "https://shop.example/hooks", "secrets", SECRET);

    @Test
    void an_address_and_a_secret_are_enough() {
        WebhookPlan plan = WebhookReading.plan(settings(GOOD));
        assertThat(plan.url()).hasToString("https://shop.example/hooks");
        assertThat(plan.secrets()).hasSize(1);
        assertThat(plan.status()).isNull();
        assertThat(plan.token()).isNull();
        assertThat(plan.pace()).isEqualTo(new WebhookPlan.Pace(Duration.ofSeconds(3), Duration.ofSeconds(10), 8));
    }

    @Test
    void everything_can_be_set() {
        WebhookPlan plan = WebhookReading.plan(settings(
                GOOD,
                "secrets",
                SECRET + "," + SECRET,
                "status",
                "https://shop.example/status",
                "token.url",
                "https://login.example/token",
                "token.client",
                "siyu",
                "token.secret",
                "hush"));
        assertThat(plan.secrets()).hasSize(2);
        assertThat(plan.status()).hasToString("https://shop.example/status");
        assertThat(plan.token())
                .isEqualTo(new WebhookPlan.TokenSource(
                        java.net.URI.create("https://login.example/token"), "siyu", "hush"));
        assertThat(plan.toString()).doesNotContain("hush", "MfKQ");
    }

    @Test
    void nothing_set_leaves_the_channel_unset() {
        assertThat(settings(Map.of()).isSet()).isFalse();
        assertThat(settings(Map.of("url", "", "secrets", "")).isSet()).isFalse();
        assertThat(settings(Map.of("secrets", SECRET)).isSet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://shop.example/, must begin with https://",
        "shop.example/hooks, must begin with https://",
        "https:///hooks, names no host",
        "https://siyu:hush@shop.example/, must not carry a user",
        "https://shop.example/#here, must not carry a fragment",
        "https://shop example/, is no address",
        "http://shop.example/, would send messages unencrypted",
        "http://10.0.0.7/, would send messages unencrypted",
        "http://127.0.0.1.shop.example/, would send messages unencrypted",
    })
    void an_address_that_will_not_do_is_told(String address, String fault) {
        assertThat(faults(settings(GOOD, "url", address)))
                .contains("siyu.channels.webhook.url " + fault)
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8090/messages", "http://localhost/", "http://[::1]:8090/", "https://10.0.0.7/"
            })
    void this_machine_and_private_networks_will_do(String address) {
        assertThat(WebhookReading.plan(settings(GOOD, "url", address)).url()).hasToString(address);
    }

    @Test
    void unencrypted_messages_to_another_machine_can_be_allowed() {
        WebhookSettings plain = settings(GOOD, "url", "http://receiver:8080/", "plain", "true");
        assertThat(WebhookReading.plan(plain).url()).hasToString("http://receiver:8080/");
    }

    @Test
    void every_fault_is_told_at_once_and_no_secret() {
        String faults = faults(settings(
                Map.of(),
                "secrets",
                "whsec_c2hvcnQ=,bare",
                "token.secret",
                "hush",
                "timeout",
                "0s",
                "concurrency",
                "0",
                "rate",
                "-1",
                "circuit.percent",
                "101"));
        assertThat(faults.split("\n"))
                .hasSize(9)
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("The setting siyu.channels.webhook.")
                        .endsWith("."));
        assertThat(faults)
                .contains("webhook.url is missing")
                .contains("webhook.secrets[0] is of no use", "webhook.secrets[1] is of no use")
                .contains("webhook.token.url is missing", "webhook.token.client is missing")
                .contains("webhook.timeout (PT0S)", "webhook.concurrency (0)", "webhook.rate (-1)")
                .contains("webhook.circuit.percent (101)")
                .doesNotContain("c2hvcnQ", "bare", "hush");
    }

    @Test
    void settings_do_not_show_their_secrets() {
        assertThat(settings(GOOD, "token.secret", "hush").toString()).doesNotContain("hush", "MfKQ", "shop.example");
    }

    private static String faults(WebhookSettings settings) {
        String[] told = new String[1];
        assertThatExceptionOfType(UnusableSettingException.class)
                .isThrownBy(() -> WebhookReading.plan(settings))
                .satisfies(unusable -> told[0] = unusable.getMessage());
        return told[0];
    }

    private static WebhookSettings settings(Map<String, String> first, String... others) {
        Map<String, String> all = new HashMap<>();
        first.forEach((name, value) -> all.put("siyu.channels.webhook." + name, value));
        for (int i = 0; i < others.length; i += 2) {
            all.put("siyu.channels.webhook." + others[i], others[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("siyu.channels.webhook", WebhookSettings.class);
    }
}
