package io.siyu.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {
    private static final Instant NOW = Instant.parse("2026-11-11T08:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void two_hundreds_accept(int status) {
        assertThat(verdict(status)).isEqualTo(new Delivery.Accepted(""));
    }

    @ParameterizedTest
    @CsvSource({
        "408, PASSING, true",
        "425, PASSING, true",
        "429, LIMITED, true",
        "500, PASSING, true",
        "502, PASSING, true",
        "503, PASSING, true",
        "599, PASSING, true",
        "401, EXPIRED, false",
        "403, EXPIRED, false",
        "301, FINAL, false",
        "400, FINAL, false",
        "404, FINAL, false",
        "409, FINAL, false",
        "413, FINAL, false",
        "422, FINAL, false",
    })
    void every_other_status_refuses_by_its_class(int status, Fault fault, boolean waits) {
        assertThat(verdict(status))
                .isEqualTo(new Delivery.Rejected("webhook." + status, fault, waits ? Duration.ofSeconds(7) : null));
    }

    @Test
    void an_address_that_is_gone_is_told_by_its_own_word() {
        assertThat(verdict(410)).isEqualTo(new Delivery.Rejected("webhook.gone", Fault.FINAL));
    }

    @Test
    void a_gateway_that_heard_nothing_proves_nothing() {
        assertThat(verdict(504)).isEqualTo(new Delivery.Unknown("webhook.504"));
    }

    @Test
    void silence_after_the_body_left_proves_nothing_and_before_it_everything() {
        assertThat(Verdicts.of(new Reply.Silence("webhook.reset", true), NOW))
                .isEqualTo(new Delivery.Unknown("webhook.reset"));
        assertThat(Verdicts.of(new Reply.Silence("webhook.unreachable", false), NOW))
                .isEqualTo(new Delivery.Rejected("webhook.unreachable", Fault.PASSING));
    }

    @ParameterizedTest
    @CsvSource({
        "400, EXPIRED, false",
        "401, EXPIRED, false",
        "404, EXPIRED, false",
        "429, LIMITED, true",
        "503, PASSING, true",
        "504, PASSING, true",
        "200, EXPIRED, false",
    })
    void without_a_token_nothing_was_sent(int status, Fault fault, boolean waits) {
        assertThat(Verdicts.of(new Reply.Unasked(answer(status)), NOW))
                .isEqualTo(
                        new Delivery.Rejected("webhook.token." + status, fault, waits ? Duration.ofSeconds(7) : null));
    }

    @Test
    void a_silent_token_endpoint_passes() {
        assertThat(Verdicts.of(new Reply.Unasked(new Reply.Silence("webhook.timeout", true)), NOW))
                .isEqualTo(new Delivery.Rejected("webhook.token.timeout", Fault.PASSING));
    }

    private static Delivery verdict(int status) {
        return Verdicts.of(answer(status), NOW);
    }

    private static Reply.Answer answer(int status) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Retry-After", List.of("7")), (name, value) -> true);
        return new Reply.Answer(status, headers, "");
    }
}
