package io.siyu.web.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.rule.Comparing;
import io.siyu.rule.ConditionFault;
import io.siyu.rule.ConditionField;
import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class ConditionRowsTest {
    private static final String ORDER = "event:order.placed";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private MessageSource messages;

    @BeforeEach
    void reset() {
        publishing.reset();
    }

    @Test
    void reads_a_text_into_rows() throws Exception {
        read(ORDER, "total >= 200.00\nmember.lastOrderAt.within(\"30d\") == true\ntotal > 1 || member.level > 2")
                .andExpect(status().isOk())
                .andExpect(has("name=\"0.field\""))
                .andExpect(has("<option value=\"total\" title=\"Total\" selected=\"selected\">Total</option>"))
                .andExpect(has("<option value=\"AT_LEAST\" selected=\"selected\">is at least</option>"))
                .andExpect(has("value=\"200.00\""))
                .andExpect(has("<option value=\"WITHIN\" selected=\"selected\">in the last</option>"))
                .andExpect(has("<option value=\"d\" selected=\"selected\">days</option>"))
                .andExpect(has("name=\"2.free\" value=\"total &gt; 1 || member.level &gt; 2\""))
                .andExpect(has("All of these must hold."))
                .andExpect(content().string(not(containsString("class=\"fault\""))));
        mvc.perform(as("MARKETER", post("/conditions/rows"))
                        .param("place", ORDER)
                        .param("text", "member.level >= 2")
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(has("不少于"))
                .andExpect(has("<optgroup label=\"会员\">"))
                .andExpect(has("selected=\"selected\">等级</option>"));
    }

    @Test
    void writes_changed_rows_and_leaves_the_others_as_they_were() throws Exception {
        change().param("0.text", "total   >=   200.00")
                .param("0.was", "total")
                .param("0.field", "total")
                .param("0.is", "AT_LEAST")
                .param("0.v", "200.00")
                .param("1.was", "store")
                .param("1.field", "store")
                .param("1.is", "ONE_OF")
                .param("1.v", "S1\r\n\r\nOld \"town\"")
                .param("2.was", "member.ordersIn")
                .param("2.field", "member.ordersIn")
                .param("2.is", "LESS")
                .param("2.a0", "30")
                .param("2.a0.unit", "d")
                .param("2.v", "3")
                .param("3.free", "a == 1\n|| b == 2")
                .told(
                        "total   >=   200.00\nstore in (\"S1\", \"Old \\\"town\\\"\")\nmember.ordersIn(\"30d\") < 3\na == 1 || b == 2");
    }

    @Test
    void adds_removes_and_begins_a_row_anew_when_its_field_changes() throws Exception {
        change().row(0, "total", "AT_LEAST", "200")
                .row(1, "store", "IS", "S1")
                .ask("remove-0")
                .told("store == \"S1\"");
        change().row(0, "total", "AT_LEAST", "200")
                .ask("add")
                .told("total >= 200")
                .andExpect(has("name=\"1.field\""));
        change().param("0.was", "total")
                .param("0.field", "member.birthday")
                .param("0.is", "AT_LEAST")
                .param("0.v", "200")
                .told("")
                .andExpect(has("placeholder=\"03-14\""))
                .andExpect(content().string(not(containsString("value=\"200\""))));
    }

    @Test
    void tells_a_wrong_value_at_its_row_and_keeps_it() throws Exception {
        change().row(0, "store", "IS", "S1")
                .row(1, "total", "AT_LEAST", "1,000")
                .told("store == \"S1\"\ntotal >= \"1,000\"")
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"1,000\""),
                                containsString("&quot;1,000&quot; is not an amount of money. Maybe"))));
        read(ORDER, "total >= \"1,000\"").andExpect(has("&quot;1,000&quot; is not an amount of money. Maybe"));
    }

    @Test
    void tells_what_the_rules_say_at_the_row_it_concerns() throws Exception {
        String page = read(ORDER, "store == \"S1\"\ntotal > 10\ntotal < 5\ntotl > 2")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.substring(page.indexOf("c-2-faults"), page.indexOf("3.free")))
                .contains("can never hold together with")
                .contains("Maybe");
        assertThat(page.substring(page.indexOf("c-3-faults"))).contains("totl").contains("Maybe &quot;total&quot;");
        assertThat(page.substring(page.indexOf("c-0-faults"), page.indexOf("1.text")))
                .doesNotContain("class=\"fault\"");
    }

    @Test
    void offers_what_a_place_knows() throws Exception {
        new Change("community")
                .ask("add")
                .told("")
                .andExpect(has("community.members"))
                .andExpect(without("member.level"));
        new Change("member").ask("add").told("").andExpect(has("member.level")).andExpect(without("coupon.kind"));
        new Change("coupon").ask("add").told("").andExpect(without("value=\"total\""));
        read("coupon", "coupon.redemptions == 0")
                .andExpect(has("value=\"coupon.redemptions\""))
                .andExpect(has("value=\"member.level\""));
        read("event:nothing.known", "").andExpect(status().isNotFound());
        read("nowhere", "").andExpect(status().isNotFound());
    }

    @Test
    void shows_at_most_fifty_rows() throws Exception {
        read(ORDER, "total > 1\n".repeat(50)).andExpect(status().isOk()).andExpect(without("data-ask=\"add\""));
        read(ORDER, "total > 1\n".repeat(51)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void shows_what_somebody_wrote_as_text() throws Exception {
        read(ORDER, "store == \"<b>x</b>\"").andExpect(without("<b>")).andExpect(has("&lt;b&gt;x&lt;/b&gt;"));
        read(ORDER, "<script>").andExpect(without("<script>"));
    }

    @Test
    void serves_those_who_write_campaigns_alone() throws Exception {
        for (String role : List.of("OPERATOR", "APPROVER", "QA")) {
            mvc.perform(as(role, post("/conditions/rows")).param("place", ORDER).param("text", ""))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(post("/conditions/rows")
                        .param("place", ORDER)
                        .param("text", "")
                        .with(user("mei").roles("MARKETER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_campaign_s_form_says_where_its_conditions_stand() throws Exception {
        mvc.perform(as("MARKETER", post("/campaign")).param("template", "order-placed"));
        mvc.perform(as("MARKETER", get("/campaign/order-placed")))
                .andExpect(has("data-place=\"event:order.placed\""))
                .andExpect(has("data-place=\"coupon\""))
                .andExpect(has("data-rows=\"/conditions/rows\""));
        mvc.perform(as("OPERATOR", get("/campaign/order-placed"))).andExpect(without("data-rows"));
    }

    @Test
    void has_words_for_all_that_may_be_shown() {
        List<String> keys = new ArrayList<>();
        for (Comparing one : Comparing.values()) {
            keys.add("condition.is." + word(one));
        }
        for (ConditionField.About one : ConditionField.About.values()) {
            keys.add("condition.about." + word(one));
        }
        for (ConditionFault.What one : ConditionFault.What.values()) {
            keys.add("condition.fault." + word(one));
        }
        assertThat(keys)
                .allSatisfy(key -> assertThat(messages.getMessage(key, new Object[] {"x"}, Locale.ENGLISH))
                        .isNotBlank());
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ResultActions read(String place, String text) throws Exception {
        return mvc.perform(
                as("MARKETER", post("/conditions/rows")).param("place", place).param("text", text));
    }

    private static MockHttpServletRequestBuilder as(String role, MockHttpServletRequestBuilder request) {
        return request.with(user("mei").roles(role)).with(csrf()).locale(Locale.ENGLISH);
    }

    private static ResultMatcher has(String part) {
        return content().string(containsString(part));
    }

    private static ResultMatcher without(String part) {
        Matcher<String> absent = not(containsString(part));
        return content().string(absent);
    }

    private Change change() {
        return new Change(ORDER);
    }

    /** Rows on their way to the server. */
    private final class Change {
        private final MockHttpServletRequestBuilder request;

        Change(String place) {
            this.request = as("MARKETER", post("/conditions/rows")).param("place", place);
        }

        Change param(String name, String value) {
            request.param(name, value);
            return this;
        }

        Change row(int number, String field, String comparing, String value) {
            return param(number + ".was", field)
                    .param(number + ".field", field)
                    .param(number + ".is", comparing)
                    .param(number + ".v", value);
        }

        Change ask(String what) {
            return param("ask", what);
        }

        ResultActions told(String text) throws Exception {
            String written = text.replace("&", "&amp;")
                    .replace("\"", "&quot;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;");
            return mvc.perform(request)
                    .andExpect(status().isOk())
                    .andExpect(text.isEmpty() ? without("data-text") : has("data-text=\"" + written + "\""));
        }
    }
}
