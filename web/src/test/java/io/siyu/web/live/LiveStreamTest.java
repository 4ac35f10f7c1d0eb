package io.siyu.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LiveStreamTest {
    private static final Pattern TOLD = Pattern.compile("data:(\\d+)");

    private final PlayedFeed feed = new PlayedFeed();
    private final LiveStream stream = new LiveStream(feed);

    @Test
    void a_flood_between_two_beats_is_told_once() throws Exception {
        MvcResult screen = open();
        arrive(1_000);
        stream.beat();
        assertThat(told(screen)).containsExactly("1000");

        stream.beat();
        assertThat(told(screen)).containsExactly("1000");

        arrive(5);
        stream.beat();
        assertThat(told(screen)).containsExactly("1000", "1005");
    }

    @Test
    void whoever_comes_is_told_although_nothing_is_new() throws Exception {
        arrive(1);
        MvcResult first = open();
        stream.beat();
        MvcResult second = open();
        stream.beat();

        assertThat(told(first)).containsExactly("1", "1");
        assertThat(told(second)).containsExactly("1");
    }

    private void arrive(int messages) {
        for (int i = 0; i < messages; i++) {
            feed.arrive();
        }
    }

    private MvcResult open() throws Exception {
        return MockMvcBuilders.standaloneSetup(new Screen(stream))
                .build()
                .perform(get("/stream"))
                .andExpect(request().asyncStarted())
                .andReturn();
    }

    private static List<String> told(MvcResult screen) throws Exception {
        return TOLD.matcher(screen.getResponse().getContentAsString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Opens a screen for anybody. */
    @RestController
    record Screen(LiveStream stream) {
        @GetMapping("/stream")
        SseEmitter open() {
            return stream.open();
        }
    }
}
