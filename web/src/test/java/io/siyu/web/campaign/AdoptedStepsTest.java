package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.siyu.message.LiquidTexts;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.web.PlayedHouse;
import io.siyu.web.WebTest;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Steps for groups and for a store's staff, adopted: they go to those of the store that adopts, and to no other's. */
@WebTest
class AdoptedStepsTest {
    /** What happens at two stores that are not told apart but by who adopted. */
    private static final String EVENING = """
            version: 1
            scenarios:
              - name: One evening at two stores
                start: 2026-03-06 12:00
                members:
                  li: {consent: marketing}
                  far: {consent: marketing}
                communities:
                  bargains: {type: marketing, store: S1}
                  elsewhere: {type: marketing, store: S2}
                events:
                  - {after: 1h, of: li, store.visited: {store: S1}}
                  - {after: 1h, of: far, store.visited: {store: S2}}
                  - {after: 5h, of: store/S1, stock.expiring: {sku: MILK, qty: 12}}
                  - {after: 5h, of: store/S2, stock.expiring: {sku: MILK, qty: 12}}
                expect: []
            """;

    private static final String WEEKLY = """
            version: 1
            id: weekly
            name: Weekly
            purpose: marketing
            channel: phone
            trigger:
              schedule: {cron: 0 10 * * 1, until: 2026-03-10 00:00, window: 4h}
            steps:
              - push: news
                when: community.members >= 2
                text: News of the week. Reply R to opt out.
              - {push: more, audience: {communities: content}, text: "More. Reply R to opt out."}
              - send: own
                text: News for you. Reply R to opt out.
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Offers offers;

    @BeforeEach
    void offered() throws Exception {
        publishing.reset();
        publishing.publish(
                publishing
                        .playbook()
                        .with("units.csv", bytes("unit,name,parent\ncoast,Coast,\n"))
                        .with("stores.csv", bytes("store,name,unit\nS1,Pier,coast\nS2,Airport,\nS3,Fair,coast\n")),
                "mei");
        offers.withdraw("near-expiry");
        offers.withdraw("weekly");
        marketer(post("/campaign").param("template", "near-expiry"));
        marketer(post("/campaign/near-expiry/offer")).andExpect(flash().attributeCount(0));
    }

    private ResultActions marketer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(user("mei").roles("MARKETER")));
    }

    private String adopted(String campaign, String store) throws Exception {
        String id = campaign + "-" + store.toLowerCase(Locale.ROOT);
        marketer(post("/campaign/-/offers/" + campaign).param("adopt", "yes").param("store", store))
                .andExpect(redirectedUrl("/campaign/" + id));
        marketer(post("/campaign/" + id).param("publish", "yes")).andExpect(flash().attributeExists("published"));
        return publishing.playbook().text("campaigns/" + id + ".yaml").orElseThrow();
    }

    private List<String> decided(String story) {
        Faults faults = new Faults();
        List<Scenario> scenarios = ScenarioReader.read("told", bytes(story), publishing.edition(), faults);
        assertThat(faults.sorted()).isEmpty();
        try (ScenarioRun run = new ScenarioRun(publishing.edition(), new LiquidTexts())) {
            return run.decisions(scenarios.get(0)).stream()
                    .map(decision -> decision.subject().written() + " "
                            + decision.intent().step() + " "
                            + decision.ruling().verdict().word())
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void only_the_store_that_adopts_calls_its_staff_its_members_and_its_groups() throws Exception {
        assertThat(adopted("near-expiry", "S1"))
                .contains("store.id == \"S1\"", "member.ofStore == true", "community.store == \"S1\"");
        assertThat(decided(EVENING))
                .containsExactlyInAnyOrder(
                        "store/S1 set-aside send", "li evening-shelf send", "community/bargains last-half-hour send");
    }

    @Test
    void another_store_s_own_begins_when_it_adopts_too() throws Exception {
        adopted("near-expiry", "S1");
        adopted("near-expiry", "S2");
        assertThat(decided(EVENING))
                .containsExactlyInAnyOrder(
                        "store/S1 set-aside send",
                        "li evening-shelf send",
                        "community/bargains last-half-hour send",
                        "store/S2 set-aside send",
                        "far evening-shelf send",
                        "community/elsewhere last-half-hour send");
    }

    @Test
    void a_unit_adopts_for_the_staff_and_groups_of_each_of_its_stores() throws Exception {
        assertThat(adopted("near-expiry", "coast"))
                .contains("store.in(\"coast\") == true", "community.storeIn(\"coast\") == true");
        assertThat(decided(EVENING.replace("S2", "S3"))).hasSize(6);
        assertThat(decided(EVENING)).hasSize(3).noneMatch(line -> line.contains("S2") || line.contains("elsewhere"));
    }

    @Test
    void groups_that_are_planned_for_are_those_of_the_store() throws Exception {
        drafts.save(new Draft("campaigns/weekly.yaml", WEEKLY, "mei", PlayedHouse.NOW));
        marketer(post("/campaign/weekly/offer"));
        assertThat(adopted("weekly", "S1"))
                .contains("- community.members >= 2", "- community.store == \"S1\"", "member.lastStore == \"S1\"");
        assertThat(decided("""
                        version: 1
                        scenarios:
                          - name: Monday
                            start: 2026-03-06 12:00
                            members:
                              li: {consent: marketing}
                              far: {consent: marketing}
                            communities:
                              few: {type: marketing, store: S1, members: 1}
                              bargains: {type: marketing, store: S1, members: 2}
                              kitchen: {type: content, store: S1, members: 2}
                              elsewhere: {type: content, store: S2, members: 2}
                            events:
                              - {after: 1h, of: li, store.visited: {store: S1}}
                              - {after: 1h, of: far, store.visited: {store: S2}}
                            expect: []
                        """))
                .containsExactlyInAnyOrder(
                        "community/bargains news send",
                        "community/kitchen news send",
                        "community/kitchen more send",
                        "li own send");
    }

    @Test
    void steps_that_become_two_hide_no_step_for_groups() throws Exception {
        String evening = drafts.find("campaigns/near-expiry.yaml").orElseThrow().text();
        String coupon = """
                steps:

                  - coupon: gift
                    kind: EVENING
                    expires: 1d
                    answer: {event: coupon.claimed, within: 1h}
                """;
        drafts.save(
                new Draft("campaigns/near-expiry.yaml", evening.replace("steps:\n", coupon), "mei", PlayedHouse.NOW));
        marketer(post("/campaign/near-expiry/offer")).andExpect(flash().attributeCount(0));
        assertThat(adopted("near-expiry", "S1")).containsOnlyOnce("- community.store == \"S1\"");
        assertThat(decided(EVENING))
                .contains("community/bargains last-half-hour send")
                .hasSize(4);
    }

    @Test
    void the_page_of_offers_and_the_store_s_own_say_whom_it_is_for() throws Exception {
        marketer(get("/campaign/-/offers"))
                .andExpect(content().string(containsString("its communities and its staff")));
        adopted("near-expiry", "S1");
        marketer(get("/campaign/near-expiry-s1")).andExpect(content().string(containsString("store.id")));
    }
}
