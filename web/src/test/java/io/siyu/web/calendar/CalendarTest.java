package io.siyu.web.calendar;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class CalendarTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @BeforeEach
    void two_drafts() throws Exception {
        publishing.reset();
        for (String template : new String[] {"twelve-day-promotion", "members-day"}) {
            mvc.perform(
                    post("/campaign").param("template", template).with(csrf()).with(mei()));
        }
    }

    private static RequestPostProcessor mei() {
        return user("mei").roles("MARKETER");
    }

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    @Test
    void shows_what_meets_before_anything_is_published() throws Exception {
        mvc.perform(get("/campaign/-/calendar").param("from", "2026-11-04").with(mei()))
                .andExpect(content().string(containsString("Campaigns that meet")))
                .andExpect(content().string(containsString("2026-11-08")))
                .andExpect(content().string(containsString("title=\"members-day\">Members&#39; day</a> ×")));
        mvc.perform(get("/campaign/-/calendar")
                        .param("from", "2026-11-04")
                        .param("drafts", "false")
                        .with(mei()))
                .andExpect(content().string(containsString("Nothing is planned")))
                .andExpect(content().string(not(containsString("Campaigns that meet"))));
    }

    @Test
    void says_caps_in_words_and_the_checklist_does_too() throws Exception {
        mvc.perform(get("/campaign/-/calendar").param("from", "2026-11-04").with(mei()))
                .andExpect(content().string(containsString("title=\"at most 2 messages within 1 day ")));
        mvc.perform(get("/campaign/-/calendar")
                        .param("from", "2026-11-04")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(mei()))
                .andExpect(content().string(containsString("title=\"任意 1 天内最多 2 条消息 ")));
        mvc.perform(get("/campaign/twelve-day-promotion").with(mei()))
                .andExpect(content().string(containsString("Caps: at most 2 messages within 1 day.")));
        mvc.perform(get("/api/calendar?from=2026-11-04&days=12&drafts=true").with(program()))
                .andExpect(jsonPath("$.days[0].pressures[0].cap").value("2 per 1d"));
    }

    @Test
    void says_which_go_by_each_members_clock() throws Exception {
        mvc.perform(get("/campaign/-/calendar").with(mei()))
                .andExpect(content().string(not(containsString("by the house’s clock"))));
        mvc.perform(post("/campaign/members-day")
                        .param("save", "yes")
                        .param("/trigger/schedule/clock", "member")
                        .with(csrf())
                        .with(mei()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/campaign/-/calendar").with(mei()))
                .andExpect(content().string(containsString("by the house’s clock")))
                .andExpect(content().string(containsString("by the own one: Members&#39; day.")));
        mvc.perform(get("/api/calendar?drafts=true").with(program()))
                .andExpect(jsonPath("$.byMembersClock[0]").value("members-day"));
    }

    @Test
    void tells_programs_the_same_as_data() throws Exception {
        mvc.perform(get("/api/calendar?from=2026-11-04&days=12&drafts=true").with(program()))
                .andExpect(jsonPath("$.days.length()").value(12))
                .andExpect(jsonPath("$.days[0].steps[0].campaign").value("twelve-day-promotion"))
                .andExpect(jsonPath("$.days[0].pressures[0].max").value(2))
                .andExpect(jsonPath("$.overlaps[0].channels[0]").value("phone"));
        mvc.perform(get("/api/calendar?days=93").with(program())).andExpect(status().isUnprocessableContent());
        mvc.perform(get("/api/calendar?days=0").with(program())).andExpect(status().isUnprocessableContent());
    }
}
