package io.siyu.web.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.playbook.Playbook;
import io.siyu.report.canary.Conduct;
import io.siyu.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class CanaryTest {
    private static final String FILE = "rules/after-order.drl";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private PlayedCanaries canaries;

    @BeforeEach
    @AfterEach
    void reset() {
        publishing.reset();
        canaries.reset(Conduct.NONE);
    }

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    private static RequestPostProcessor author() {
        return user("ann").roles("RULE_AUTHOR");
    }

    private Playbook changed(String to) {
        String text = publishing.playbook().text(FILE).orElseThrow().replace("total >= 200", to);
        return publishing.playbook().with(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_author_tries_a_rule_looks_and_publishes_it() throws Exception {
        canaries.reset(PlayedCanaries.talkative("Thank <b>"));
        Playbook changed = changed("total >= 100");
        mvc.perform(post("/rules/after-order")
                        .param("try", "yes")
                        .param("text", changed.text(FILE).orElseThrow())
                        .with(csrf())
                        .with(author()))
                .andExpect(redirectedUrl("/rules/-/canary"));
        mvc.perform(get("/rules/-/canary")
                        .locale(Locale.ENGLISH)
                        .with(user("ann").roles("QA")))
                .andExpect(content().string(containsString("Edition " + changed.hash() + " on partition 3")))
                .andExpect(content().string(containsString("Thank &lt;b&gt;")))
                .andExpect(content().string(containsString("1000 of 1,000")))
                .andExpect(content().string(containsString("Members get too many messages here.")));
        mvc.perform(post("/rules/-/canary").param("on", "yes").with(csrf()).with(author()))
                .andExpect(status().is3xxRedirection());
        assertThat(publishing.playbook().hash()).isEqualTo(changed.hash());
        mvc.perform(get("/rules/-/canary").locale(Locale.CHINESE).with(author()))
                .andExpect(content().string(containsString("当前没有灰度中的版本")));
    }

    @Test
    void what_has_faults_or_comes_second_is_not_tried() throws Exception {
        mvc.perform(post("/rules/after-order")
                        .param("try", "yes")
                        .param("text", changed("totl >= 100").text(FILE).orElseThrow())
                        .with(csrf())
                        .with(author()))
                .andExpect(redirectedUrl("/rules/after-order"));
        assertThat(canaries.running()).isEmpty();
        canaries.begin(changed("total >= 100"), Canaries.Terms.USUAL, "lin");
        mvc.perform(post("/api/canary")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(changed("total >= 150").toBytes())
                        .with(program()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Another edition is being tried.")));
    }

    @Test
    void programs_begin_one_ask_and_end_it() throws Exception {
        Playbook changed = changed("total >= 100");
        mvc.perform(get("/api/canary").with(program())).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/api/canary?minutes=5&within=3")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(changed.toBytes())
                        .with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.partition").value(3))
                .andExpect(jsonPath("$.within").value(3.0));
        mvc.perform(get("/api/canary").with(program()))
                .andExpect(jsonPath("$.edition").value(changed.hash()))
                .andExpect(jsonPath("$.measures[0].rest").value(8_000));
        mvc.perform(post("/api/canary/go-back").with(program())).andExpect(status().isOk());
        mvc.perform(post("/api/canary/go-back").with(program())).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/api/canary?within=1")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(changed.toBytes())
                        .with(program()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Maybe 2")));
    }

    @Test
    void only_rule_authors_end_one() throws Exception {
        canaries.begin(changed("total >= 100"), Canaries.Terms.USUAL, "lin");
        mvc.perform(post("/rules/-/canary")
                        .param("on", "yes")
                        .with(csrf())
                        .with(user("ann").roles("MARKETER")))
                .andExpect(status().isForbidden());
        assertThat(canaries.running()).isPresent();
        mvc.perform(get("/rules/-/canary").locale(Locale.ENGLISH).with(author()))
                .andExpect(content().string(not(containsString("too many messages here"))));
    }
}
