package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.PlayedHouse;
import io.siyu.web.WebTest;
import io.siyu.web.lifecycle.Refusal;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class CampaignTest {

    private static final String PROMOTION = "/campaign/twelve-day-promotion";
    private static final String COUPON = "/campaign/coupon-expiring";

    private static final String UNKNOWN = """
            version: 1
            id: unknown-steps
            name: {zh: 新步骤, en: New steps}
            purpose: service
            channel: phone
            trigger:
              event: order.placed
            steps:
              - send: hello
                text: Hello
              - juggle: [three, balls]
                with: <b>care</b>
              - branch:
                  - when: [total >= 10]
                    steps:
                      - send: large
                        text:
                          en: Large
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private PlayedPausing pausing;

    @Autowired
    private Drafts drafts;

    @BeforeEach
    void reset() {
        publishing.reset();
        pausing.reset();
    }

    @Test
    void begins_from_a_shipped_template() throws Exception {
        marketer(get("/campaign"))
                .andExpect(content().string(containsString("Twelve-day promotion")))
                .andExpect(content().string(not(containsString("scenario"))));
        marketer(post("/campaign").param("template", "twelve-day-promotion")).andExpect(redirectedUrl(PROMOTION));
        marketer(post("/campaign").param("template", "twelve-day-promotion"))
                .andExpect(redirectedUrl(PROMOTION + "-2"));
        marketer(get(PROMOTION + "-2"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("coupon.campaign == &quot;twelve-day-promotion-2&quot;")));
    }

    @Test
    void shows_the_rule_the_days_and_the_phone() throws Exception {
        marketer(post("/campaign").param("template", "twelve-day-promotion"));
        marketer(get(PROMOTION))
                .andExpect(content().string(containsString("campaign twelve-day-promotion step warm-up")))
                .andExpect(content().string(containsString("strip__busy")))
                .andExpect(content().string(containsString("No fault found")))
                .andExpect(content().string(containsString("Dear member, our biggest sale")));
    }

    @Test
    void previews_the_messages_in_the_language_of_choice() throws Exception {
        marketer(post("/campaign").param("template", "birthday"));
        marketer(get("/campaign/birthday"))
                .andExpect(content().string(containsString("Happy birthday, dear member!")))
                .andExpect(content().string(containsString("<option value=\"zh\" lang=\"zh\">")));
        marketer(get("/campaign/birthday").param("words", "zh"))
                .andExpect(content().string(containsString("生日快乐，亲爱的会员！")))
                .andExpect(content().string(not(containsString("Happy birthday, dear member!"))))
                .andExpect(content().string(containsString("<option value=\"zh\" lang=\"zh\" selected=\"selected\">")));
        marketer(post("/campaign/birthday/preview").param("words", "zh"))
                .andExpect(content().string(containsString("生日快乐，亲爱的会员！")));
        marketer(post("/campaign/birthday/preview").param("words", "en").param("member", "nobody"))
                .andExpect(content().string(containsString("Happy birthday, dear member!")));
        marketer(post("/campaign/birthday/preview").param("words", "<script>"))
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(containsString("handset__text")));
    }

    @Test
    void shows_the_next_rounds_of_a_schedule() throws Exception {
        marketer(post("/campaign").param("template", "members-day"));
        marketer(get("/campaign")).andExpect(content().string(containsString("schedule · 0 10 8 * *")));
        marketer(get("/campaign/members-day"))
                .andExpect(content().string(containsString("No fault found")))
                .andExpect(content().string(containsString("The next rounds")))
                .andExpect(content().string(containsString("-08 10:00</time> gift")))
                .andExpect(content().string(containsString("-09 18:00</time> reminder")));
        marketer(post("/campaign/members-day/preview").param("/trigger/schedule/cron", "0 9 L * *"))
                .andExpect(content().string(containsString(" 09:00</time> gift")));
        marketer(get("/campaign/members-day"))
                .andExpect(content().string(not(containsString("when clocks show them where the member lives."))));
        marketer(post("/campaign/members-day/preview").param("/trigger/schedule/clock", "member"))
                .andExpect(content().string(containsString("No fault found")))
                .andExpect(content().string(containsString("-08 10:00</time> gift")))
                .andExpect(content().string(containsString("when clocks show them where the member lives.")));
        marketer(post("/campaign/members-day/preview").param("/trigger/schedule/cron", "0 25 8 * *"))
                .andExpect(content().string(containsString("Maybe")));
    }

    @Test
    void previews_other_words_without_keeping_them() throws Exception {
        marketer(post("/campaign").param("template", "twelve-day-promotion"));
        marketer(post(PROMOTION + "/preview").param("/steps/0/text/en", "Hi {{ nonsense }}"))
                .andExpect(content().string(containsString("nonsense")))
                .andExpect(content().string(containsString("Maybe")));
        assertThat(drafts.find("campaigns/twelve-day-promotion.yaml")
                        .orElseThrow()
                        .text())
                .doesNotContain("nonsense");
    }

    @Test
    void pauses_resumes_and_ends_what_is_in_force() throws Exception {
        marketer(post("/campaign").param("template", "coupon-expiring"));
        marketer(post(COUPON).param("deed", "pause")).andExpect(flash().attribute("refused", Refusal.NOT_NOW));
        marketer(post(COUPON).param("publish", "yes"));
        assertThat(publishing.edition().campaigns()).containsKey("coupon-expiring");

        marketer(post(COUPON).param("deed", "pause")).andExpect(redirectedUrl(COUPON));
        marketer(get(COUPON)).andExpect(content().string(containsString("value=\"resume\"")));
        marketer(get("/campaign")).andExpect(content().string(containsString("paused")));
        marketer(post(COUPON).param("deed", "resume")).andExpect(flash().attributeExists("told"));
        marketer(get(COUPON)).andExpect(content().string(containsString("value=\"pause\"")));
        marketer(post(COUPON).param("deed", "archive")).andExpect(flash().attribute("refused", Refusal.NOT_NOW));
        marketer(post(COUPON).param("deed", "end")).andExpect(flash().attribute("told", Stage.ENDED));
        marketer(post(COUPON).param("deed", "resume")).andExpect(flash().attribute("refused", Refusal.NOT_NOW));
        marketer(post(COUPON).param("deed", "archive")).andExpect(flash().attribute("told", Stage.ARCHIVED));
        marketer(get("/campaign")).andExpect(content().string(not(containsString("campaign/coupon-expiring"))));
        marketer(get("/campaign?archived=true"))
                .andExpect(content().string(containsString("campaign/coupon-expiring")));
        marketer(post(COUPON).param("save", "yes").param("/name/en", "Back"))
                .andExpect(flash().attributeExists("locked"));
        marketer(post(COUPON).param("deed", "clone")).andExpect(redirectedUrl(COUPON + "-2"));
    }

    @Test
    void saves_nothing_when_one_answer_cannot_be_written() throws Exception {
        drafts.save(new Draft("campaigns/unknown-steps.yaml", UNKNOWN, "mei", PlayedHouse.NOW));
        marketer(post("/campaign/unknown-steps")
                        .param("save", "yes")
                        .param("/holdout", "5%")
                        .param("/steps/2/branch/0/steps/0/text/en", "Hu\u0001ge"))
                .andExpect(flash().attribute("unwritten", "/steps/2/branch/0/steps/0/text/en"))
                .andExpect(flash().attributeCount(2));
        assertThat(drafts.find("campaigns/unknown-steps.yaml").orElseThrow().text())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void shows_steps_it_does_not_know_as_they_are_written() throws Exception {
        drafts.save(new Draft("campaigns/unknown-steps.yaml", UNKNOWN, "mei", PlayedHouse.NOW));
        marketer(get("/campaign/unknown-steps"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("- juggle: [three, balls]")))
                .andExpect(content().string(containsString("with: &lt;b&gt;care&lt;/b&gt;")))
                .andExpect(content().string(containsString("/steps/2/branch/0/steps/0/text/en")));
        marketer(post("/campaign/unknown-steps")
                .param("save", "yes")
                .param("/steps/2/branch/0/steps/0/text/en", "Huge"));
        assertThat(drafts.find("campaigns/unknown-steps.yaml").orElseThrow().text())
                .isEqualTo(UNKNOWN.replace("en: Large", "en: |\n                Huge"));
    }

    @Test
    void publishes_the_changed_start_and_name() throws Exception {
        marketer(post("/campaign").param("template", "twelve-day-promotion"));
        marketer(post(PROMOTION)
                        .param("publish", "yes")
                        .param("/trigger/cadence/start", "2027-03-01")
                        .param("/name/en", "Spring")
                        .param("/id", "stolen"))
                .andExpect(flash().attributeExists("published"));
        String published = publishing
                .playbook()
                .text("campaigns/twelve-day-promotion.yaml")
                .orElseThrow();
        assertThat(published)
                .contains("start: 2027-03-01")
                .contains("en: Spring")
                .doesNotContain("stolen");
        assertThat(publishing.edition().campaigns()).containsKey("twelve-day-promotion");
        assertThat(drafts.all()).isEmpty();
    }

    @Test
    void lets_nobody_else_publish() throws Exception {
        marketer(post("/campaign").param("template", "order-placed"));
        mvc.perform(post("/campaign/order-placed")
                        .with(csrf())
                        .with(user("qa").roles("QA"))
                        .param("publish", "yes"))
                .andExpect(status().isForbidden());
        marketer(get("/campaign/unknown")).andExpect(status().isNotFound());
    }

    private ResultActions marketer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("mei").roles("MARKETER")));
    }
}
