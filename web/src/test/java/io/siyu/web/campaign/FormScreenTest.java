package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
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
class FormScreenTest {
    private static final String CART = "/campaign/abandoned-cart";
    private static final String FILE = "campaigns/abandoned-cart.yaml";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @BeforeEach
    void reset() throws Exception {
        publishing.reset();
        marketer(post("/campaign").param("template", "abandoned-cart"));
    }

    @Test
    void shows_what_a_campaign_is_in_fields() throws Exception {
        marketer(get(CART))
                .andExpect(content().string(containsString("name=\"/priority\" value=\"35\" type=\"number\"")))
                .andExpect(content().string(containsString("name=\"/entry/again\" value=\"7d\"")))
                .andExpect(content().string(containsString("name=\"/exits/+/event\"")))
                .andExpect(content().string(containsString("value=\"marketing\" selected=\"selected\"")))
                .andExpect(content().string(containsString("<option value=\"order.paid\">")));
    }

    @Test
    void what_holds_nothing_is_folded_until_it_does_or_is_wrong() throws Exception {
        marketer(post(CART).param("save", "yes").param("/goal/event", "").param("/goal/exit", ""));
        marketer(get(CART))
                .andExpect(content().string(containsString("id=\"section-inside\" open=\"open\">")))
                .andExpect(content().string(containsString("id=\"section-goal\">")))
                .andExpect(content().string(containsString("nothing yet")))
                .andExpect(content().string(containsString("role=\"group\" aria-labelledby=\"called-goal\"")));
        MvcResult refused = marketer(post(CART).param("save", "yes").param("/goal/event", "order.lost"))
                .andReturn();
        marketer(get(CART).flashAttrs(refused.getFlashMap()))
                .andExpect(content().string(containsString("id=\"section-goal\" open=\"open\">")));
        marketer(post(CART).param("save", "yes").param("/goal/count", "3"));
        marketer(get(CART))
                .andExpect(content().string(containsString("id=\"section-goal\" open=\"open\">")))
                .andExpect(content().string(containsString("id=\"field-goal-event-told\"")));
        marketer(post(CART).param("save", "yes").param("/goal/event", "order.paid"));
        marketer(get(CART)).andExpect(content().string(containsString("id=\"section-goal\" open=\"open\">")));
    }

    @Test
    void tells_when_words_were_written_as_people_read_it() throws Exception {
        String minute = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC";
        marketer(get(CART)).andExpect(content().string(matchesPattern("(?s).*by mei \\(" + minute + "\\).*")));
        marketer(get(CART + "/history"))
                .andExpect(content().string(not(matchesPattern("(?s).*>[^<]*\\d\\dT\\d\\d.*"))));
    }

    @Test
    void a_campaign_is_called_by_its_name_with_its_id_beside() throws Exception {
        for (String page : new String[] {CART, CART + "/history", CART + "/figures", CART + "/guide/what"}) {
            marketer(get(page).header("Accept-Language", "zh-CN"))
                    .andExpect(content().string(containsString("<small class=\"called\">abandoned-cart</small>")))
                    .andExpect(content().string(containsString("<h1>购物车")));
        }
        marketer(post(CART).param("save", "yes").param("/name/zh", "").param("/name/en", ""));
        marketer(get(CART))
                .andExpect(content().string(containsString("<h1>abandoned-cart")))
                .andExpect(content().string(not(containsString("class=\"called\""))));
    }

    @Test
    void keeps_a_value_and_every_other_byte() throws Exception {
        String before = words();
        marketer(post(CART).param("save", "yes").param("/priority", "36").param("/goal/event", ""))
                .andExpect(flash().attribute("saved", true));
        assertThat(words()).isEqualTo(before.replace("priority: 35", "priority: 36"));
    }

    @Test
    void a_wrong_value_is_refused_and_told_at_its_field_with_nothing_lost() throws Exception {
        String before = words();
        MvcResult refused = marketer(post(CART)
                        .param("save", "yes")
                        .param("/priority", "1001")
                        .param("/holdout", "5%"))
                .andExpect(flash().attribute("unwritten", "/priority"))
                .andReturn();
        assertThat(words()).isEqualTo(before);
        marketer(get(CART).flashAttrs(refused.getFlashMap()))
                .andExpect(content().string(containsString("Nothing was saved")))
                .andExpect(content().string(containsString("value=\"1001\"")))
                .andExpect(content().string(containsString("value=\"5%\"")))
                .andExpect(content().string(containsString("id=\"field-priority-told\"")));
        marketer(get(CART))
                .andExpect(content().string(containsString("value=\"35\"")))
                .andExpect(content().string(not(containsString("id=\"field-priority-told\""))));
        marketer(post(CART).param("save", "yes").param("/priority", "1000"))
                .andExpect(flash().attribute("saved", true));
    }

