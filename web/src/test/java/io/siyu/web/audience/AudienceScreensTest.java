package io.siyu.web.audience;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;

@WebTest
class AudienceScreensTest {
    private static final String SHELF = "/campaign/-/audiences";
    private static final String REGULARS = """
            version: 1
            id: regulars
            name: {zh: 常客, en: "Regulars <b>"}
            when: member.level >= 2
            """;
    private static final String THANKS = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            audience: {audience: regulars}
            steps:
              - send: one
                text: Hello
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @BeforeEach
    @AfterEach
    void reset() {
        publishing.reset();
    }

    private void publish() {
        publishing.publish(
                publishing
                        .playbook()
                        .with("audiences/regulars.yaml", REGULARS.getBytes(StandardCharsets.UTF_8))
                        .with("campaigns/thanks.yaml", THANKS.getBytes(StandardCharsets.UTF_8)),
                "me");
    }

    private ResultActions look(String path, Locale locale) throws Exception {
        return mvc.perform(get(path).locale(locale).with(user("mei").roles("MARKETER")));
    }

    private static ResultMatcher says(String words) {
        return content().string(containsString(words));
    }

    @Test
    void the_shelf_names_every_audience_in_the_visitors_language() throws Exception {
        look(SHELF, Locale.ENGLISH).andExpect(says("No audience is saved"));
        publish();
        look(SHELF, Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(says("Regulars &lt;b&gt;"))
                .andExpect(says("audiences/regulars.yaml"))
                .andExpect(content().string(not(containsString("No audience is saved"))));
        look(SHELF, Locale.CHINESE).andExpect(says("常客"));
    }

    @Test
    void one_is_counted_from_a_sample_at_once_and_exactly_when_asked() throws Exception {
        publish();
        look(SHELF + "/regulars", Locale.ENGLISH)
                .andExpect(says("From 2 of 10 partitions"))
                .andExpect(says("Count exactly"))
                .andExpect(says("Do not get it: "))
                .andExpect(says("regulars marketing phone"));
        look(SHELF + "/regulars?exact=true&purpose=service", Locale.CHINESE)
                .andExpect(says("已逐一询问每位会员"))
                .andExpect(says("现在可触达"))
                .andExpect(says("regulars service phone"))
                .andExpect(content().string(not(containsString("精确计数"))));
    }

    @Test
    void a_campaigns_screens_show_whom_it_reaches() throws Exception {
        publish();
        look("/campaign/thanks/figures", Locale.ENGLISH).andExpect(says("hx-get=\"/campaign/thanks/reach\""));
        look("/campaign/thanks/reach", Locale.ENGLISH)
                .andExpect(says("campaign/thanks service phone"))
                .andExpect(says("hx-get=\"/campaign/thanks/reach?exact=true\""))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void whom_a_store_calls_is_counted_when_the_store_is_chosen() throws Exception {
        String called = THANKS.replace("order.placed", "stock.expiring")
                .replace("{audience: regulars}", "{all: [store, {audience: regulars}]}");
        publishing.publish(
                publishing
                        .playbook()
                        .with("audiences/regulars.yaml", REGULARS.getBytes(StandardCharsets.UTF_8))
                        .with("stores.csv", "store,name\nnj-1,Station\n".getBytes(StandardCharsets.UTF_8))
                        .with("campaigns/thanks.yaml", called.getBytes(StandardCharsets.UTF_8)),
                "me");
        look("/campaign/thanks/reach", Locale.ENGLISH)
                .andExpect(says("Whom it means hangs on the store"))
                .andExpect(says("<option value=\"nj-1\">"))
                .andExpect(content().string(not(containsString("Meant for"))));
        look("/campaign/thanks/reach?store=<b>", Locale.CHINESE)
                .andExpect(says("value=\"&lt;b&gt;\""))
                .andExpect(says("召集的门店"))
                .andExpect(says("campaign/thanks service phone"));
        look("/campaign/thanks/audience-reach", Locale.ENGLISH).andExpect(says("hangs on the store"));
    }

    @Test
    void what_cannot_be_asked_is_told_where_it_was_asked() throws Exception {
        publish();
        look(SHELF + "/regulars?purpose=fun", Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(says("(fun) is neither service nor marketing"))
                .andExpect(says("Maybe &quot;marketing&quot;"));
        look(SHELF + "/none", Locale.ENGLISH).andExpect(status().isNotFound());
        look("/campaign/none/reach", Locale.ENGLISH).andExpect(status().isNotFound());
        mvc.perform(get(SHELF)).andExpect(status().is3xxRedirection());
    }
}
