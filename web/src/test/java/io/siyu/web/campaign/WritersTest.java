package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.lifecycle.Refusal;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whoever wrote any of the words does not approve them, by whatever way they came there. */
@WebTest
@TestPropertySource(
        properties = {"siyu.approval.demanded=always", "siyu.database=jdbc:h2:mem:approvals;DB_CLOSE_DELAY=-1;USER=sa"})
class WritersTest {
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

    /** An approver who also writes. */
    private static RequestPostProcessor tom() {
        return user("tom").roles("MARKETER", "APPROVER");
    }

    private void tomWritesBetween() throws Exception {
        act(tom(), post(PAGE).param("save", "yes").param("/name/en", "Of Tom"));
        act(mei(), post(PAGE).param("save", "yes").param("/name/zh", "感谢"));
        assertThat(drafts.find(FILE).orElseThrow().editedBy()).isEqualTo("mei");
    }

    private void tomIsRefusedAndAnaIsNot(String page) throws Exception {
        act(mei(), post(page).param("deed", "submit")).andExpect(flash().attribute("told", Stage.IN_REVIEW));
        act(tom(), get(page)).andExpect(content().string(not(containsString("value=\"approve\""))));
        act(tom(), post(page).param("deed", "approve")).andExpect(flash().attribute("refused", Refusal.OWN));
        act(ana(), post(page).param("deed", "approve")).andExpect(flash().attribute("told", Stage.APPROVED));
    }

    @Test
    void who_wrote_between_the_first_and_the_last_does_not_approve() throws Exception {
        tomWritesBetween();
        tomIsRefusedAndAnaIsNot(PAGE);
    }

    @Test
    void what_others_write_after_it_was_published_is_not_theirs() throws Exception {
        tomWritesBetween();
        tomIsRefusedAndAnaIsNot(PAGE);
        act(mei(), post(PAGE).param("publish", "yes")).andExpect(flash().attributeExists("published"));
        act(mei(), post(PAGE).param("save", "yes").param("/name/en", "Of Mei"));
        deed(mei(), "submit").andExpect(flash().attribute("told", Stage.IN_REVIEW));
        deed(tom(), "approve").andExpect(flash().attribute("told", Stage.APPROVED));
    }

    @Test
    void a_clone_and_its_clone_are_still_their_writers() throws Exception {
        tomWritesBetween();
        deed(mei(), "clone").andExpect(redirectedUrl(PAGE + "-2"));
        act(mei(), post(PAGE + "-2").param("deed", "clone")).andExpect(redirectedUrl(PAGE + "-2-2"));
        tomIsRefusedAndAnaIsNot(PAGE + "-2");
        tomIsRefusedAndAnaIsNot(PAGE + "-2-2");
        act(mei(), get(PAGE + "-2/history"))
                .andExpect(content().string(containsString("<strong>tom</strong>")))
                .andExpect(content().string(containsString("<q>order-placed</q>")));
    }

    @Test
    void an_import_of_a_draft_under_another_id_is_still_its_writers() throws Exception {
        tomWritesBetween();
        String words = drafts.find(FILE).orElseThrow().text();
        bring("thanks", CampaignTemplates.called(words, "order-placed", "thanks"));
        tomIsRefusedAndAnaIsNot("/campaign/thanks");
    }

    @Test
    void an_import_of_what_was_discarded_is_still_its_writers() throws Exception {
        tomWritesBetween();
        String words = drafts.find(FILE).orElseThrow().text();
        act(mei(), post(PAGE).param("discard", "yes"));
        assertThat(drafts.find(FILE)).isEmpty();

        bring("order-placed", words);
        tomIsRefusedAndAnaIsNot(PAGE);
        bring("thanks", CampaignTemplates.called(words, "order-placed", "thanks"));
        tomIsRefusedAndAnaIsNot("/campaign/thanks");
    }

    @Test
    void an_import_of_other_words_is_only_theirs_who_brought_it() throws Exception {
        tomWritesBetween();
        String words = drafts.find(FILE).orElseThrow().text();
        act(mei(), post(PAGE).param("discard", "yes"));

        bring("order-placed", words.replace("priority: 50", "priority: 40"));
        act(mei(), post(PAGE).param("deed", "submit")).andExpect(flash().attribute("told", Stage.IN_REVIEW));
        act(tom(), post(PAGE).param("deed", "approve")).andExpect(flash().attribute("told", Stage.APPROVED));
    }

    private void bring(String id, String words) throws Exception {
        act(
                        user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN")),
                        put("/api/campaigns/" + id + "/file")
                                .contentType("application/yaml")
                                .content(words))
                .andExpect(status().isOk());
    }

    @Test
    void a_store_s_own_is_still_theirs_who_wrote_what_was_offered() throws Exception {
        tomWritesBetween();
        act(mei(), post(PAGE + "/offer"));
        act(mei(), post(PAGE).param("discard", "yes"));
        act(mei(), post("/campaign/-/offers/order-placed").param("adopt", "yes").param("store", "S1"))
                .andExpect(redirectedUrl(PAGE + "-s1"));
        tomIsRefusedAndAnaIsNot(PAGE + "-s1");
    }
}
