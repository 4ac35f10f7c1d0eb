package io.siyu.web.report;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class StepsTest {
    @Autowired
    private MockMvc mvc;

    private ResultActions steps(String campaign) throws Exception {
        return mvc.perform(get("/api/campaigns/" + campaign + "/steps")
                .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))));
    }

    @Test
    void tells_where_the_proposals_of_each_step_are() throws Exception {
        steps("spring").andExpect(status().isOk()).andExpect(content().json("""
                        [{"step": "hello", "act": "message", "audience": 36, "dropped": 8, "held": 7, "pending": 6,
                          "claimed": 5, "sent": 4, "failed": 3, "unknown": 2, "cancelled": 1, "balanced": true}]
                        """));
    }

    @Test
    void has_nothing_to_tell_of_a_campaign_nobody_was_in() throws Exception {
        steps("nothing").andExpect(status().isOk()).andExpect(content().json("[]"));
    }

    @Test
    void says_when_the_store_is_away() throws Exception {
        steps("away").andExpect(status().isServiceUnavailable());
    }

    @Test
    void is_told_to_programs_only() throws Exception {
        mvc.perform(get("/api/campaigns/spring/steps")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/campaigns/spring/steps").with(user("ann").roles("MARKETER")))
                .andExpect(status().isForbidden());
    }
}
