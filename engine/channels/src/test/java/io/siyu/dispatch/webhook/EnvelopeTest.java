package io.siyu.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Letters;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-11-11T08:00:00.123Z");

    @Test
    void tells_a_members_message_whole() {
        assertThat(written(Letters.letter("m1")))
                .isEqualTo("{\"type\":\"message.send\",\"timestamp\":\"2026-11-11T08:00:00Z\",\"data\":{"
                        + "\"message\":\"m1\",\"subject\":\"member/anna\",\"member\":\"anna\",\"channel\":\"webhook\","
                        + "\"purpose\":\"service\",\"campaign\":\"thanks\",\"step\":\"now\",\"template\":\"now\","
                        + "\"edition\":\"e1\",\"text\":\"谢谢 \\\"Anna\\\"\"}}");
    }

    @Test
    void names_no_member_where_the_subject_is_none() {
        Message message = new Message(
                "m2", Subject.parse("store/7"), "webhook", Purpose.MARKETING, "", "", "A rule", "hi", "e1", "");
        assertThat(written(message))
                .contains("\"subject\":\"store/7\",\"channel\"", "\"rule\":\"A rule\"", "\"text\":\"\"")
                .doesNotContain("\"member\"", "\"campaign\"");
    }

    private static String written(Message message) {
        return new String(Envelope.bytes(message, NOW), StandardCharsets.UTF_8);
    }
}
