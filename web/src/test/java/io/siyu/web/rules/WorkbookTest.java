package io.siyu.web.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Decision tables that are put in as workbooks. */
@WebTest
class WorkbookTest {
    private static final String DOOR = "/rules/-/workbook";
    private static final String EDITOR = "/rules/-/files/rules/gifts.csv";
    private static final Path SHIPPED = Path.of("../rules/src/main/resources/workbooks/thank-you-coupon.xlsx");
    private static final List<List<String>> TABLE = List.of(
            List.of("RuleSet", "rules"),
            List.of(),
            List.of("RuleTable Gifts"),
            List.of("NAME", "CONDITION", "ACTION"),
            List.of("", "OrderPaid", "propose"),
            List.of("", "total >=", "tag(\"$param\")"),
            List.of("Name", "From", "Tag"),
            List.of("Large, order", "much", "big"));

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

    private static MockMultipartHttpServletRequestBuilder door(String name, byte[] file) {
        MockMultipartHttpServletRequestBuilder door = multipart(DOOR);
        door.file(new MockMultipartFile("file", "a.xlsx", null, file)).param("name", name);
        return door;
    }

    private ResultActions putIn(String name, byte[] file) throws Exception {
        return mvc.perform(door(name, file).with(csrf()).with(user("lin").roles("RULE_AUTHOR")));
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("rules");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void becomes_a_draft_in_the_words_of_the_table_and_publishes_nothing() throws Exception {
        String before = publishing.playbook().hash();
        putIn("gifts", Files.readAllBytes(SHIPPED))
                .andExpect(redirectedUrl(EDITOR))
                .andExpect(flash().attribute("saved", true));
        assertThat(drafts.find("rules/gifts.csv").orElseThrow().text())
                .contains("RuleTable Thank-you coupon\n", "\nAnybody over 5000,,5000,,private-fitting,20\n");
        assertThat(publishing.playbook().hash()).isEqualTo(before);
    }

    @Test
    void tells_faults_of_its_cells_in_the_editor() throws Exception {
        putIn("gifts", workbook(TABLE)).andExpect(redirectedUrl(EDITOR));
        assertThat(drafts.find("rules/gifts.csv").orElseThrow().text()).contains("\n\"Large, order\",much,big\n");
        mvc.perform(get(EDITOR).with(user("lin").roles("RULE_AUTHOR")))
                .andExpect(content().string(containsString("Row 8, cell B8")));
    }

    @Test
    void a_later_version_takes_the_place_of_the_draft() throws Exception {
        putIn("gifts", Files.readAllBytes(SHIPPED));
        putIn("gifts", workbook(TABLE)).andExpect(redirectedUrl(EDITOR));
        assertThat(drafts.find("rules/gifts.csv").orElseThrow().text()).doesNotContain("Anybody");
    }

    @Test
    void what_is_no_workbook_or_too_large_is_refused_with_what_to_do() throws Exception {
        putIn("gifts", "a,b\n".getBytes(StandardCharsets.UTF_8))
                .andExpect(redirectedUrl("/rules"))
                .andExpect(flash().attribute("unfit", containsString("The file is no workbook.\nMaybe ")));
        List<List<String>> wide = List.of(Collections.nCopies(51, "x"));
        putIn("gifts", workbook(wide)).andExpect(flash().attribute("unfit", containsString("more than 50 columns")));
        assertThat(drafts.find("rules/gifts.csv")).isEmpty();
        mvc.perform(get("/rules")
                        .flashAttr("unfit", "<b>\nMaybe")
                        .with(user("lin").roles("RULE_AUTHOR")))
                .andExpect(content().string(containsString("&lt;b&gt;")));
    }

    @Test
    void needs_a_fitting_name_that_no_workbook_in_force_has() throws Exception {
        putIn("../gifts", Files.readAllBytes(SHIPPED)).andExpect(flash().attribute("unusable", "../gifts"));
        publishing.publish(publishing.playbook().with("rules/gifts.xlsx", Files.readAllBytes(SHIPPED)), "lin");
        putIn("gifts", Files.readAllBytes(SHIPPED))
                .andExpect(flash().attribute("unfit", containsString("rules/gifts.xlsx")));
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void is_for_rule_authors_who_come_from_the_page() throws Exception {
        byte[] bytes = Files.readAllBytes(SHIPPED);
        mvc.perform(door("gifts", bytes).with(csrf()).with(user("mei").roles("MARKETER")))
                .andExpect(status().isForbidden());
        mvc.perform(door("gifts", bytes).with(user("lin").roles("RULE_AUTHOR"))).andExpect(status().isForbidden());
        mvc.perform(get("/rules").with(user("lin").roles("RULE_AUTHOR")))
                .andExpect(content().string(containsString("action=\"" + DOOR + "\"")))
                .andExpect(content().string(containsString("enctype=\"multipart/form-data\"")));
        assertThat(drafts.all()).isEmpty();
    }
}
