package io.siyu.web.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class ListsTest {
    private static final String LISTS = "/campaign/-/lists";
    private static final String PRESS = LISTS + "/press";
    private static final String SHELF = "/campaign/-/audiences";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @BeforeEach
    @AfterEach
    void reset() {
        publishing.reset();
    }

    private ResultActions hand(String name, byte[] file, String role) throws Exception {
        return mvc.perform(multipart(LISTS)
                .file(new MockMultipartFile("file", "a.csv", "text/csv", file))
                .param("name", name)
                .with(csrf())
                .with(user("mei").roles(role)));
    }

    private ResultActions hand(String name, String text) throws Exception {
        return hand(name, text.getBytes(StandardCharsets.UTF_8), "MARKETER");
    }

    private ResultActions press(String deed) throws Exception {
        return mvc.perform(
                post(PRESS).param(deed, "yes").with(csrf()).with(user("mei").roles("MARKETER")));
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(user("mei").roles("MARKETER")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int size() {
        return publishing.edition().registers().lists().get("press").size();
    }

    @Test
    void a_list_changes_nothing_before_its_difference_was_seen() throws Exception {
        hand("press", "m1\nm2\nm3\n").andExpect(redirectedUrl(PRESS));
        assertThat(publishing.edition().registers().lists()).isEmpty();
        assertThat(page(PRESS)).contains(">+3<", ">−0<");
        press("publish").andExpect(redirectedUrl(SHELF)).andExpect(flash().attribute("published", "press"));
        assertThat(size()).isEqualTo(3);

        hand("press", "name,member\nx,m2\ny,m4\n").andExpect(redirectedUrl(PRESS));
        assertThat(page(PRESS)).contains(">+1<", ">−2<");
        assertThat(page(SHELF)).contains("Handed in, not in force", "href=\"/campaign/-/lists/press\"");
        press("discard").andExpect(redirectedUrl(SHELF));
        assertThat(size()).isEqualTo(3);
        assertThat(drafts.all()).isEmpty();
        press("publish").andExpect(redirectedUrl(SHELF)).andExpect(flash().attributeCount(0));
    }

    @Test
    void a_table_as_spreadsheets_in_china_save_it_is_read() throws Exception {
        hand("press", "姓名,会员\n梅,m1\n".getBytes(Charset.forName("GB18030")), "MARKETER")
                .andExpect(redirectedUrl(PRESS));
        assertThat(page(PRESS)).contains(">+1<");
    }

    @Test
    void faults_are_told_at_their_lines_and_keep_a_list_out() throws Exception {
        hand("press", "m1\nstore/<b>\n").andExpect(redirectedUrl(PRESS));
        assertThat(page(PRESS))
                .contains("lists/press.csv:2:1", "store/&lt;b&gt;")
                .doesNotContain("<b>", "name=\"publish\"");
        press("publish").andExpect(flash().attributeExists("unfit"));
        assertThat(publishing.edition().registers().lists()).isEmpty();
    }

    @Test
    void what_is_no_list_is_not_kept() throws Exception {
        for (String name : new String[] {"", "../rules/x", "Press", "a/b", "p".repeat(65)}) {
            hand(name, "m1\n").andExpect(flash().attributeExists("unfit"));
        }
        hand("press", " \n").andExpect(flash().attributeExists("unfit"));
        hand("press", "m\0".repeat(9)).andExpect(flash().attributeExists("unfit"));
        hand("press", "m".repeat(1_000_001)).andExpect(flash().attributeExists("unfit"));
        assertThat(drafts.all()).isEmpty();
        mvc.perform(get(SHELF).flashAttr("unfit", "<b>").with(user("mei").roles("MARKETER")))
                .andExpect(content().string(containsString("&lt;b&gt;")));
        mvc.perform(get(LISTS + "/A").with(user("mei").roles("MARKETER"))).andExpect(status().isNotFound());
    }

    @Test
    void only_marketers_hand_lists_in() throws Exception {
        hand("press", "m1\n".getBytes(StandardCharsets.UTF_8), "QA").andExpect(status().isForbidden());
        mvc.perform(post(PRESS)
                        .param("publish", "yes")
                        .with(csrf())
                        .with(user("lin").roles("QA")))
                .andExpect(status().isForbidden());
    }
}
