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

import io.siyu.web.PlayedHouse;
import io.siyu.web.WebTest;
import io.siyu.web.lifecycle.Refusal;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What is archived has no draft, and gets none. */
@WebTest
@TestPropertySource(
        properties = {"siyu.approval.demanded=always", "siyu.database=jdbc:h2:mem:approvals;DB_CLOSE_DELAY=-1;USER=sa"})
class ArchiveTest {
    private static final String PAGE = "/campaign/order-placed";
    private static final String FILE = "campaigns/order-placed.yaml";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private PlayedPausing pausing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void draft() throws Exception {
        forget();
        act(mei(), post("/campaign").param("template", "order-placed"));
    }

    @AfterEach
    void forget() {
        publishing.reset();
        pausing.reset();
        for (String table : List.of("campaign_paper", "campaign_act", "campaign_offer", "campaign_adoption")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private static RequestPostProcessor mei() {
        return user("mei").roles("MARKETER");
    }

    private static RequestPostProcessor ana() {
        return user("ana").roles("APPROVER");
    }

    private ResultActions act(RequestPostProcessor who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(who));
    }

    private ResultActions deed(RequestPostProcessor who, String deed) throws Exception {
        return act(who, post(PAGE).param("deed", deed));
    }

    private void end() throws Exception {
        deed(mei(), "submit");
        deed(ana(), "approve");
        act(mei(), post(PAGE).param("publish", "yes")).andExpect(flash().attributeExists("published"));
        deed(mei(), "end").andExpect(flash().attribute("told", Stage.ENDED));
    }

    @Test
    void what_has_a_draft_is_not_archived() throws Exception {
        end();
        act(mei(), post(PAGE).param("save", "yes").param("/name/en", "Next"));
        act(mei(), get(PAGE)).andExpect(content().string(not(containsString("value=\"archive\""))));
        deed(mei(), "archive").andExpect(flash().attribute("refused", Refusal.DRAFTED));
        act(mei(), get(PAGE).flashAttr("refused", Refusal.DRAFTED))
                .andExpect(content().string(containsString("Maybe discard the draft first.")));
        act(mei(), post(PAGE).param("discard", "yes")).andExpect(redirectedUrl(PAGE));
        deed(mei(), "archive").andExpect(flash().attribute("told", Stage.ARCHIVED));
    }

    @Test
    void nothing_is_done_to_a_draft_that_an_archived_campaign_still_has() throws Exception {
        end();
        deed(mei(), "archive").andExpect(flash().attribute("told", Stage.ARCHIVED));
        String left = publishing.playbook().text(FILE).orElseThrow() + "# left\n";
        drafts.save(new Draft(FILE, left, "mei", PlayedHouse.NOW));
        for (String deed : List.of("submit", "withdraw", "discard", "publish-unapproved", "archive")) {
            deed(mei(), deed).andExpect(redirectedUrl(PAGE)).andExpect(flash().attribute("refused", Refusal.NOT_NOW));
        }
        act(mei(), post(PAGE).param("discard", "yes")).andExpect(flash().attribute("refused", Refusal.NOT_NOW));
        deed(ana(), "approve").andExpect(flash().attribute("refused", Refusal.NOT_NOW));
        act(mei(), get(PAGE)).andExpect(status().isOk());
        act(mei(), get("/campaign?archived=true")).andExpect(content().string(containsString("campaign/order-placed")));
        assertThat(drafts.find(FILE).orElseThrow().text()).isEqualTo(left);
    }

    @Test
    void the_page_says_what_is_in_the_way() throws Exception {
        end();
        deed(mei(), "archive");
        drafts.save(new Draft(FILE, "id: order-placed", "mei", PlayedHouse.NOW));
        String file = "/rules/-/files/" + FILE;
        RequestPostProcessor rita = user("rita").roles("RULE_AUTHOR");
        Object locked = act(rita, post(file).param("discard", "yes"))
                .andExpect(redirectedUrl(file))
                .andReturn()
                .getFlashMap()
                .get("locked");
        assertThat(String.valueOf(locked)).contains("is archived");
        act(rita, get(file).flashAttr("locked", String.valueOf(locked)))
                .andExpect(content().string(containsString("is archived.")));
        act(mei(), get(PAGE).flashAttr("locked", String.valueOf(locked)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("is archived.")));
    }
}
