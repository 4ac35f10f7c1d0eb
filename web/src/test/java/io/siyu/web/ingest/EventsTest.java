package io.siyu.web.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.partition.Admission;
import io.siyu.web.WebTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class EventsTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedIntake intake;

    @BeforeEach
    void empty() {
        intake.empty();
    }

    @Test
    void accepts_one_event_once() throws Exception {
        send(Ingest.ONE, order("1", "12.50"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1));
        send(Ingest.JSON, order("1", "12.50"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.duplicates").value(1));
        assertThat(intake.accepted()).hasSize(1);
    }

    @Test
    void answers_every_item_of_a_batch_and_keeps_the_good_ones() throws Exception {
        String batch = "[" + order("1", "10") + "," + order("2", "-1") + ",{\"id\":\"x]\"}, " + "[".repeat(10_000)
                + "]".repeat(10_000) + "," + order("3", "7") + "]";
        send(Ingest.BATCH, batch)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(2))
                .andExpect(jsonPath("$.refused").value(3))
                .andExpect(jsonPath("$.items", hasSize(5)))
                .andExpect(jsonPath("$.items[1].reasons[0].pointer").value("/data/total"))
                .andExpect(jsonPath("$.items[3].status").value("refused"));
    }

    @Test
    void takes_lines_as_a_stream_and_tells_the_bad_ones() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            lines.append(i == 700 ? "{broken" : order("n" + i, "1")).append(i % 2 == 0 ? "\n" : "\r\n\n");
        }
        send(Ingest.LINES, lines.toString())
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.accepted").value(1_199))
                .andExpect(jsonPath("$.items", hasSize(1)));
    }

    @Test
    void refuses_what_cannot_be_read_and_says_why() throws Exception {
        send(Ingest.ONE, "{\"specversion\":\"1.0\"}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.answer.items[0].reasons[0].pointer").value("/id"));
        send(Ingest.BATCH, "{}").andExpect(status().isBadRequest());
        send(Ingest.BATCH, "[{\"id\":\"1\"").andExpect(status().isBadRequest());
        send(Ingest.ONE, order("1", "1").replace("2026-11-05", "9999-11-05")).andExpect(status().isBadRequest());
        send(Ingest.ONE, order("1", "1").replace("2026-11-05", "2026-11-07")).andExpect(status().isBadRequest());
        send("text/plain", order("1", "1")).andExpect(status().isUnsupportedMediaType());
        send("application/json;charset=GBK", order("1", "1")).andExpect(status().isUnsupportedMediaType());
        assertThat(intake.accepted()).isEmpty();
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() throws Exception {
        byte[] latin = order("é", "1").getBytes(StandardCharsets.ISO_8859_1);
        send(Ingest.ONE, latin)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("UTF-8")));
    }

    @Test
    void refuses_five_megabytes() throws Exception {
        send(Ingest.ONE, " ".repeat(5 << 20)).andExpect(status().isContentTooLarge());
        send(Ingest.ONE, " ".repeat(1 << 20)).andExpect(status().isBadRequest());
    }

    @Test
    void says_when_to_come_again_and_from_where() throws Exception {
        intake.refuseAfter(1, Admission.Cause.LAG);
        send(Ingest.LINES, order("1", "1") + "\n" + order("2", "1") + "\n")
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(jsonPath("$.answer.accepted").value(1))
                .andExpect(jsonPath("$.answer.again").value(2));
        intake.refuseAfter(0, Admission.Cause.DOWN);
        send(Ingest.ONE, order("3", "1")).andExpect(status().isServiceUnavailable());
    }

    @Test
    void tells_which_line_of_a_trace_is_out_of_order_and_looks_no_further() throws Exception {
        intake.disorderAfter(2);
        send(
                        Ingest.LINES,
                        order("1", "1") + "\n" + order("2", "-1") + "\n" + order("3", "1") + "\n" + order("4", "1")
                                + "\n" + order("5", "1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("Event 4: It is too early.\nMaybe sort the trace."))
                .andExpect(jsonPath("$.answer.accepted").value(2))
                .andExpect(jsonPath("$.answer.refused").value(2))
                .andExpect(jsonPath("$.answer.items[1].item").value(4))
                .andExpect(jsonPath("$.answer.items[1].reasons[0].pointer").value("/time"));
    }

    @Test
    void refuses_a_log_time_in_a_house_with_its_own_clock() throws Exception {
        send(Ingest.ONE, order("1", "1").replace("\"time\"", "\"at\":\"2026-11-05T11:00:00Z\",\"time\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.answer.items[0].reasons[0].pointer").value("/at"));
    }

    private ResultActions send(String type, String body) throws Exception {
        return send(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions send(String type, byte[] body) throws Exception {
        return mvc.perform(post("/api/events")
                .with(SecurityMockMvcRequestPostProcessors.user("program")
                        .authorities(AuthorityUtils.createAuthorityList("API_TOKEN")))
                .contentType(type)
                .content(body));
    }

    private static String order(String id, String total) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"shop\",\"type\":\"order.placed\","
                + "\"subject\":\"1001\",\"time\":\"2026-11-05T11:00:00Z\",\"data\":{\"orderId\":\"A\",\"total\":"
                + total + ",\"currency\":\"CNY\"}}";
    }
}
