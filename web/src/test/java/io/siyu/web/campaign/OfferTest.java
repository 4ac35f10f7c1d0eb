package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.siyu.web.PlayedHouse;
import io.siyu.web.WebTest;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class OfferTest {
    private static final String OFFER = "/campaign/-/offers/order-placed";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Offers offers;

    @BeforeEach
    void draft() throws Exception {
        publishing.reset();
        offers.withdraw("order-placed");
        marketer(post("/campaign").param("template", "order-placed"));
    }

    private ResultActions marketer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("mei").roles("MARKETER")));
    }

    @Test
    void a_store_adopts_an_offer_for_its_own_members_and_sees_its_own_numbers() throws Exception {
        marketer(post("/campaign/order-placed/offer"));
        marketer(post("/campaign/order-placed").param("save", "yes").param("/name/en", "Not on offer"));
        marketer(post(OFFER).param("adopt", "yes").param("store", "S1"))
                .andExpect(redirectedUrl("/campaign/order-placed-s1"));
        String own = drafts.find("campaigns/order-placed-s1.yaml").orElseThrow().text();
        assertThat(own)
                .contains("id: order-placed-s1", "- total > 0", "member.lastStore == \"S1\"")
                .doesNotContain("Not on offer");
        marketer(post("/campaign/order-placed-s1").param("publish", "yes"))
                .andExpect(flash().attributeExists("published"));
        marketer(get("/campaign/-/offers"))
                .andExpect(content().string(containsString("order-placed-s1")))
                .andExpect(content().string(containsString("live")));
        mvc.perform(get("/api/campaign-offers")
                        .with(user("program").authorities(AuthorityUtils.createAuthorityList("API_TOKEN"))))
                .andExpect(jsonPath("$[0].adopted[0].store").value("S1"))
                .andExpect(jsonPath("$[0].adopted[0].stage").value("live"));
    }

    @Test
    void a_franchisee_adopts_an_offer_for_all_its_stores() throws Exception {
        publishing.publish(
                publishing
                        .playbook()
                        .with("units.csv", bytes("unit,name,parent\ncoast,Coast <b>,east\neast,East,\n"))
                        .with("stores.csv", bytes("store,name,unit\nS1,Pier,coast\nS2,Airport,\n")),
                "mei");
        marketer(post("/campaign/order-placed/offer"));
        marketer(get("/campaign/-/offers"))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "<option value=\"coast\">\u2003Coast &lt;b&gt; (all its stores)</option>"
                                                        + "<option value=\"S1\">\u2003\u2003Pier</option><option value=\"S2\">Airport</option>")));
        marketer(post(OFFER).param("adopt", "yes").param("store", "coast"))
                .andExpect(redirectedUrl("/campaign/order-placed-coast"));
        assertThat(drafts.find("campaigns/order-placed-coast.yaml")
                        .orElseThrow()
                        .text())
                .contains("member.lastStoreIn(\"coast\") == true");
        marketer(post("/campaign/order-placed-coast").param("publish", "yes"))
                .andExpect(flash().attributeExists("published"));
        marketer(get("/campaign/-/offers")).andExpect(content().string(containsString(">Coast &lt;b&gt;</th>")));
        marketer(post(OFFER).param("adopt", "yes").param("store", "cost"))
                .andExpect(flash().attribute(
                                "unfit", "The house has no store or unit \"cost\".\nMaybe \"coast\" was meant."));
        marketer(post(OFFER).param("adopt", "yes").param("store", "S9"))
                .andExpect(
                        flash().attribute("unfit", "The house has no store or unit \"S9\".\nMaybe \"S1\" was meant."));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_id_that_becomes_too_long_is_cut() throws Exception {
        String longest = "a".repeat(62) + "-b";
        String text = drafts.find("campaigns/order-placed.yaml").orElseThrow().text();
        drafts.save(new Draft(
                "campaigns/" + longest + ".yaml",
                CampaignTemplates.called(text, "order-placed", longest),
                "mei",
                PlayedHouse.NOW));
        String cut = "a".repeat(62);
        marketer(post("/campaign/" + longest).param("deed", "clone"))
                .andExpect(redirectedUrl("/campaign/" + cut + "-2"));
        marketer(post("/campaign/" + longest + "/offer"));
        marketer(post("/campaign/-/offers/" + longest).param("adopt", "yes").param("store", "S1"))
                .andExpect(redirectedUrl("/campaign/" + cut + "-3"));
        offers.withdraw(longest);
    }

    @Test
    void a_long_store_is_cut_without_a_dash_at_the_end() throws Exception {
        marketer(post("/campaign/order-placed/offer"));
        marketer(post(OFFER).param("adopt", "yes").param("store", "abcdefghijklmno.pq"))
                .andExpect(redirectedUrl("/campaign/order-placed-abcdefghijklmno"));
    }

    @Test
    void what_is_no_store_adopts_nothing() throws Exception {
        marketer(post("/campaign/order-placed/offer"));
        for (String store : new String[] {"", "S1\" || true", "a\nb", "{{x}}", "s".repeat(61)}) {
            marketer(post(OFFER).param("adopt", "yes").param("store", store))
                    .andExpect(flash().attributeExists("unfit"));
        }
        assertThat(drafts.all()).hasSize(1);
    }

    @Test
    void what_has_faults_or_was_taken_back_is_not_on_offer() throws Exception {
        marketer(post("/campaign/order-placed").param("save", "yes").param("/steps/0/text/en", "{{ nonsense }}"));
        marketer(post("/campaign/order-placed/offer")).andExpect(flash().attributeExists("unfit"));
        marketer(post(OFFER).param("adopt", "yes").param("store", "S1")).andExpect(status().isNotFound());
        String faulty = drafts.find("campaigns/order-placed.yaml").orElseThrow().text();
        offers.put(new Offers.Offer("order-placed", faulty, "mei", PlayedHouse.NOW));
        marketer(post(OFFER).param("adopt", "yes").param("store", "S1"))
                .andExpect(flash().attribute("unfit", containsString("(order-placed) has faults")));
        assertThat(drafts.all()).hasSize(1);
        mvc.perform(post("/campaign/order-placed/offer")
                        .with(csrf())
                        .with(user("lin").roles("APPROVER")))
                .andExpect(status().isForbidden());
    }
}
