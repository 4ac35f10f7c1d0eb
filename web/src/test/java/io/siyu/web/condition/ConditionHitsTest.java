package io.siyu.web.condition;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class ConditionHitsTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @BeforeEach
    void reset() {
        publishing.reset();
    }

    @Test
    void tells_how_often_an_event_s_conditions_would_have_held_last_week() throws Exception {
        ask("event:order.placed", "total >= 200\nmember.level >= 2", Locale.ENGLISH)
                .andExpect(content().string(containsString("Last week this would have held for 160 of 3,200 events.")))
                .andExpect(content().string(containsString("Estimated: between 150 and 170.")))
                .andExpect(content().string(containsString("<a href=\"/why?subject=m1&amp;event=o1\"")));
        ask("event:order.placed", "", Locale.SIMPLIFIED_CHINESE)
                .andExpect(content().string(containsString("最近一周，3,200 个事件中有 160 个会成立。")));
    }

    @Test
    void asks_members_as_they_are_now_where_there_is_no_event() throws Exception {
        ask("member", "member.level >= 2\nmember.tagged(\"a \\\"b\\\"\") == true", Locale.ENGLISH)
                .andExpect(content().string(containsString("Now this holds for 50 of 100 members.")));
    }

    @Test
    void says_nothing_of_what_nobody_can_be_asked_about() throws Exception {
        for (String place : new String[] {"coupon", "community", "nowhere", "event:nothing.known"}) {
            nothing(place, "community.members > 1");
        }
        nothing("event:order.placed", "totl >= 200");
        nothing("member", "totl >= 200");
        nothing("member", "");
    }

    @Test
    void serves_those_who_write_campaigns_alone() throws Exception {
        mvc.perform(post("/conditions/hits")
                        .param("place", "member")
                        .param("text", "")
                        .with(user("olga").roles("OPERATOR"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private void nothing(String place, String text) throws Exception {
        ask(place, text, Locale.ENGLISH)
                .andExpect(content().string(not(containsString("this"))))
                .andExpect(content().string(containsString("conditions__hits")));
    }

    private ResultActions ask(String place, String text, Locale locale) throws Exception {
        return mvc.perform(post("/conditions/hits")
                        .param("place", place)
                        .param("text", text)
                        .locale(locale)
                        .with(user("mei").roles("MARKETER"))
                        .with(csrf()))
                .andExpect(status().isOk());
    }
}
