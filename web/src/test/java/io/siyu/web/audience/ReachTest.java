package io.siyu.web.audience;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.WebTest;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class ReachTest {

    private static final String REGULARS = """
            version: 1
            id: regulars
            name: {zh: 常客, en: Regulars}
            when: member.level >= 2
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    private ResultActions ask(MockHttpServletRequestBuilder question) throws Exception {
        return mvc.perform(question.with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))));
    }

    private ResultActions draft(String text) throws Exception {
        return ask(
                post("/api/audiences/reach").contentType(MediaType.TEXT_PLAIN).content(text));
    }

    @Test
    void an_audience_in_force_is_told_with_an_interval_or_exactly() throws Exception {
        publishing.publish(
                publishing.playbook().with("audiences/regulars.yaml", REGULARS.getBytes(StandardCharsets.UTF_8)), "me");

        ask(get("/api/audiences"))
                .andExpect(jsonPath("$[0].id").value("regulars"))
                .andExpect(jsonPath("$[0].name.zh").value("常客"));
        ask(get("/api/audiences/regulars/reach"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.exact").value(false))
                .andExpect(jsonPath("$.matched.all").value(50))
                .andExpect(jsonPath("$.matched.counted").value(10))
                .andExpect(jsonPath("$.gaps[0].members.all").value(20))
                .andExpect(jsonPath("$.gaps[0].reason", containsString("regulars marketing ")));
        ask(get("/api/audiences/regulars/reach?exact=true&purpose=service&channel=phone"))
                .andExpect(jsonPath("$.exact").value(true))
                .andExpect(jsonPath("$.reachable.low").value(30))
                .andExpect(jsonPath("$.gaps[0].reason").value("regulars service phone"));
    }

    @Test
    void a_draft_is_told_or_what_is_wrong_with_it() throws Exception {
        draft(REGULARS.replace("regulars", "newcomers"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.members.all").value(100))
                .andExpect(jsonPath("$.faults", hasSize(0)));
        draft(REGULARS.replace("level", "levle"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.members").doesNotExist())
                .andExpect(jsonPath("$.faults[0].line").value(4))
                .andExpect(jsonPath("$.faults[0].column").value(7))
                .andExpect(jsonPath("$.faults[0].message", containsString("member.level")));
        draft(" ").andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_campaign_in_force_is_told() throws Exception {
        String thanks = """
                version: 1
                id: thanks
                name: Thanks
                purpose: service
                channel: phone
                trigger: {event: order.placed}
                audience: {tagged: vip}
                steps:
                  - send: one
                    text: Hello
                """;
        publishing.publish(
                publishing.playbook().with("campaigns/thanks.yaml", thanks.getBytes(StandardCharsets.UTF_8)), "me");

        ask(get("/api/campaigns/thanks/reach"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.partitions").value(10))
                .andExpect(jsonPath("$.gaps[0].reason").value("campaign/thanks service phone"));
    }

    @Test
    void an_id_is_an_audience_or_a_campaign_unless_it_is_both() throws Exception {
        String campaign = """
                version: 1
                id: regulars
                name: Regulars
                purpose: service
                channel: phone
                trigger: {event: order.placed}
                audience: {tagged: vip}
                steps:
                  - send: one
                    text: Hello
                """;
        byte[] audience = REGULARS.getBytes(StandardCharsets.UTF_8);
        publishing.publish(publishing.playbook().with("audiences/regulars.yaml", audience), "me");

        ask(get("/api/reach?of=regulars&purpose=service&channel=phone&exact=true"))
                .andExpect(jsonPath("$.gaps[0].reason", containsString("regulars service phone")));
        publishing.publish(
                publishing.playbook().with("campaigns/regulars.yaml", campaign.getBytes(StandardCharsets.UTF_8)), "me");
        ask(get("/api/reach?of=regulars"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Maybe \"audience/regulars\" or")));
        ask(get("/api/reach?of=campaign/regulars"))
                .andExpect(jsonPath("$.gaps[0].reason").value("campaign/regulars service phone"));
        ask(get("/api/reach?of=audience/regulars")).andExpect(status().isOk());
        ask(get("/api/reach?of=regulers"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("no audience or campaign (regulers)")))
                .andExpect(jsonPath("$.detail", containsString("Maybe \"regulars\"")));
    }

    @Test
    void what_is_not_there_is_told_with_the_nearest() throws Exception {
        publishing.publish(
                publishing.playbook().with("audiences/regulars.yaml", REGULARS.getBytes(StandardCharsets.UTF_8)), "me");

        ask(get("/api/audiences/regular/reach"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail", containsString("Maybe \"regulars\"")));
        ask(get("/api/audiences/regulars/reach?purpose=fun")).andExpect(status().isUnprocessableContent());
        ask(get("/api/audiences/regulars/reach?channel=phne"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail", containsString("Maybe \"phone\"")));
        ask(get("/api/campaigns/none/reach")).andExpect(status().isNotFound());
    }
}
