package io.siyu.web.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.Sheet;
import io.siyu.playbook.grid.SheetText;
import io.siyu.web.WebTest;
import io.siyu.web.lifecycle.Approvals;
import io.siyu.web.lifecycle.Deed;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import jakarta.servlet.MultipartConfigElement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.util.unit.DataSize;

@WebTest
class GridTest {

    private static final String GRID = "/campaign/twelve-day-promotion/grid";
    private static final String PATH = "campaigns/twelve-day-promotion.yaml";
    private static final Pattern SHOWN = Pattern.compile("name=\"of\" value=\"([0-9a-f]{64})\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private MultipartConfigElement upload;

    @Autowired
    private Environment environment;

    @Autowired
    private Approvals approvals;

    @BeforeEach
    void begin() throws Exception {
        publishing.reset();
        marketer(post("/campaign").param("template", "twelve-day-promotion"));
    }

    @Test
    void shows_the_plan_in_the_language_of_the_reader() throws Exception {
        marketer(get(GRID))
                .andExpect(content().string(containsString("<td class=\"grid__words\">marketing community<")))
                .andExpect(content().string(containsString("class=\"grid__words grid__words--long\"")));
        marketer(get(GRID).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(containsString(">营销群<")))
                .andExpect(content().string(containsString("下载 Excel")));
    }

    @Test
    void a_change_is_shown_first_and_taken_over_as_a_draft() throws Exception {
        String cells = cells().replace("\t11\t19:00\t", "\t12\t19:30\t");
        String page = marketer(post(GRID).param("cells", cells))
                .andExpect(content().string(containsString("last-call")))
                .andExpect(content().string(containsString("moved")))
                .andExpect(content().string(containsString(">19:30<")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(draft())
                .doesNotContain(
                        "19:30\"\n    window: 1h\n    audience: members\n    when:\n      - member.ordersIn(\"11d\")");
        marketer(post(GRID).param("take", "yes").param("cells", cells).param("of", shown(page)))
                .andExpect(redirectedUrl("/campaign/twelve-day-promotion"))
                .andExpect(flash().attribute("saved", true));
        assertThat(draft()).contains("day: 12\n    at: \"19:30\"");
    }

    @Test
    void nothing_is_taken_over_that_its_author_did_not_see() throws Exception {
        String before = draft();
        marketer(post(GRID)
                        .param("take", "yes")
                        .param("cells", cells().replace("19:00", "19:45"))
                        .param("of", "0".repeat(64)))
                .andExpect(redirectedUrl(GRID))
                .andExpect(flash().attribute("stale", true));
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void what_is_in_review_is_not_taken_over_and_the_page_says_so() throws Exception {
        String before = draft();
        String cells = cells().replace("\t11\t19:00\t", "\t12\t19:30\t");
        String page = marketer(post(GRID).param("cells", cells))
                .andReturn()
                .getResponse()
                .getContentAsString();
        approvals.move(drafts.find(PATH).orElseThrow(), Deed.SUBMIT, "mei", "");
        Object locked = marketer(
                        post(GRID).param("take", "yes").param("cells", cells).param("of", shown(page)))
                .andExpect(redirectedUrl(GRID))
                .andReturn()
                .getFlashMap()
                .get("locked");
        assertThat(String.valueOf(locked)).contains("is in review");
        mvc.perform(get(GRID).flashAttr("locked", locked).with(user("mei").roles("MARKETER")))
                .andExpect(content().string(containsString("is in review and stays as it was submitted")));
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void faults_are_told_by_cell_and_take_nothing_over() throws Exception {
        String before = draft();
        String wrong = cells().replace("\t11\t19:00\t", "\t11\t29:00\t");
        marketer(post(GRID).param("cells", wrong))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("is no time of day")))
                .andExpect(content().string(not(containsString("name=\"take\""))));
        String unknown = cells().replace("We are packing", "{{ membre.name }} <script>alert(1)</script>");
        String page = marketer(post(GRID).param("cells", unknown))
                .andExpect(content().string(containsString("Cell L11: ")))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).doesNotContain("name=\"take\"");
        marketer(get(GRID)).andExpect(content().string(containsString("name=\"cells\"")));
        marketer(post(GRID).param("take", "yes").param("cells", unknown).param("of", DigestUtils.sha256Hex(before)))
                .andExpect(status().isUnprocessableContent());
        marketer(post(GRID).param("cells", " ")).andExpect(content().string(containsString("There are no cells.")));
        assertThat(draft()).isEqualTo(before);
    }

    @Test
    void files_come_back_as_they_were_downloaded() throws Exception {
        for (String ending : new String[] {".xlsx", ".csv"}) {
            byte[] bytes = marketer(get(GRID + ending))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            marketer(multipart(GRID).file(new MockMultipartFile("file", "plan" + ending, null, bytes)))
                    .andExpect(content().string(containsString("the campaign says the same already")));
        }
    }

    @Test
    void as_much_comes_in_as_a_grid_may_be() throws Exception {
        assertThat(upload.getMaxFileSize()).isGreaterThanOrEqualTo(SheetText.MOST_BYTES);
        assertThat(upload.getMaxRequestSize()).isGreaterThan(upload.getMaxFileSize());
        // why: fields that are no files count against the form's limit, however they are sent
        DataSize form = DataSize.parse(environment.getRequiredProperty("server.tomcat.max-http-form-post-size"));
        assertThat(form.toBytes()).isGreaterThanOrEqualTo(upload.getMaxRequestSize());
        String cells = cells().replace("\t11\t19:00\t", "\t12\t19:30\t");
        String page = marketer(post(GRID).param("cells", cells))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.substring(page.indexOf("id=\"look\""), page.indexOf("name=\"take\"")))
                .contains("enctype=\"multipart/form-data\"");
        marketer(multipart(GRID).param("take", "yes").param("cells", cells).param("of", shown(page)))
                .andExpect(flash().attribute("saved", true));
    }

    @Test
    void a_campaign_begins_with_a_grid() throws Exception {
        String cells = "天\t时间\t对象\t文案 zh\n1\t10:00-12:00\t会员\t你好\n";
        marketer(get("/campaign/spring/grid")).andExpect(content().string(containsString("name=\"start\"")));
        marketer(post("/campaign/spring/grid").param("cells", cells))
                .andExpect(content().string(containsString("Cell A1: ")));
        String page = marketer(post("/campaign/spring/grid")
                        .param("cells", cells)
                        .param("start", "2027-03-01")
                        .param("name", "春天"))
                .andExpect(content().string(containsString("day-1-members")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        marketer(post("/campaign/spring/grid")
                        .param("take", "yes")
                        .param("cells", cells)
                        .param("of", shown(page))
                        .param("start", "2027-03-01")
                        .param("name", "春天"))
                .andExpect(redirectedUrl("/campaign/spring"));
        assertThat(drafts.find("campaigns/spring.yaml").orElseThrow().text()).contains("name: 春天", "start: 2027-03-01");
    }

    @Test
    void only_marketers_take_over_and_other_campaigns_have_no_grid() throws Exception {
        mvc.perform(post(GRID)
                        .param("cells", cells())
                        .with(csrf())
                        .with(user("qa").roles("QA")))
                .andExpect(status().isForbidden());
        marketer(post("/campaign").param("template", "order-placed"));
        marketer(get("/campaign/order-placed/grid"))
                .andExpect(content().string(containsString("Only a campaign laid out over days")));
        marketer(get("/campaign/order-placed/grid.csv")).andExpect(status().isNotFound());
        marketer(get("/campaign/Bad_Id/grid")).andExpect(status().isNotFound());
    }

    private String cells() throws Exception {
        byte[] csv = marketer(get(GRID + ".csv")).andReturn().getResponse().getContentAsByteArray();
        Sheet sheet = SheetText.read("grid", csv, new Faults()).orElseThrow();
        return SheetText.tabs(sheet);
    }

    private String draft() {
        return drafts.find(PATH).orElseThrow().text();
    }

    private static String shown(String page) {
        Matcher shown = SHOWN.matcher(page);
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private ResultActions marketer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("mei").roles("MARKETER")));
    }
}
