package io.siyu.web.rules;

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
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class RulesTest {

    private static final String FILE = "/rules/after-order";
    private static final String BROKEN =
            "rule \"x\"\r\nwhen\r\n    OrderPlaced( totl >= 2 )\r\nthen\r\n    propose.tag(\"t\");\r\nend\r\n";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @BeforeEach
    void reset() {
        publishing.reset();
    }

    @Test
    void lists_files_and_their_rules() throws Exception {
        author(get("/rules"))
                .andExpect(content().string(containsString("after-order")))
                .andExpect(content().string(containsString("Thank for a large order")));
    }

    @Test
    void shows_a_fault_at_its_line_while_typing() throws Exception {
        author(post(FILE + "/faults").param("text", BROKEN))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("line 3, column 18")))
                .andExpect(content().string(containsString("Maybe")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(drafts.find("rules/after-order.drl")).isEmpty();
    }

    @Test
    void warns_while_typing_of_what_is_most_likely_not_meant() throws Exception {
        String text = publishing
                .playbook()
                .text("rules/after-order.drl")
                .orElseThrow()
                .replace("total >= 200", "total >= 200, total >= 200");
        author(post(FILE + "/faults").param("text", text))
                .andExpect(content().string(containsString("Perhaps not meant")))
                .andExpect(content().string(containsString("line 5, column")));
    }

    @Test
    void begins_a_table_and_tells_its_faults_by_cell() throws Exception {
        author(post("/rules").param("name", "gifts").param("kind", "TABLE"))
                .andExpect(redirectedUrl("/rules/-/files/rules/gifts.csv"));
        String table = drafts.find("rules/gifts.csv").orElseThrow().text();
        author(post("/rules/-/faults/rules/gifts.csv").param("text", table))
                .andExpect(content().string(not(containsString("line "))));
        author(post("/rules/-/faults/rules/gifts.csv")
                        .param("text", table.replace("Large order,500", "Large order,much")))
                .andExpect(content().string(containsString("line 10, column 13")))
                .andExpect(content().string(containsString("cell B10")));
        author(get("/rules"))
                .andExpect(content().string(containsString("href=\"/rules/-/files/rules/gifts.csv\"")))
                .andExpect(content().string(containsString("Small order")));
    }

    @Test
    void publishes_a_dictionary_and_tells_faults_of_the_sentences_that_use_it() throws Exception {
        author(post("/rules").param("name", "words").param("kind", "DICTIONARY"))
                .andExpect(redirectedUrl("/rules/-/files/rules/words.dsl"));
        author(get("/rules/-/files/rules/words.dsl"))
                .andExpect(content().string(containsString("[when]An order comes")));
        author(post("/rules/-/files/rules/words.dsl")
                .param("publish", "yes")
                .param("text", drafts.find("rules/words.dsl").orElseThrow().text()));
        String said =
                "expander words.dsl\n\nrule \"x\"\nwhen\nAn order comes\n- it comes to much or more\nthen\nMark the member as x\nend\n";
        author(post("/rules/-/faults/rules/said.dslr").param("text", said))
                .andExpect(content().string(containsString("line 6, column 15")));
    }

    @Test
    void keeps_the_words_and_publishes_nothing_while_there_is_a_fault() throws Exception {
        String before = publishing.playbook().hash();
        author(post(FILE).param("publish", "yes").param("text", BROKEN))
                .andExpect(redirectedUrl(FILE))
                .andExpect(flash().attributeExists("faulty"));
        assertThat(publishing.playbook().hash()).isEqualTo(before);
        assertThat(drafts.find("rules/after-order.drl").orElseThrow().text())
                .contains("totl")
                .doesNotContain("\r");
        author(get(FILE)).andExpect(content().string(containsString("totl &gt;= 2")));
    }

    @Test
    void publishes_what_is_in_order() throws Exception {
        String text = publishing
                .playbook()
                .text("rules/after-order.drl")
                .orElseThrow()
                .replace("200", "300");
        author(post(FILE).param("publish", "yes").param("text", text))
                .andExpect(redirectedUrl(FILE))
                .andExpect(flash().attributeExists("published"));
        assertThat(publishing.playbook().text("rules/after-order.drl")).hasValue(text);
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void tells_of_publishing_although_a_check_was_under_way() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String text = publishing.playbook().text("rules/after-order.drl").orElseThrow();
        author(post(FILE).session(session).param("publish", "yes").param("text", text));
        author(post(FILE + "/faults").session(session).param("text", text));
        author(get(FILE).session(session)).andExpect(content().string(containsString("Published as edition")));
    }

    @Test
    void begins_a_file_under_a_fitting_name_only() throws Exception {
        author(post("/rules").param("name", "vip")).andExpect(redirectedUrl("/rules/vip"));
        author(get("/rules/vip")).andExpect(status().isOk());
        author(post("/rules").param("name", "vip")).andExpect(flash().attributeExists("unusable"));
        author(post("/rules").param("name", "../settings")).andExpect(flash().attributeExists("unusable"));
        author(get("/rules/unknown")).andExpect(status().isNotFound());
    }

    @Test
    void lets_others_read_but_not_write() throws Exception {
        mvc.perform(get(FILE).with(user("op").roles("OPERATOR"))).andExpect(status().isOk());
        mvc.perform(post(FILE)
                        .with(csrf())
                        .with(user("op").roles("OPERATOR"))
                        .param("save", "yes")
                        .param("text", ""))
                .andExpect(status().isForbidden());
    }

    private ResultActions author(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("lin").roles("RULE_AUTHOR")));
    }
}
