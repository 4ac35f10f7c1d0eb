package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.lifecycle.Refusal;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A house that publishes no words but approved ones. */
@WebTest
@TestPropertySource(
        properties = {"siyu.approval.demanded=always", "siyu.database=jdbc:h2:mem:approvals;DB_CLOSE_DELAY=-1;USER=sa"})
class ApprovalTest {
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

    @BeforeEach
    void draft() throws Exception {
        publishing.reset();
        pausing.reset();
        act(mei(), post("/campaign").param("template", "order-placed"));
    }

    private static RequestPostProcessor mei() {
        return user("mei").roles("MARKETER");
    }

    private static RequestPostProcessor ana() {
        return user("ana").roles("APPROVER");
    }

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    private ResultActions act(RequestPostProcessor who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(who));
    }

    private ResultActions deed(RequestPostProcessor who, String deed) throws Exception {
        return act(who, post(PAGE).param("deed", deed));
    }

    private String words() {
        return drafts.find(FILE).orElseThrow().text();
    }

    @Test
    void goes_from_draft_to_live_through_another_person_s_hands() throws Exception {
        act(mei(), post(PAGE).param("publish", "yes")).andExpect(flash().attribute("refused", Refusal.NOT_APPROVED));
        act(mei(), post(PAGE).param("deed", "submit").param("/name/en", "Thanks"))
                .andExpect(flash().attribute("told", Stage.IN_REVIEW));
        act(mei(), post(PAGE).param("publish", "yes")).andExpect(flash().attributeExists("refused"));
        act(ana(), get(PAGE)).andExpect(content().string(containsString("value=\"approve\"")));
        deed(ana(), "approve").andExpect(flash().attribute("told", Stage.APPROVED));
        String approved = words();
        act(mei(), post(PAGE).param("publish", "yes")).andExpect(flash().attributeExists("published"));
        assertThat(publishing.playbook().text(FILE).orElseThrow())
                .isEqualTo(approved)
                .contains("en: Thanks");
        act(mei(), get("/campaign")).andExpect(content().string(containsString("live")));
        act(mei(), get(PAGE + "/history"))
                .andExpect(content().string(containsString("<strong>ana</strong>")))
                .andExpect(content().string(containsString("approved")));
    }

    @Test
    void nobody_approves_their_own_words_whatever_their_role() throws Exception {
        act(user("root").roles("ADMIN"), post(PAGE).param("save", "yes").param("/name/en", "Mine"));
        deed(mei(), "submit").andExpect(flash().attribute("told", Stage.IN_REVIEW));
        for (RequestPostProcessor writer : new RequestPostProcessor[] {
            user("root").roles("ADMIN"),
            user("mei").roles("MARKETER", "APPROVER"),
            user("mei").roles("ADMIN")
        }) {
            act(writer, get(PAGE)).andExpect(content().string(not(containsString("value=\"approve\""))));
            deed(writer, "approve").andExpect(flash().attribute("refused", Refusal.OWN));
        }
        deed(mei(), "approve").andExpect(flash().attribute("refused", Refusal.NOT_YOURS));
        deed(user("eve").roles("QA"), "approve").andExpect(status().isForbidden());
        deed(ana(), "approve").andExpect(flash().attribute("told", Stage.APPROVED));
    }

    @Test
    void what_was_approved_is_these_bytes_and_no_others() throws Exception {
        deed(mei(), "submit");
        act(mei(), post(PAGE).param("save", "yes").param("/name/en", "Sneaked in"))
                .andExpect(flash().attributeExists("locked"));
        act(
                        user("rita").roles("RULE_AUTHOR"),
                        post("/rules/-/files/" + FILE).param("save", "yes").param("text", words() + "\n# sneaked in\n"))
                .andExpect(flash().attributeExists("locked"));
        act(ana(), post(PAGE).param("deed", "approve").param("words", "0123456789ab"))
                .andExpect(flash().attribute("refused", Refusal.CHANGED));
        deed(ana(), "approve");
        act(
                        user("rita").roles("RULE_AUTHOR"),
                        post("/rules/-/files/" + FILE)
                                .param("publish", "yes")
                                .param("text", words() + "\n# one byte more\n"))
                .andExpect(flash().attributeExists("faulty"));
        assertThat(publishing.playbook().text(FILE)).isEmpty();
        act(mei(), get(PAGE)).andExpect(content().string(containsString("value=\"submit\"")));
        act(mei(), post(PAGE).param("publish", "yes")).andExpect(flash().attribute("refused", Refusal.NOT_APPROVED));
    }

    @Test
    void sending_back_says_why_and_withdrawing_needs_no_word() throws Exception {
        deed(mei(), "submit");
        deed(ana(), "send-back").andExpect(flash().attribute("refused", Refusal.NO_REMARK));
        act(ana(), post(PAGE).param("deed", "send-back").param("remark", "Shorter, <please>"))
                .andExpect(flash().attribute("told", Stage.DRAFT));
        act(mei(), get(PAGE)).andExpect(content().string(containsString("Shorter, &lt;please&gt;")));
        deed(mei(), "submit");
        deed(mei(), "withdraw").andExpect(flash().attribute("told", Stage.DRAFT));
        act(mei(), post(PAGE).param("discard", "yes")).andExpect(redirectedUrl("/campaign"));
    }

    @Test
    void what_is_live_stays_live_while_its_next_version_is_written() throws Exception {
        deed(mei(), "submit");
        deed(ana(), "approve");
        act(mei(), post(PAGE).param("publish", "yes"));
        String live = publishing.playbook().text(FILE).orElseThrow();
        act(mei(), post(PAGE).param("save", "yes").param("/name/en", "Second version"));
        act(program(), get("/api/campaigns/order-placed"))
                .andExpect(jsonPath("$.stage").value("live"))
                .andExpect(jsonPath("$.draft.stage").value("draft"));
        assertThat(publishing.playbook().text(FILE)).hasValue(live);
        act(mei(), get(PAGE + "/history"))
                .andExpect(content().string(containsString("name/en is Second version instead of")));
    }

    @Test
    void what_has_faults_is_not_submitted() throws Exception {
        act(mei(), post(PAGE).param("deed", "submit").param("/steps/0/text/en", "Hi {{ nonsense }}"))
                .andExpect(flash().attribute("refused", Refusal.FAULTY));
        act(program(), get("/api/campaigns/order-placed"))
                .andExpect(jsonPath("$.stage").value("draft"));
    }

    @Test
    void programs_submit_and_publish_but_do_not_approve() throws Exception {
        act(program(), post("/api/campaigns/order-placed/submit"))
                .andExpect(jsonPath("$.stage").value("in-review"));
        act(program(), post("/api/campaigns/order-placed/approve"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.refused").value("not-yours"));
        act(program(), post("/api/campaigns/order-placed/publish")).andExpect(status().isConflict());
        deed(ana(), "approve");
        act(program(), post("/api/campaigns/order-placed/publish"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("live"));
        act(program(), get("/api/campaigns/order-placed/history"))
                .andExpect(jsonPath("$[0].deed").value("publish"))
                .andExpect(jsonPath("$[0].by").value("a program"))
                .andExpect(jsonPath("$[1].by").value("ana"))
                .andExpect(jsonPath("$[1].before").value("in-review"));
        act(program(), get("/api/campaigns")).andExpect(jsonPath("$[*].id").value(hasItem("order-placed")));
        act(program(), post("/api/campaigns/order-placed/fly")).andExpect(status().isNotFound());
        act(program(), post("/api/campaigns/nowhere/pause")).andExpect(status().isNotFound());
    }

    @Test
    void writing_is_no_deed_to_ask_for() throws Exception {
        act(program(), get("/api/campaigns/order-placed"))
                .andExpect(jsonPath("$.deeds").value(hasItem("submit")))
                .andExpect(jsonPath("$.deeds").value(not(hasItem("edit"))));
        act(program(), post("/api/campaigns/order-placed/edit"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.refused").value("not-now"));
        deed(mei(), "edit").andExpect(redirectedUrl(PAGE)).andExpect(flash().attribute("refused", Refusal.NOT_NOW));
    }

    @Test
    void a_file_comes_back_byte_for_byte() throws Exception {
        byte[] file = ("\uFEFF# Vielen Dank 谢谢 \uD83C\uDF81\r\n" + words().replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        act(
                        program(),
                        put("/api/campaigns/order-placed/file")
                                .contentType("application/yaml")
                                .content(file))
                .andExpect(status().isOk());
        act(program(), get("/api/campaigns/order-placed/file"))
                .andExpect(content().bytes(file));
        for (String unfit : new String[] {"id: other\n", "", "id: order-placed\n# \0\n"}) {
            act(
                            program(),
                            put("/api/campaigns/order-placed/file")
                                    .contentType("application/yaml")
                                    .content(unfit.getBytes(StandardCharsets.UTF_8)))
                    .andExpect(status().is4xxClientError());
        }
        act(
                        program(),
                        put("/api/campaigns/order-placed/file")
                                .contentType("application/yaml")
                                .content(new byte[] {'i', 'd', (byte) 0xff}))
                .andExpect(status().isUnprocessableContent());
        act(program(), get("/api/campaigns/order-placed/file"))
                .andExpect(content().bytes(file));
    }
}