    @Test
    void each_kind_of_field_refuses_what_is_no_value_of_it() throws Exception {
        String before = words();
        for (String[] wrong : new String[][] {
            {"/purpose", "fun"},
            {"/window/from", "2026-13-01T00:00"},
            {"/entry/again", "soon"},
            {"/entry/per", "family"},
            {"/goal/event", "order.lost"},
            {"/exits/+/event", "order.lost"},
            {"/exits/0/event", "order.lost"},
            {"/holdout", "101%"},
            {"/inFlight", "jump"},
            {"/caps/0/max", "-1"},
            {"/audience/of", "nobody-knows"},
            {"/channel", "pigeon"}
        }) {
            MockHttpServletRequestBuilder save = post(CART).param("save", "yes").param(wrong[0], wrong[1]);
            if (wrong[0].startsWith("/caps")) {
                save = post(CART)
                        .param("save", "yes")
                        .param("/caps/+/max", "-1")
                        .param("/caps/+/per", "1d");
            }
            marketer(save).andExpect(flash().attributeExists("unwritten"));
            assertThat(words()).as(wrong[0]).isEqualTo(before);
        }
    }

    @Test
    void words_that_are_not_right_yet_are_kept_and_told_at_their_field() throws Exception {
        marketer(post(CART).param("save", "yes").param("/steps/0/text/en", "Hi {{ nonsense }}"))
                .andExpect(flash().attribute("saved", true));
        marketer(get(CART)).andExpect(content().string(containsString("id=\"field-steps-0-text-en-told\"")));
    }

    @Test
    void answers_are_kept_before_a_step_is_added_moved_or_taken_out() throws Exception {
        String before = words();
        marketer(post(CART)
                        .param("step", "add")
                        .param("add-kind", "tag")
                        .param("add-at", "/steps")
                        .param("/priority", "36"))
                .andExpect(redirectedUrl(CART + "#part-steps-3"));
        assertThat(words()).isEqualTo(before.replace("priority: 35", "priority: 36") + "\n  - tag: tag\n");
        marketer(get(CART))
                .andExpect(content().string(containsString("id=\"part-steps-3\"")))
                .andExpect(content().string(containsString("value=\"remove /steps/3\"")))
                .andExpect(content()
                        .string(containsString("<option value=\"/steps/2/otherwise/0\">behind last-word message")));
        marketer(post(CART).param("step", "up /steps/3")).andExpect(redirectedUrl(CART + "#part-steps-2"));
        marketer(post(CART).param("step", "remove /steps/2"));
        assertThat(words()).isEqualTo(before.replace("priority: 35", "priority: 36"));
        marketer(post(CART).param("step", "remove /steps/0").param("/priority", "many"))
                .andExpect(flash().attribute("unwritten", "/priority"));
        assertThat(words()).contains("send: still-there");
    }

    @Test
    void another_trigger_brings_its_own_fields_and_tomorrow_as_first_day() throws Exception {
        marketer(post(CART)
                        .param("save", "yes")
                        .param("/trigger/kind", "cadence")
                        .param("/trigger/within", "2h"))
                .andExpect(flash().attribute("saved", true));
        assertThat(words()).containsPattern("cadence: \\{start: 20[0-9]{2}-[0-9]{2}-[0-9]{2}, days: 7}");
        marketer(get(CART)).andExpect(content().string(containsString("name=\"/trigger/cadence/days\" value=\"7\"")));
        marketer(post(CART)
                        .param("save", "yes")
                        .param("/trigger/kind", "cadence")
                        .param("/trigger/cadence/days", "93"))
                .andExpect(flash().attribute("unwritten", "/trigger/cadence/days"));
    }

    @Test
    void counts_the_words_at_their_field_and_tells_when_they_are_too_many() throws Exception {
        marketer(get(CART)).andExpect(content().string(containsString("of 5,000 characters")));
        marketer(
                post(CART).param("save", "yes").param("/steps/0/text/en", "x".repeat(5_001) + "\nReply R to opt out."));
        marketer(get(CART))
                .andExpect(content().string(containsString("limit--over")))
                .andExpect(content().string(containsString("id=\"field-steps-0-text-en-told\"")));
    }

    @Test
    void steps_of_what_is_in_review_stay() throws Exception {
        String before = words();
        marketer(post(CART).param("deed", "submit"));
        marketer(post(CART).param("step", "remove /steps/0")).andExpect(flash().attributeExists("locked"));
        assertThat(words()).isEqualTo(before);
    }

    @Test
    void nobody_but_a_marketer_changes_steps() throws Exception {
        mvc.perform(post(CART).with(csrf()).with(user("qa").roles("QA")).param("step", "remove /steps/0"))
                .andExpect(status().isForbidden());
    }

    private String words() {
        return drafts.find(FILE).orElseThrow().text();
    }

    private ResultActions marketer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("mei").roles("MARKETER")));
    }
}
