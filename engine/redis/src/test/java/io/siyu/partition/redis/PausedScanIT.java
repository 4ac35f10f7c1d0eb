package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.dispatch.Lane;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.Advance;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.StepScan;
import io.siyu.partition.Worker;
import io.siyu.rule.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A pause in the middle of a scan, as the outbox and the vendor see it. */
class PausedScanIT extends SendingFixture {
    private static final int MEMBERS = 96;
    private static final Duration OPEN = Duration.ofHours(4);

    /** The club sends its hello by plan, to everybody. */
    private static Advance planned() {
        Edition shop = Shop.EDITIONS.edition("");
        Step hello = new Step.Act(
                "hello",
                new Step.Action.Send("phone", Text.of("hello")),
                new Moment(1, LocalTime.of(10, 0), OPEN),
                Audience.MEMBERS,
                List.of());
        Campaign club = new Campaign(
                "club",
                "campaigns/club.yaml",
                Text.of("Club"),
                Purpose.SERVICE,
                0,
                new Trigger.OnCadence(LocalDate.of(2026, 11, 2), 1, List.of()),
                List.of(hello),
                List.of(),
                null,
                List.of(),
                0);
        Edition planned = new Edition(
                "", shop.catalogue(), shop.settings(), Map.of("club", club), shop.templates(), shop.rules());
        return new Advance(hash -> planned, Shop.COMPOSE, PARTITIONS);
    }

    private void append(EntryKind kind, IntFunction<Event> event) {
        for (int partition : ALL) {
            house.log().append(kind, event.apply(partition), null);
        }
    }

    private void told(String type) {
        Instant now = house.time().now();
        append(
                EntryKind.CONTROL,
                partition -> HouseEvent.of(Shop.CATALOGUE.require(type), type + partition)
                        .with("campaign", "club")
                        .about(Subject.partition(partition), now));
    }

    @Test
    void a_pause_in_the_middle_of_a_scan_parks_what_is_in_the_outbox_and_what_still_comes_and_nobody_gets_two() {
        known();
        Vendor vendor = new Vendor();
        Worker.House with = new Worker.House(house.log(), house.states(), flush -> {}, FailPoint.NONE, PARTITIONS);
        try (Worker worker = new Worker(with, planned(), ALL, MEMBERS)) {
            finish(worker);
            due();
            worker.round();
            house.project();
            int some = round(Lane.SERVICE, vendor);
            assertThat(some).isBetween(1, MEMBERS - 1);
            worker.round();
            told("campaign.paused");
            finish(worker);

            round(Lane.SERVICE, vendor);
            assertThat(vendor.got).hasSize(some);
            assertThat(statuses()).containsOnly(entry("parked", (long) MEMBERS - some), entry("sent", (long) some));

            told("campaign.resumed");
            finish(worker);
            round(Lane.SERVICE, vendor);
            finish(worker);
        }
        assertThat(vendor.got)
                .extracting(Message::subject)
                .doesNotHaveDuplicates()
                .hasSize(MEMBERS);
        assertThat(statuses()).containsOnly(entry("sent", (long) MEMBERS));
    }

    private void known() {
        List<Arrival> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(Shop.consent("c" + i, "m" + i));
        }
        house.intake().accept(members);
    }

    private void due() {
        Instant due = house.time().now();
        Occurrence hello = new Occurrence("club", "hello", "2026-11-02", due, due.plus(OPEN), Audience.MEMBERS);
        append(EntryKind.SCAN, partition -> StepScan.of(Shop.CATALOGUE.require("scan"), hello, partition));
    }

    private void finish(Worker worker) {
        while (worker.round() > 0) {
            house.project();
        }
    }
}
