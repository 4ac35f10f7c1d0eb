package io.siyu.web.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class ReplayTest {

    private static final String HEADER =
            "{\"format\":\"siyu-trace/1\",\"mode\":\"inputs\",\"zone\":\"Asia/Shanghai\",\"partitions\":4}\n";
    private static final String ORDER = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"shop\","
            + "\"type\":\"order.placed\",\"subject\":\"1001\",\"time\":\"2026-11-05T11:00:00Z\","
            + "\"data\":{\"orderId\":\"A\",\"total\":250,\"currency\":\"CNY\"}}\n";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Traces traces;

    @Autowired
    private ReplayRoom room;

    @BeforeEach
    void traces() throws IOException {
        Files.createDirectories(traces.directory());
        write("evening.jsonl", HEADER + ORDER);
        write("torn.jsonl", HEADER + "{\"specversion\":");
        write("notes.txt", "no trace");
    }

    @Test
    void offers_the_traces_of_the_house() throws Exception {
        assertThat(traces.all()).extracting(Traces.TraceFile::name).containsExactly("evening.jsonl", "torn.jsonl");
        visit(get("/replay")).andExpect(content().string(containsString("evening.jsonl")));
    }

    @Test
    void plays_a_trace_with_the_edition_in_force_and_sums_up() throws Exception {
        Run run = play("evening.jsonl");
        assertThat(run.isPlayed()).isTrue();
        visit(get("/replay/" + run.number()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thank for a large order")))
                .andExpect(content().string(containsString(run.edition())));
    }

    @Test
    void says_at_which_line_a_trace_is_broken() throws Exception {
        Run run = play("torn.jsonl");
        visit(get("/replay/" + run.number()).header("HX-Request", "true"))
                .andExpect(content().string(containsString("torn.jsonl:2")));
    }

    @Test
    void plays_nothing_from_elsewhere() throws Exception {
        visit(post("/replay").param("trace", "../api-token"))
                .andExpect(redirectedUrl("/replay"))
                .andExpect(flash().attributeExists("refused"));
        visit(get("/replay/999")).andExpect(status().isNotFound());
    }

    private Run play(String trace) throws Exception {
        visit(post("/replay").param("trace", trace)).andExpect(status().is3xxRedirection());
        long number = room.runs().get(0).number();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !room.run(number).orElseThrow().isPlaying());
        return room.run(number).orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(traces.directory().resolve(name), text);
    }

    private ResultActions visit(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("qa").roles("QA")));
    }
}
