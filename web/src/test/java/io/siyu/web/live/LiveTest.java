package io.siyu.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.event.EventReader;
import io.siyu.event.Reading;
import io.siyu.playbook.Playbook;
import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class LiveTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedFeed feed;

    @Autowired
    private PlayedPublishing publishing;

    @BeforeEach
    void quiet() {
        feed.empty();
        publishing.reset();
    }

    @Test
    void says_how_to_begin_when_nothing_has_happened() throws Exception {
        open(get("/live"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The house is quiet")))
                .andExpect(content().string(not(containsString("Events a second"))));
    }

    @Test
    void begins_with_an_example_the_house_takes() throws Exception {
        Playbook euros = publishing.playbook();
        String settings = euros.text("settings.yaml").orElseThrow().replace("CNY", "EUR");
        publishing.publish(euros.with("settings.yaml", settings.getBytes(StandardCharsets.UTF_8)), "test");
        String page = open(get("/live")).andReturn().getResponse().getContentAsString();
        Matcher shown = Pattern.compile("-d '(.*)'</code>", Pattern.DOTALL).matcher(page);
        assertThat(shown.find()).isTrue();
        String event = shown.group(1).replace("'$(date -u +%FT%TZ)'", "2026-11-05T12:00:00Z");
        EventReader gate = EventReader.outside(publishing.edition().catalogue());
        assertThat(gate.read(event)).as(event).isInstanceOf(Reading.Read.class);
    }

    @Test
    void shows_the_day_the_reasons_and_the_phones() throws Exception {
        String message = feed.arrive();
        open(get("/live"))
                .andExpect(content().string(containsString("day day--today\" aria-current=\"date\"")))
                .andExpect(content().string(containsString("quiet hours")))
                .andExpect(content().string(containsString("2,204")))
                .andExpect(content().string(containsString("/live/messages/" + message)));
    }

    @Test
    void speaks_chinese() throws Exception {
        feed.arrive();
        open(get("/live").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(containsString("免打扰时段")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void gives_htmx_the_board_alone_and_marks_what_is_new() throws Exception {
        feed.arrive();
        long since = feed.now("en").moment();
        feed.arrive();
        String board = open(get("/live")
                        .param("since", Long.toString(since - 1))
                        .header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(board).startsWith("<div class=\"board\"").contains("class=\"fresh\"");
        assertThat(board.split("class=\"fresh\"", -1)).hasSize(2);
    }

    @Test
    void tells_a_message_from_event_to_phone() throws Exception {
        String message = feed.arrive();
        open(get("/live/messages/" + message))
                .andExpect(content().string(containsString("order.placed")))
                .andExpect(content().string(containsString("Quartz trigger")))
                .andExpect(content().string(containsString("4f3c9a1e07b2")));
        open(get("/live/messages/unknown")).andExpect(status().isNotFound());
    }

    @Test
    void streams_to_those_who_signed_in_only() throws Exception {
        open(get("/live/stream")).andExpect(request().asyncStarted());
        mvc.perform(get("/live/stream")).andExpect(status().is3xxRedirection());
        mvc.perform(get("/live")).andExpect(header().string("Location", "/sign-in"));
    }

    @Test
    void tells_nothing_of_a_message_to_who_has_no_role() throws Exception {
        String message = feed.arrive();
        mvc.perform(get("/live/messages/" + message).with(user("nobody").roles("GUEST")))
                .andExpect(status().isForbidden());
    }

    private ResultActions open(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user("mei").roles("MARKETER")));
    }
}
