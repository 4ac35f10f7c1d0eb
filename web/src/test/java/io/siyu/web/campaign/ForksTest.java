package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.siyu.member.PartitionState;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.StoreDownException;
import io.siyu.playbook.Faults;
import io.siyu.playbook.Scenario;
import io.siyu.playbook.ScenarioReader;
import io.siyu.replay.ScenarioRun;
import io.siyu.report.Watch;
import io.siyu.web.WebTest;
import io.siyu.web.campaign.Forks.Fork;
import io.siyu.web.campaign.Forks.Way;
import io.siyu.web.publish.PlayedPublishing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** How many members went each way, as deciding counted it. */
@WebTest
class ForksTest {
    private static final String SALE = """
            version: 1
            id: sale
            name: {en: Sale, zh: 特卖}
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - coupon: gift
                kind: GIFT
                value: 1
                expires: 1d
                answer: {event: coupon.claimed, within: 1h}
                then:
                  - tag: claimer
              - branch:
                  - when: member.spent >= 200
                    steps:
                      - send: large
                        text: Large
                      - wait: {event: order.paid, within: 2h}
                        otherwise:
                          - send: unpaid
                            text: Unpaid
                  - when: [member.spent >= 100, member.spent < 200]
                    steps: [{send: middle, text: Middle}]
              - split: tone
                parts:
                  - {share: 40%, steps: [{send: warm, text: Warm}]}
                  - {share: 60%, steps: []}
              - branch:
                  - when: member.spent >= 200
                    steps: [{tag: rich}]
                  - steps: [{tag: other}]
            """;

    private static final String DAY = """
            version: 1
            scenarios:
              - name: Three orders, the largest is paid
                start: 2026-03-06 12:00
                members: {li: {}, wu: {}, ann: {}}
                events:
                  - {after: 1h, of: li, order.placed: {orderId: A1, total: 250, currency: CNY}}
                  - {after: 1h, of: wu, order.placed: {orderId: A2, total: 150, currency: CNY}}
                  - {after: 1h, of: ann, order.placed: {orderId: A3, total: 50, currency: CNY}}
                  - {after: 150m, of: li, order.paid: {orderId: A1, total: 250, currency: CNY}}
                expect: []
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PlayedPublishing publishing;

    @BeforeEach
    void publish() {
        publishing.reset();
        publishing.publish(publishing.playbook().with("campaigns/sale.yaml", bytes(SALE)), "mei");
    }

    @AfterEach
    void forget() {
        publishing.reset();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Forks after(String story) {
        Scenario scenario = ScenarioReader.read("told", bytes(story), publishing.edition(), new Faults())
                .get(0);
        try (ScenarioRun run = new ScenarioRun(publishing.edition(), new LiquidTexts())) {
            Watch watch = counted(run.played(scenario).partitions());
            var beans = new StaticListableBeanFactory(Map.of("watch", watch));
            return new Forks(publishing, new StepCounts(beans.getBeanProvider(Watch.class)));
        }
    }

    private static Watch counted(List<PartitionState> states) {
        return new Counted(() -> states);
    }

    @Test
    void every_way_says_what_leads_there_and_how_many_it_took() {
        List<Fork> forks = after(DAY).of("sale");
        assertThat(forks)
                .extracting(Fork::pointer)
                .containsExactly("/steps/0", "/steps/1", "/steps/1/branch/0/steps/1", "/steps/2", "/steps/3");
        assertThat(forks).extracting(Fork::verb).containsExactly("wait", "branch", "wait", "split", "branch");
        assertThat(forks.get(0).ways())
                .containsExactly(new Way("then", "coupon.claimed", 0), new Way("otherwise", "coupon.claimed", 3));
        assertThat(forks.get(1).ways())
                .containsExactly(
                        new Way("1", "member.spent >= 200", 1),
                        new Way("2", "member.spent >= 100, member.spent < 200", 1),
                        new Way("none", "", 1));
        assertThat(forks.get(2).ways())
                .containsExactly(new Way("then", "order.paid", 1), new Way("otherwise", "order.paid", 0));
        assertThat(forks.get(3).ways()).extracting(Way::said).containsExactly("40%", "60%");
        assertThat(forks.get(3).ways().stream().mapToLong(Way::taken).sum()).isEqualTo(3);
        assertThat(forks.get(4).ways()).extracting(Way::taken).containsExactly(1L, 2L);
    }

    @Test
    void what_is_paid_too_late_went_the_other_way() {
        assertThat(after(DAY.replace("after: 150m", "after: 6h"))
                        .of("sale")
                        .get(2)
                        .ways())
                .extracting(Way::taken)
                .containsExactly(0L, 1L);
    }

    @Test
    void a_draft_is_told_only_of_forks_that_are_the_same_there() {
        Forks forks = after(DAY);
        assertThat(forks.in("sale", CampaignText.of(SALE)).keySet())
                .containsExactly("/steps/0", "/steps/1", "/steps/1/branch/0/steps/1", "/steps/2", "/steps/3");
        assertThat(forks.in("sale", CampaignText.of(SALE.replace("share: 40%", "share: 30%")))
                        .keySet())
                .doesNotContain("/steps/2")
                .hasSize(4);
        assertThat(forks.in("draft", CampaignText.of(SALE))).isEmpty();
    }

    @Test
    void a_draft_is_written_on_while_the_store_is_away() {
        Watch away = new Counted(() -> {
            throw new StoreDownException("down");
        });
        var beans = new StaticListableBeanFactory(Map.of("watch", away));
        Forks forks = new Forks(publishing, new StepCounts(beans.getBeanProvider(Watch.class)));
        assertThat(forks.in("sale", CampaignText.of(SALE))).isEmpty();
    }

    private ResultActions look(String path, Locale locale) throws Exception {
        return mvc.perform(get(path).locale(locale).with(user("mei").roles("MARKETER")));
    }

    @Test
    void the_counts_and_the_form_show_them_in_both_languages() throws Exception {
        look("/campaign/sale/figures", Locale.ENGLISH)
                .andExpect(content().string(containsString("Which ways members went")))
                .andExpect(
                        content().string(containsString("<code>member.spent &gt;= 100, member.spent &lt; 200</code>")))
                .andExpect(content().string(containsString("none of them")));
        look("/campaign/sale", Locale.SIMPLIFIED_CHINESE)
                .andExpect(content().string(containsString("生效版本至今每条路各有多少会员")))
                .andExpect(content().string(containsString("都不符合")));
        publishing.publish(
                publishing
                        .playbook()
                        .with("campaigns/sale.yaml", bytes(SALE.substring(0, SALE.indexOf("steps:")) + """
                                steps:
                                  - send: only
                                    text: Only
                                """)),
                "mei");
        look("/campaign/sale/figures", Locale.ENGLISH)
                .andExpect(content().string(not(containsString("Which ways members went"))));
    }

    /** What the partitions of a played house count. */
    private record Counted(Supplier<List<PartitionState>> states) implements CountedWatch {

        @Override
        public Map<String, Long> steps() {
            Map<String, Long> steps = new TreeMap<>();
            states.get().forEach(state -> state.steps().forEach((step, count) -> steps.merge(step, count, Long::sum)));
            return steps;
        }

        @Override
        public int partitions() {
            return states.get().size();
        }
    }
}
