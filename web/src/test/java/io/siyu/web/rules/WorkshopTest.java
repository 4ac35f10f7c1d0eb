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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.rule.Action;
import io.siyu.web.PlayedHouse;
import io.siyu.web.WebTest;
import io.siyu.web.page.ImportMap;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class WorkshopTest {

    private static final String RULE = """
            rule "Tag a large order"
            when
                OrderPlaced( total >= 100 )
            then
                propose.tag("large");
            end
            """;

    private static final String SCENARIOS = """
            version: 1
            scenarios:
              - name: 100 is large, <b>a cent</b> less is not
                start: 2026-03-02 10:00
                events:
                  - after: 0m
                    order.placed: {orderId: A1, total: 99.99, currency: CNY}
                  - after: 1h
                    order.placed: {orderId: A2, total: 100.00, currency: CNY}
                expect:
                  - {after: 1h, tag: large}
            """;

    private static final String DRL = "rules/large.drl";
    private static final String TOLD = "rules/large.scenario.yaml";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ImportMap modules;

    @BeforeEach
    void reset() {
        publishing.reset();
    }

    @Test
    void shows_every_file_of_the_playbook_with_its_marks() throws Exception {
        draft(DRL, RULE.replace("total", "totl"));
        draft("scenarios/all.yaml", "version: 1\nscenarios:\n  - nome: x\n");
        author(get("/rules/after-order"))
                .andExpect(content().string(containsString("href=\"/rules/large\"")))
                .andExpect(content().string(containsString("href=\"/rules/-/files/settings.yaml\"")))
                .andExpect(content().string(containsString("href=\"/rules/-/files/templates/thank-you.yaml\"")))
                .andExpect(
                        content().string(containsString("data-path=\"rules/after-order.drl\" aria-current=\"page\"")))
                .andExpect(content().string(containsString("no scenario tells what it does")));
        Contents contents =
                Contents.of(List.of(DRL, TOLD, "settings.yaml"), new Contents.Marks(Set.of(DRL), List.of(), List.of()));
        assertThat(contents.groups()).extracting(Contents.Group::key).containsExactly("rules", "house");
        assertThat(contents.groups().get(0).leaves())
                .extracting(Contents.Leaf::beside)
                .containsExactly(false, true);
    }

    @Test
    void opens_and_keeps_any_file_that_a_playbook_has_and_no_other() throws Exception {
        author(get("/rules/-/files/settings.yaml")).andExpect(content().string(containsString("Green Grocer")));
        author(post("/rules/-/files/templates/thank-you.yaml")
                        .param("save", "yes")
                        .param("text", "version: 1\r\n"))
                .andExpect(redirectedUrl("/rules/-/files/templates/thank-you.yaml"));
        assertThat(drafts.find("templates/thank-you.yaml").orElseThrow().text()).isEqualTo("version: 1\n");
        for (String path : new String[] {
            "README.md", "rules/Großes.drl", "rules/a.yaml", "other/x.yaml", "rules/a/b.drl", "settings.yml"
        }) {
            author(get("/rules/-/files/" + path)).andExpect(status().isNotFound());
            author(post("/rules/-/files/" + path).param("save", "yes").param("text", "x"))
                    .andExpect(status().isNotFound());
            assertThat(drafts.find(path)).isEmpty();
        }
    }

    @Test
    void begins_each_kind_of_file_with_words_that_lack_at_most_a_dictionary() throws Exception {
        for (NewFile kind : NewFile.values()) {
            publishing.reset();
            String path = kind.path("vip");
            author(post("/rules").param("name", "vip").param("kind", kind.name()))
                    .andExpect(redirectedUrl(PlaybookPath.address(path)));
            author(get(PlaybookPath.address(path)))
                    .andExpect(content()
                            .string(containsString(
                                    kind == NewFile.SENTENCES ? "There is no dictionary" : "No fault found")))
                    .andExpect(content().string(containsString("<textarea id=\"text\"")));
        }
        author(post("/rules").param("name", "../x").param("kind", "TEMPLATE"))
                .andExpect(flash().attributeExists("unusable"));
    }

    @Test
    void tells_the_faults_of_scenarios_at_their_lines() throws Exception {
        author(post("/rules/-/faults/" + TOLD).param("text", SCENARIOS.replace("total: 99.99", "totl: 99.99")))
                .andExpect(content().string(containsString("data-file=\"rules/large.scenario.yaml\" data-at=\"7\"")))
                .andExpect(content().string(containsString("data-severity=\"error\"")));
    }

    @Test
    void plays_scenarios_of_words_that_nobody_published() throws Exception {
        draft(TOLD, SCENARIOS);
        play(RULE)
                .andExpect(content().string(containsString("1 passed")))
                .andExpect(content().string(containsString("data-line=\"3\" data-kind=\"both\"")))
                .andExpect(content().string(containsString("data-line=\"1\" data-kind=\"fired\"")))
                .andExpect(content().string(containsString("100 %")))
                .andExpect(content().string(containsString("Played along, although not published: " + TOLD)))
                .andExpect(content().string(containsString("&lt;b&gt;a cent&lt;/b&gt;")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(drafts.find(DRL)).isEmpty();
    }

    @Test
    void tells_what_was_expected_and_what_was_decided() throws Exception {
        draft(TOLD, SCENARIOS);
        play(RULE.replace(">=", ">"))
                .andExpect(content().string(containsString("1 failed")))
                .andExpect(content().string(containsString("line 11: 2026-03-02 11:00 tag large m1")))
                .andExpect(content().string(containsString("data-line=\"3\" data-kind=\"missed\"")));
        play(RULE.replace(">= 100", ">= 50"))
                .andExpect(content().string(containsString("Decided, not expected")))
                .andExpect(content().string(containsString("2026-03-02 10:00 tag large m1")))
                .andExpect(content().string(containsString("data-line=\"3\" data-kind=\"held\"")));
    }

    @Test
    void plays_nothing_while_the_words_have_a_fault_but_in_spite_of_a_fault_in_another_draft() throws Exception {
        draft(TOLD, SCENARIOS);
        play(RULE.replace("total", "totl"))
                .andExpect(content().string(containsString("Nothing was played")))
                .andExpect(content().string(containsString("Maybe")));
        draft("rules/other.drl", "rule");
        play(RULE).andExpect(content().string(containsString("1 passed")));
    }

    @Test
    void counts_a_condition_that_no_scenario_reached_as_never_looked_at() throws Exception {
        draft(TOLD, SCENARIOS);
        play(RULE + "\nrule \"Call\"\nwhen\n    FeedbackGiven( score <= 2 )\nthen\n    propose.task(\"call\");\nend\n")
                .andExpect(content().string(containsString("data-line=\"8\" data-kind=\"unfired\"")))
                .andExpect(content().string(containsString("data-line=\"10\" data-kind=\"unseen\"")))
                .andExpect(content().string(containsString("Never looked at: score &lt;= 2")));
    }

    @Test
    void marks_the_conditions_of_a_campaign_at_their_lines() throws Exception {
        String path = NewFile.CAMPAIGN.path("thanks");
        draft("campaigns/thanks.scenario.yaml", SCENARIOS.replace("tag: large", "send: thanks/thank-you"));
        String text = NewFile.CAMPAIGN.words("thanks", "CNY").replace(">= 200", ">= 100");
        author(post("/rules/-/scenarios/" + path).header("HX-Request", "true").param("text", text))
                .andExpect(content().string(containsString("1 passed")))
                .andExpect(content().string(containsString("data-line=\"10\" data-kind=\"both\"")))
                .andExpect(content().string(not(containsString("data-line=\"0\""))));
    }

    @Test
    void plays_all_drafts_on_a_page_of_its_own_without_scripts() throws Exception {
        draft(DRL, RULE);
        draft(TOLD, SCENARIOS);
        author(get("/rules/-/scenarios")).andExpect(content().string(containsString("Run all")));
        author(post("/rules/-/scenarios"))
                .andExpect(content().string(containsString("<html")))
                .andExpect(content().string(containsString("1 passed")));
    }

    @Test
    void offers_facts_and_names_with_labels_in_the_reader_s_language() throws Exception {
        author(get("/rules/-/vocabulary").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(jsonPath("$.facts.events[?(@.name=='OrderPlaced')].fields[?(@.name=='total')].unit")
                        .value("CNY"))
                .andExpect(jsonPath("$.facts.shared[?(@.name=='member.level')].label.zh")
                        .isNotEmpty())
                .andExpect(jsonPath("$.verbs[?(@.name=='send')].label").value("按模板发送一条消息"))
                .andExpect(jsonPath("$.verbs.length()").value(Action.values().length))
                .andExpect(jsonPath("$.templates[0].name").value("thank-you"));
        mvc.perform(get("/rules/-/vocabulary")).andExpect(status().is3xxRedirection());
    }

    @Test
    void lets_only_authors_try_what_they_write() throws Exception {
        for (String trial : new String[] {"faults", "dry-run", "scenarios"}) {
            mvc.perform(post("/rules/-/" + trial + "/" + DRL)
                            .with(csrf())
                            .with(user("op").roles("OPERATOR"))
                            .param("text", RULE))
                    .andExpect(status().isForbidden());
            mvc.perform(post("/rules/-/" + trial + "/" + DRL)
                            .with(user("lin").roles("RULE_AUTHOR"))
                            .param("text", RULE))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/rules/-/files/settings.yaml").with(user("op").roles("OPERATOR")))
                .andExpect(status().isOk());
    }

    @Test
    void lets_the_map_of_modules_and_nothing_else_stand_inline() throws Exception {
        author(get("/rules/after-order"))
                .andExpect(
                        content().string(containsString("<script type=\"importmap\">" + modules.json() + "</script>")))
                .andExpect(header().string("Content-Security-Policy", containsString(modules.policy())));
        for (String module :
                new String[] {"editor", "drl", "yaml", "complete", "faults", "backtest", "beside", "look"}) {
            mvc.perform(get(modules.address(module))).andExpect(status().isOk());
        }
        for (JsonNode address : new JsonMapper().readTree(modules.json()).get("imports")) {
            mvc.perform(get(address.asString())).andExpect(status().isOk());
        }
    }

    private ResultActions play(String text) throws Exception {
        return author(
                post("/rules/-/scenarios/" + DRL).header("HX-Request", "true").param("text", text));
    }

    private void draft(String path, String text) {
        drafts.save(new Draft(path, text, "lin", PlayedHouse.NOW));
    }

    private ResultActions author(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("lin").roles("RULE_AUTHOR")));
    }
}
