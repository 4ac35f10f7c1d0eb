package io.siyu.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signs_the_published_example_as_published() {
        String signature = WebhookSecret.parse(PUBLISHED)
                .sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330L,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void takes_keys_of_24_to_64_bytes(int bytes, boolean taken) {
        String written = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
        if (taken) {
            assertThat(WebhookSecret.parse(written)).isNotNull();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WebhookSecret.parse(written))
                    .withMessageContaining("24 to 64 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_not?base64?at?all",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refuses_what_is_no_secret_without_repeating_it(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSecret.parse(written))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("not?base64", "MfKQ"))
                .withNoCause();
    }

    @Test
    void never_shows_itself() {
        assertThat(WebhookSecret.parse(PUBLISHED)).hasToString("whsec_…");
    }
}
