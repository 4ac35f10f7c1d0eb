package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.report.StepCounts;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import io.siyu.web.report.PlayedSteps;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@WebTest
class FiguresScreenTest {
    private static final String LIST = "/campaign/sale/list?step=hello&act=message";
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");
    private static final Pattern WHO = Pattern.compile("<th scope=\"row\">(m[0-9]+) ");
    private static final String SALE = """
            version: 1
            id: sale
            name: Sale
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - send: hello
                text: Hello
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private PlayedPast past;

    @BeforeEach
    void decide() {
        past.reset();
        publishing.reset();
        publishing.publish(
                publishing.playbook().with("campaigns/sale.yaml", SALE.getBytes(StandardCharsets.UTF_8)), "me");
        for (int i = 0; i < 8; i++) {
            past.decided(
                    "m" + i, "\"verdict\":\"drop\",\"reason\":\"" + (i < 5 ? "cap.global" : "promise.calm") + "\"");
        }
        for (int i = 8; i < 12; i++) {
            past.decided("m" + i, "\"verdict\":\"hold\",\"reason\":\"quiet.hours\"");
        }
        for (int i = 12; i < 263; i++) {
            past.decided("m" + i, "\"variant\":\"<b>\",\"verdict\":\"send\",\"message\":\"m\"");
        }
        for (int i = 12; i < 262; i++) {
            past.told(i + 1, "message.sent");
        }
        past.claims(PlayedPast.message(263));
        past.list();
    }

    @AfterEach
    void forget() {
        past.reset();
        publishing.reset();
    }

    private ResultActions look(String path) throws Exception {
        return mvc.perform(get(path).locale(Locale.ENGLISH).with(user("mei").roles("MARKETER")));
    }

    private static ResultMatcher says(String words) {
        return content().string(containsString(words));
    }

    private static ResultMatcher saysNot(String words) {
        return content().string(not(containsString(words)));
    }

    @Test
    void counts_say_where_everybody_is_and_each_leads_to_its_list() throws Exception {
        look("/campaign/sale/figures")
                .andExpect(status().isOk())
                .andExpect(says("<strong>263</strong>"))
                .andExpect(says("list?step=hello&amp;act=message&amp;place=dropped\""))
                .andExpect(says("place=dropped&amp;reason=cap.global\""))
                .andExpect(says("cap over all campaigns"))
                .andExpect(says("place=claimed\""))
                .andExpect(saysNot("place=failed"))
                .andExpect(saysNot("behind the counts"));
        mvc.perform(get("/campaign/sale/figures")
                        .locale(Locale.CHINESE)
                        .with(user("mei").roles("MARKETER")))
                .andExpect(says("目前的去向"));
    }

    @Test
    void a_list_is_as_long_as_its_count_page_by_page() throws Exception {
        assertThat(everybody(LIST + "&place=sent"))
                .hasSize(250)
                .doesNotHaveDuplicates()
                .startsWith("m261", "m260");
        assertThat(everybody(LIST + "&place=dropped")).hasSize(8);
        assertThat(everybody(LIST + "&place=dropped&reason=cap.global")).containsExactly("m4", "m3", "m2", "m1", "m0");
        assertThat(everybody(LIST + "&place=claimed")).containsExactly("m262");
        assertThat(everybody(LIST + "&place=pending")).isEmpty();
        assertThat(everybody(LIST)).hasSize(263).doesNotHaveDuplicates();
    }

    private List<String> everybody(String first) throws Exception {
        List<String> everybody = new ArrayList<>();
        String path = first;
        while (!path.isEmpty()) {
            String page = look(path)
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            Matcher who = WHO.matcher(page);
            while (who.find()) {
                everybody.add(who.group(1));
            }
            Matcher next = NEXT.matcher(page);
            path = next.find()
                    ? java.net.URLDecoder.decode(next.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8)
                    : "";
        }
        return everybody;
    }

    @Test
    void whoever_is_listed_leads_to_why_and_to_the_message() throws Exception {
        look(LIST + "&place=sent")
                .andExpect(says("/why?subject=m261&amp;event=e262"))
                .andExpect(says("/live/messages/" + PlayedPast.message(262)))
                .andExpect(says("&lt;b&gt;"));
        look("/campaign/sale/list?step=&act=enrol&place=sent").andExpect(says(">done<"));
        look(LIST + "&place=held").andExpect(says("quiet hours")).andExpect(saysNot("/live/messages/"));
    }

    @Test
    void a_list_is_behind_while_receipts_wait_to_be_decided() throws Exception {
        past.waits(2);
        look("/campaign/sale/figures").andExpect(says("behind the counts and catching up; entries to go: 2"));
        past.decided("late", "\"verdict\":\"drop\",\"reason\":\"cap.global\"");
        look(LIST + "&place=dropped").andExpect(says("behind the counts and catching up; entries to go: 3"));
        past.waits(0);
        past.list();
        look(LIST + "&place=dropped").andExpect(saysNot("behind the counts"));
    }

    @Test
    void a_list_that_is_behind_says_so_and_one_that_lacks_somebody_too() throws Exception {
        past.decided("m263", "\"verdict\":\"drop\",\"reason\":\"cap.global\"");
        look("/campaign/sale/figures").andExpect(says("behind the counts and catching up; entries to go: 1"));
        past.list();
        look(LIST + "&place=dropped").andExpect(says("9 of 8 are listed")).andExpect(saysNot("behind the counts"));
    }

    @Test
    void counts_go_on_while_lists_are_away() throws Exception {
        past.goesAway();
        look("/campaign/sale/figures")
                .andExpect(says("<strong>263</strong>"))
                .andExpect(says("The house database does not answer"));
        look(LIST).andExpect(status().isOk()).andExpect(says("The house database does not answer"));
    }

    @Test
    void a_house_without_lists_says_so() {
        StepPlaces places = new StepPlaces(
                new StaticListableBeanFactory(Map.of("steps", (StepCounts) PlayedSteps::of))
                        .getBeanProvider(StepCounts.class),
                new StaticListableBeanFactory().getBeanProvider(StepLists.class));
        assertThat(places.of("sale").acts()).hasSize(1);
        assertThat(places.of("sale").lists().word()).isEqualTo("off");
        assertThat(places.lists()).isEmpty();
    }

    @Test
    void a_list_is_saved_as_a_file_no_spreadsheet_runs() throws Exception {
        past.decided("=1+1", "\"variant\":\"a,b\",\"verdict\":\"hold\",\"reason\":\"quiet.hours\"");
        past.list();
        String file = look("/campaign/sale/list.csv?step=hello&act=message&place=held")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"sale-hello-held.csv\""))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines())
                .hasSize(6)
                .startsWith(
                        "\uFEFFmember,since,place,reason,step,act,variant,event,message",
                        "'=1+1,2026-11-05T11:08:34Z,held,quiet.hours,hello,message,\"a,b\",e514,",
                        "m11,2026-11-05T11:00:12Z,held,quiet.hours,hello,message,,e12,");
        assertThat(look("/campaign/sale/list.csv?step=hello&act=message")
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines())
                .hasSize(265);
    }

    @Test
    void lists_are_for_those_who_may_ask_why() throws Exception {
        for (String path : List.of(LIST, "/campaign/sale/list.csv?step=hello&act=message")) {
            mvc.perform(get(path)).andExpect(status().is3xxRedirection());
            mvc.perform(get(path).with(user("noone").roles())).andExpect(status().isForbidden());
            mvc.perform(get(path).with(user("ola").roles("OPERATOR"))).andExpect(status().isOk());
        }
        mvc.perform(get("/api/campaigns/sale/list")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/campaigns/sale/list").with(user("mei").roles("MARKETER")))
                .andExpect(status().isForbidden());
    }

    @Test
    void programs_get_pages_too() throws Exception {
        mvc.perform(get("/api/campaigns/sale/list?step=hello&act=message&place=dropped&reason=promise.calm")
                        .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next").value(""))
                .andExpect(jsonPath("$.found.length()").value(3))
                .andExpect(jsonPath("$.found[0].subject").value("m7"))
                .andExpect(jsonPath("$.found[0].place").value("dropped"));
    }

    /** Lists are kept for months, the way of a message for a week or two. */
    @Test
    void a_listed_message_whose_way_has_gone_leads_to_why_it_was_sent() throws Exception {
        look(LIST + "&place=sent").andExpect(says("?subject=m261&amp;event="));
        look("/live/messages/m-gone?subject=m261&event=o261")
                .andExpect(redirectedUrl("/why?subject=m261&event=o261"))
                .andExpect(flash().attribute("past", true));
        mvc.perform(get("/why")
                        .locale(Locale.ENGLISH)
                        .flashAttr("past", true)
                        .with(user("mei").roles("MARKETER")))
                .andExpect(says("kept for a week or two"));
        look("/why").andExpect(saysNot("kept for a week or two"));
    }

    @Test
    void what_is_no_place_is_told() throws Exception {
        look(LIST + "&place=gone").andExpect(status().isNotFound());
        look("/campaign/none/list?step=hello&act=message").andExpect(status().isNotFound());
        assertThat(everybody(LIST + "&place=dropped&after=nonsense")).hasSize(8);
    }
}
