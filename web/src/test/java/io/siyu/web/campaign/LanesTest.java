package io.siyu.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.web.campaign.Lanes.Chip;
import io.siyu.web.campaign.Lanes.Column;
import io.siyu.web.campaign.Lanes.Lane;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void lays_a_cadence_out_over_its_days_one_lane_for_each_audience() {
        Lanes lanes = Lanes.of(CampaignText.of("""
                trigger: {cadence: {start: 2026-02-27, days: 3}}
                steps:
                  - {send: news, day: 1, at: "10:00", audience: {communities: marketing}}
                  - {coupon: gift, day: 3, at: "12:00", audience: members}
                  - {send: all, day: 3, at: "13:00", audience: communities}
                """));
        assertThat(lanes.columns())
                .containsExactly(new Column("1", "02-27"), new Column("2", "02-28"), new Column("3", "03-01"));
        assertThat(lanes.lanes()).extracting(Lane::name).containsExactly("marketing", "members", "communities");
        assertThat(lanes.lanes().get(0).cells().get(0).chips())
                .containsExactly(new Chip("news", "send", "10:00", "part-steps-0"));
        assertThat(lanes.lanes().get(1).cells().get(0).chips()).isEmpty();
        assertThat(lanes.lanes().get(1).cells().get(2).chips())
                .extracting(Chip::step)
                .containsExactly("gift");
    }

    @Test
    void adds_waits_up_and_begins_each_branch_where_it_branches() {
        Lanes lanes = Lanes.of(CampaignText.of("""
                trigger: {event: order.placed}
                steps:
                  - send: now
                  - wait: 1d
                  - branch:
                      - when: [total >= 10]
                        steps:
                          - wait: 2h
                          - send: large
                      - steps:
                          - send: small
                  - wait: {event: order.paid, within: 3d}
                    then:
                      - send: paid
                """));
        assertThat(lanes.columns())
                .extracting(Column::label)
                .containsExactly("0", "+1d", "+1d+2h", "+1d+3d")
                .doesNotContain("+1d+2h+3d");
        assertThat(lanes.lanes()).hasSize(1);
    }

    @Test
    void shows_the_store_and_the_communities_that_an_event_calls() {
        Lanes lanes = Lanes.of(
                CampaignText.of(new CampaignTemplates().text("near-expiry").orElseThrow()));
        assertThat(lanes.columns()).extracting(Column::label).containsExactly("0", "+3h");
        assertThat(lanes.lanes()).extracting(Lane::name).containsExactly("store", "members", "marketing");
        Lanes all = Lanes.of(CampaignText.of("{trigger: {event: live.started}, steps: [{push: live, text: Live}]}"));
        assertThat(all.lanes()).extracting(Lane::name).containsExactly("communities");
    }

    @Test
    void shows_nothing_of_what_is_no_campaign() {
        for (String text :
                new String[] {"", "steps: 3", "trigger: {cadence: {start: soon, days: many}}", "steps: [{}]"}) {
            assertThat(Lanes.of(CampaignText.of(text)).lanes()).as(text).isEmpty();
        }
    }
}
