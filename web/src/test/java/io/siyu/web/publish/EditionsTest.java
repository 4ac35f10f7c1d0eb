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
import io.siyu.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebTest
class EditionsTest {
    private static final String FILE = "rules/after-order.drl";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @BeforeEach
    void reset() {
        publishing.reset();
    }

    private static RequestPostProcessor program() {
        return user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"));
    }

    private static RequestPostProcessor author() {
        return user("ann").roles("RULE_AUTHOR");
    }

    private Playbook changed(String from, String to) {
        String text = publishing.playbook().text(FILE).orElseThrow().replace(from, to);
        return publishing.playbook().with(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tells_what_a_revision_changed_and_goes_back_to_an_older_one() throws Exception {
        String first = publishing.playbook().hash();
        long before = publishing.history(1).get(0).revision();
        long second = publishing.publish(changed("total >= 200", "total >= 100"), "lin");
        mvc.perform(get("/rules/-/editions").with(user("ann").roles("QA")))
                .andExpect(content().string(containsString(first)))
                .andExpect(content().string(containsString("/rules/-/editions/" + second)));
        mvc.perform(get("/rules/-/editions/" + second).locale(Locale.ENGLISH).with(author()))
                .andExpect(content().string(containsString("asks for total &gt;= 100 instead of total &gt;= 200")))
                .andExpect(content().string(not(containsString("Roll back to this"))));
        mvc.perform(post("/rules/-/editions/" + before).with(csrf()).with(author()))
                .andExpect(redirectedUrl("/rules/-/editions/" + (second + 1)));
        assertThat(publishing.playbook().hash()).isEqualTo(first);
    }

    @Test
    void rolling_back_is_for_rule_authors() throws Exception {
        long revision = publishing.history(1).get(0).revision();
        mvc.perform(post("/rules/-/editions/" + revision)
                        .with(csrf())
                        .with(user("ann").roles("MARKETER")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/rules/-/editions/999").with(author())).andExpect(status().isNotFound());
    }

    @Test
    void a_dry_run_tells_sentences_beside_the_editor_escaped() throws Exception {
        String text = publishing.playbook().text(FILE).orElseThrow();
        mvc.perform(post("/rules/after-order/dry-run")
                        .param("text", text)
                        .locale(Locale.ENGLISH)
                        .with(csrf())
                        .with(author()))
                .andExpect(content().string(containsString("1 lose thank-you by Thank &lt;b&gt;: drop (cap.global).")))
                .andExpect(content().string(containsString("1 more get thank-you")));
        mvc.perform(post("/rules/after-order/dry-run")
                        .param("text", text.replace("total", "totl"))
                        .with(csrf())
                        .with(author()))
                .andExpect(content().string(containsString("Maybe")));
    }

    @Test
    void programs_publish_dry_run_and_go_back() throws Exception {
        String first = publishing.playbook().hash();
        byte[] archive = changed("total >= 200", "total >= 100").toBytes();
        mvc.perform(post("/api/dry-run?hours=24")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(archive)
                        .locale(Locale.CHINESE)
                        .with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changes.length()").value(2))
                .andExpect(jsonPath("$.sentences[1]").value(containsString("1 人")));
        mvc.perform(post("/api/editions")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(archive)
                        .with(program()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value(publishing.playbook().hash()));
        mvc.perform(post("/api/editions/" + first + "/activate").with(program()))
                .andExpect(jsonPath("$.edition").value(first));
    }

    @Test
    void a_playbook_that_would_break_a_promise_is_published_only_if_somebody_insists() throws Exception {
        String first = publishing.playbook().hash();
        byte[] archive = publishing
                .playbook()
                .with("promises.yaml", """
                        version: 1
                        promises:
                          - {name: calm, never: thank-you, after: order.refunded, within: 7d}
                        """.getBytes(StandardCharsets.UTF_8))
                .toBytes();
        String broken = "calm would be broken: m1 on 2026-11-05, thank-you: Never thank-you within 7 days";
        mvc.perform(post("/api/editions")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(archive)
                        .with(program()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("promises.yaml: The promise " + broken)));
        assertThat(publishing.playbook().hash()).isEqualTo(first);
        mvc.perform(post("/api/dry-run")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(archive)
                        .with(program()))
                .andExpect(jsonPath("$.broken[0]").value(containsString(broken)));
        mvc.perform(post("/api/editions?breakPromises=true")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(archive)
                        .with(program()))
                .andExpect(status().isOk());
        assertThat(publishing.edition().promises()).hasSize(1);
    }

    @Test
    void what_cannot_be_published_is_told_with_its_place_and_changes_nothing() throws Exception {
        String first = publishing.playbook().hash();
        mvc.perform(post("/api/editions")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(changed("total", "totl").toBytes())
                        .with(program()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("rules/after-order.drl:5:")));
        mvc.perform(post("/api/editions")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(new byte[] {1, 2, 3})
                        .with(program()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/api/editions/nowhere/activate").with(program()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/api/dry-run?hours=0")
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(publishing.playbook().toBytes())
                        .with(program()))
                .andExpect(status().isUnprocessableContent());
        assertThat(publishing.playbook().hash()).isEqualTo(first);
    }
}
