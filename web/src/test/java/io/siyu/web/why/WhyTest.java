package io.siyu.web.why;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class WhyTest {

    @Autowired
    private MockMvc mvc;

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    @Test
    void shows_what_missed_and_what_was_refused_escaped() throws Exception {
        mvc.perform(get("/why?subject=m1&event=o1")
                        .locale(Locale.ENGLISH)
                        .with(user("ann").roles("QA")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Large &lt;orders&gt;")))
                .andExpect(content().string(containsString("total &gt;= 200")))
                .andExpect(content().string(containsString("188.00")))
                .andExpect(content().string(containsString("cap over all campaigns")))
                .andExpect(content().string(containsString("at most 2 messages within 1 day: 2")));
    }

    @Test
    void says_caps_and_lengths_of_time_in_words_and_programs_get_them_as_files_have_them() throws Exception {
        mvc.perform(get("/why?subject=m1&event=o1")
                        .locale(Locale.ENGLISH)
                        .with(user("ann").roles("QA")))
                .andExpect(content().string(containsString("longer ago than the 1 day within which")));
        mvc.perform(get("/why?subject=m1&event=o1")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(user("ann").roles("QA")))
                .andExpect(content().string(containsString("任意 1 天内最多 2 条消息: 2")))
                .andExpect(content().string(containsString("已超过可召集的 1 天")));
        mvc.perform(get("/api/why?subject=m1&event=o1").with(program()))
                .andExpect(
                        jsonPath("$.entries[0].judged[0].guards[1].saw[0].name").value("2 per 1d"))
                .andExpect(jsonPath("$.entries[0].judged[1].ref").value("1d"));
    }

    @Test
    void asks_first_and_says_what_it_does_not_know() throws Exception {
        mvc.perform(get("/why").with(user("ann").roles("QA"))).andExpect(status().isOk());
        mvc.perform(get("/why?subject=<b>&event=o2").with(user("ann").roles("QA")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("no event (o2) about (&lt;b&gt;)")))
                .andExpect(content().string(not(containsString("<b>"))));
    }

    @Test
    void tells_programs_the_nearest_miss_with_its_value() throws Exception {
        mvc.perform(get("/api/why?subject=m1&event=o1").with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries[0].position").value(17))
                .andExpect(jsonPath("$.entries[0].asked[0].rules[0].rule").value("Any order"))
                .andExpect(
                        jsonPath("$.entries[0].asked[0].rules[1].missed[0].saw").value("188.00"))
                .andExpect(jsonPath("$.entries[0].judged[0].reason").value("cap.global"));
        mvc.perform(get("/api/why?subject=m1&event=o1&rule=Any oder").with(program()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Maybe \\\"Any order\\\"")));
    }

    @Test
    void is_told_neither_to_strangers_nor_people_without_a_role_for_it() throws Exception {
        mvc.perform(get("/api/why?subject=m1&event=o1")).andExpect(status().isUnauthorized());
        mvc.perform(get("/why").with(user("nobody").roles())).andExpect(status().isForbidden());
    }
}
