package io.siyu.web.rules;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class RuleHealthScreenTest {
    private static final String SCREEN = "/rules/-/health";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedStandings standings;

    @AfterEach
    void bring_back() {
        standings.away(false);
        standings.fresh(false);
    }

    private ResultActions shown(Locale language) throws Exception {
        return mvc.perform(get(SCREEN).locale(language).with(user("ann").roles("OPERATOR")));
    }

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    @Test
    void says_of_each_rule_how_it_fares_since_when_and_what_says_so() throws Exception {
        shown(Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Thank for &lt;large&gt; orders")))
                .andExpect(content().string(containsString("since 2026-10-11")))
                .andExpect(content().string(containsString("Fired on 28 of the last 28 days,")))
                .andExpect(content().string(containsString("silent for 3 while 4,200 order.placed came in.")))
                .andExpect(content().string(containsString("It was changed on 2026-10-11.")))
                .andExpect(content().string(containsString("Its field store hardly comes any more since 2026-10-11.")))
                .andExpect(content().string(containsString("no &lt;state&gt;")))
                .andExpect(content().string(containsString("title=\"2026-10-10: fired 5 times for 1,400 events\"")))
                .andExpect(content().string(containsString("health__day--4")));
    }

    @Test
    void leads_to_the_file_the_campaign_and_why() throws Exception {
        shown(Locale.ENGLISH)
                .andExpect(content().string(containsString("href=\"/rules/after-order\"")))
                .andExpect(content().string(containsString("href=\"/campaign/spring\"")))
                .andExpect(content().string(containsString("href=\"/why?subject=m7&amp;event=o77\"")));
        mvc.perform(get("/rules").with(user("ann").roles("OPERATOR")))
                .andExpect(content().string(containsString("href=\"" + SCREEN + "\"")));
    }

    @Test
    void speaks_chinese() throws Exception {
        shown(Locale.SIMPLIFIED_CHINESE)
                .andExpect(content().string(containsString("最近 28 天中有 28 天触发")))
                .andExpect(content().string(containsString("现已沉默 3 天，期间有 4,200 个 order.placed 事件")))
                .andExpect(content().string(containsString("自 2026-10-11 起，它所用的字段 store 几乎不再出现。")));
    }

    @Test
    void tells_programs_the_same() throws Exception {
        mvc.perform(get("/api/rules/health").with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].standing").value("silent"))
                .andExpect(jsonPath("$[0].alarm").value(true))
                .andExpect(jsonPath("$[0].since").value("2026-10-11"))
                .andExpect(jsonPath("$[0].days.length()").value(28))
                .andExpect(jsonPath("$[1].trouble.last.event").value("o77"))
                .andExpect(jsonPath("$[2].standing").value("fine"))
                .andExpect(jsonPath("$[3].reason")
                        .value(containsString("its field \"store\" hardly comes any more since 2026-10-11")));
    }

    @Test
    void tells_anybody_in_health_how_many_rules_alarm_but_not_which_and_stays_up() throws Exception {
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.rules.status").value("UP"))
                .andExpect(jsonPath("$.components.rules.details.silent").value(2))
                .andExpect(jsonPath("$.components.rules.details.throwing").value(1))
                .andExpect(jsonPath("$.components.rules.details.stopped").value(0))
                .andExpect(content().string(not(containsString("Thank for"))))
                .andExpect(content().string(not(containsString("order.placed"))))
                .andExpect(content().string(not(containsString("m7"))));
    }

    @Test
    void health_tells_what_was_seen_last_while_the_database_is_away() throws Exception {
        standings.away(true);
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.rules.details.silent").value(2));
        mvc.perform(get("/api/rules/health").with(program())).andExpect(status().isServiceUnavailable());
    }

    @Test
    void health_says_that_nobody_has_looked_yet() throws Exception {
        standings.fresh(true);
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components.rules.details.known").value(false));
    }

    @Test
    void is_shown_neither_to_strangers_nor_people_without_a_role_for_it() throws Exception {
        mvc.perform(get("/api/rules/health")).andExpect(status().isUnauthorized());
        mvc.perform(get(SCREEN).with(user("nobody").roles())).andExpect(status().isForbidden());
    }
}
