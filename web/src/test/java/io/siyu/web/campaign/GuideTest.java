package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class GuideTest {
    private static final String GUIDE = "/campaign/order-placed/guide/";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @BeforeEach
    void begin() throws Exception {
        publishing.reset();
        marketer(post("/campaign").param("template", "order-placed").param("guide", "yes"))
                .andExpect(redirectedUrl(GUIDE + "what"));
    }

    @Test
    void leads_from_place_to_place_and_keeps_what_was_answered() throws Exception {
        marketer(get(GUIDE + "what"))
                .andExpect(content().string(containsString("name=\"/name/en\"")))
                .andExpect(content().string(containsString("value=\"audience\">Save and go on")))
                .andExpect(content().string(not(containsString("name=\"/steps/0/text/en\""))));
        marketer(post(GUIDE + "what")
                        .param("place", "what")
                        .param("go", "audience")
                        .param("/name/en", "Thanks a lot"))
                .andExpect(redirectedUrl(GUIDE + "audience"));
        marketer(get(GUIDE + "audience")).andExpect(content().string(containsString("name=\"/audience/+/names\"")));
        marketer(get(GUIDE + "texts"))
                .andExpect(content().string(containsString("name=\"/steps/0/text/en\"")))
                .andExpect(content().string(containsString("characters")));
        marketer(post(GUIDE + "texts")
                        .param("place", "texts")
                        .param("go", "what")
                        .param("/steps/0/text/en", "Thank you."))
                .andExpect(redirectedUrl(GUIDE + "what"));
        marketer(get(GUIDE + "preview")).andExpect(content().string(containsString("Thank you.")));
        assertThat(words()).contains("en: Thanks a lot").contains("Thank you.");
    }

    @Test
    void stays_where_an_answer_is_refused_and_loses_nothing() throws Exception {
        MvcResult refused = marketer(post(GUIDE + "what")
                        .param("place", "what")
                        .param("go", "texts")
                        .param("/priority", "high")
                        .param("/name/en", "Kept here"))
                .andExpect(redirectedUrl(GUIDE + "what"))
                .andExpect(flash().attribute("unwritten", "/priority"))
                .andReturn();
        assertThat(words()).doesNotContain("high").doesNotContain("Kept here");
        marketer(get(GUIDE + "what").flashAttrs(refused.getFlashMap()))
                .andExpect(content().string(containsString("value=\"Kept here\"")))
                .andExpect(content().string(containsString("1 to mend")));
    }

    @Test
    void tells_at_each_place_how_many_answers_are_wrong() throws Exception {
        marketer(post(GUIDE + "texts")
                        .param("place", "texts")
                        .param("go", "submit")
                        .param("/steps/0/text/en", "Hi {{ nonsense }}"))
                .andExpect(redirectedUrl(GUIDE + "submit"));
        marketer(get(GUIDE + "submit"))
                .andExpect(content().string(containsString("1 to mend")))
                .andExpect(content().string(containsString("Faults to be mended first: 1.")));
        marketer(get("/campaign/order-placed/audience-reach"))
                .andExpect(content().string(containsString("cannot be counted")));
    }

    @Test
    void counts_whom_the_draft_is_for_and_whom_it_would_reach() throws Exception {
        marketer(get("/campaign/order-placed/audience-reach"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Meant for")))
                .andExpect(content().string(containsString("Reached now")))
                .andExpect(content().string(containsString("From 2 of 10 partitions")))
                .andExpect(
                        content().string(containsString("hx-get=\"/campaign/order-placed/audience-reach?exact=true\"")))
                .andExpect(content().string(not(containsString("<form"))));
        marketer(get("/campaign/order-placed/audience-reach?exact=true"))
                .andExpect(content().string(containsString("Every member was asked")));
        marketer(get(GUIDE + "audience"))
                .andExpect(content().string(containsString("hx-get=\"/campaign/order-placed/audience-reach\"")));
    }

    @Test
    void publishes_or_submits_at_its_end() throws Exception {
        marketer(get(GUIDE + "submit")).andExpect(content().string(containsString("name=\"publish\" value=\"yes\"")));
        marketer(post("/campaign/order-placed").param("publish", "yes"))
                .andExpect(flash().attributeExists("published"));
    }

    @Test
    void others_may_look_and_not_write() throws Exception {
        mvc.perform(get(GUIDE + "what").with(user("qa").roles("QA")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"go\""))));
        mvc.perform(post(GUIDE + "what")
                        .with(csrf())
                        .with(user("qa").roles("QA"))
                        .param("/name/en", "x"))
                .andExpect(status().isForbidden());
        marketer(get("/campaign/unknown/guide/what")).andExpect(status().isNotFound());
    }

    @Test
    void speaks_chinese() throws Exception {
        marketer(get(GUIDE + "audience").header("Accept-Language", "zh-CN"))
                .andExpect(content().string(containsString("保存并继续")))
                .andExpect(content().string(containsString("必须满足")));
    }

    private String words() {
        return drafts.find("campaigns/order-placed.yaml").orElseThrow().text();
    }

    private ResultActions marketer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("mei").roles("MARKETER")));
    }
}
