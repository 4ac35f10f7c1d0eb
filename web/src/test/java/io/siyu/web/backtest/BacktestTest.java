package io.siyu.web.backtest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class BacktestTest {

    private static final String WORDS = """
            [when]An order comes=OrderPlaced()
            [when]- it comes to {n} or more=total >= {n}
            [then]Mark the member as {tag}=propose.tag("{tag}");
            """;

    @Autowired
    private MockMvc mvc;

    private ResultActions ask(String text) throws Exception {
        return mvc.perform(post("/api/backtest")
                .contentType(MediaType.TEXT_PLAIN)
                .content(text)
                .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))));
    }

    @Test
    void a_pattern_alone_is_told_with_its_own_places() throws Exception {
        ask("OrderPlaced( total >= 200, member.level >= 2 )")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.played").value(2))
                .andExpect(jsonPath("$.rules[0].rule").value(""))
                .andExpect(jsonPath("$.rules[0].fired.all").value(160))
                .andExpect(jsonPath("$.rules[0].conditions", hasSize(2)))
                .andExpect(jsonPath("$.rules[0].conditions[1].text").value("member.level >= 2"))
                .andExpect(jsonPath("$.rules[0].conditions[1].held.low").value(600))
                .andExpect(jsonPath("$.rules[0].examples[0].subject").value("m1"))
                .andExpect(jsonPath("$.faults", hasSize(0)));
    }

    @Test
    void a_file_is_told_rule_by_rule_and_what_is_wrong_beside() throws Exception {
        ask("""
                rule "Large"
                when OrderPlaced( total >= 200 )
                then propose.tag("large"); end

                rule "Wrong"
                when OrderPlaced( totl >= 200 )
                then propose.tag("large"); end
                """)
                .andExpect(jsonPath("$.rules", hasSize(1)))
                .andExpect(jsonPath("$.rules[0].rule").value("Large"))
                .andExpect(jsonPath("$.rules[0].line").value(1))
                .andExpect(jsonPath("$.faults[0].line").value(6))
                .andExpect(jsonPath("$.faults[0].message", containsString("Maybe")));
    }

    @Test
    void a_decision_table_is_told_rule_by_rule() throws Exception {
        String table = """
                RuleSet,rules
                RuleTable Large
                NAME,CONDITION,ACTION
                ,OrderPlaced...,propose
                ,total >= $param,"tag(""$param"")"
                Name,Total,Tag
                Large,200,large
                Larger,500,larger
                """;
        mvc.perform(post("/rules/-/backtest")
                        .param("text", table)
                        .param("file", "orders.csv")
                        .with(csrf())
                        .with(user("ann").roles("MARKETER")))
                .andExpect(jsonPath("$.rules", hasSize(2)))
                .andExpect(jsonPath("$.rules[1].rule").value("Larger"))
                .andExpect(jsonPath("$.faults", hasSize(0)));
    }

    @Test
    void sentences_are_told_by_the_name_of_their_file_alone() throws Exception {
        mvc.perform(post("/rules")
                .param("name", "spoken")
                .param("kind", "DICTIONARY")
                .with(csrf())
                .with(user("ann").roles("RULE_AUTHOR")));
        mvc.perform(post("/rules/-/files/rules/spoken.dsl")
                .param("publish", "yes")
                .param("text", WORDS)
                .with(csrf())
                .with(user("ann").roles("RULE_AUTHOR")));
        String said = """
                expander spoken.dsl

                rule "x"
                when
                An order comes
                - it comes to 200 or more
                then
                Mark the member as large
                end
                """;
        mvc.perform(post("/api/backtest")
                        .contentType(MediaType.TEXT_PLAIN)
                        .param("file", "said.dslr")
                        .content(said)
                        .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(jsonPath("$.faults", hasSize(0)))
                .andExpect(jsonPath("$.rules[0].conditions[0].text").value("total >= 200"));
    }

    @Test
    void what_is_mostly_empty_lines_is_read_like_anything_else() throws Exception {
        ask("\n".repeat(900_000) + "OrderPlaced( total >= 200 )")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rules[0].rule").value(""))
                .andExpect(jsonPath("$.rules", hasSize(1)));
    }

    @Test
    void what_is_not_one_pattern_does_no_harm() throws Exception {
        ask("OrderPlaced( total >= 200 ) then propose.tag(\"x\"); end rule \"y\" when OrderPlaced()")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rules[0].rule").value(""));
        ask("OrderPlaced( totl >= 200 )").andExpect(jsonPath("$.faults[0].line").value(1));
        ask("   ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Maybe")));
    }

    @Test
    void marketers_and_rule_authors_ask_from_their_screens() throws Exception {
        mvc.perform(post("/rules/-/backtest")
                        .param("text", "OrderPlaced( total >= 200 )")
                        .with(csrf())
                        .with(user("ann").roles("MARKETER")))
                .andExpect(jsonPath("$.rules[0].heard.all").value(3_200));
        mvc.perform(post("/rules/-/backtest")
                        .param("text", "OrderPlaced( total >= 200 )")
                        .with(csrf())
                        .with(user("ann").roles("OPERATOR")))
                .andExpect(status().isForbidden());
    }
}
