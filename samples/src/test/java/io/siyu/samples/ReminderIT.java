package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.decision.Verdict;
import io.siyu.dispatch.Desk;
import io.siyu.dispatch.Dispatch;
import io.siyu.dispatch.Expiry;
import io.siyu.dispatch.Lane;
import io.siyu.dispatch.Patience;
import io.siyu.dispatch.phone.PhoneChannel;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.house.Observer;
import io.siyu.house.TraceHouse;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Arrival;
import io.siyu.partition.FailPoint;
import io.siyu.partition.LoadedEditions;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.report.Told;
import io.siyu.rule.Edition;
import io.siyu.web.cli.Playbooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reminder published over a thousand open coupons, moved from 72 to 48 hours, paused and resumed, on a live house. */
class ReminderIT {
    private static final int COUPONS = 1_000;
    private static final int PARTITIONS = 8;
    private static final Instant FIRST_EXPIRY = Instant.parse("2026-11-10T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-11-09T00:00:00Z");
    private static final Instant RESUMED = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant PAUSED = Instant.parse("2026-11-12T00:00:00Z");
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: UTC
            currency: EUR
            language: en
            stale: 30d
            channels:
              phone: [service]
            """;
    private static final String REMINDER = """
            version: 1
            id: expiring
            name: {en: Coupon expiring, zh: 优惠券到期}
            purpose: service
            channel: phone
            trigger:
              date: coupon.expiresAt
              before: %s
            steps:
              - send: reminder
                text: {en: "Your coupon ends on {{ coupon.expiresAt }}."}
            """;

    @TempDir
    private Path folder;

    private final Edition before = edition(Map.of());
    private final Edition hours72 = edition(Map.of("campaigns/expiring.yaml", REMINDER.formatted("72h")));
    private final Edition hours48 = edition(Map.of("campaigns/expiring.yaml", REMINDER.formatted("48h")));
    private EmbeddedRedis redis;
    private RedisHouse store;
    private TraceHouse house;
    private Desk desk;
    private Dispatch dispatch;

    @BeforeEach
    void open() throws IOException {
        redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
        store = new RedisHouse(new RedisHouse.Place(
                redis.url(),
                PARTITIONS,
                before::catalogue,
                HouseKey.in(folder.resolve("house.key")),
                Clock.systemUTC()));
        store.useTraceClock();
        // why: what sends asks the house's time whether a parked message still has a point.
        store.time().set(RESUMED, 1_000);
        LoadedEditions editions = new LoadedEditions(List.of(before, hours72, hours48));
        house = new TraceHouse(
                new TraceHouse.Plan(store, editions, new LiquidTexts(), before.catalogue(), Observer.NONE));
        desk = new Desk(new PhoneChannel("phone", store.phones()));
        dispatch = new Dispatch(
                new Dispatch.Ways(
                        store.outbox(),
                        store.vault(),
                        new Expiry(editions, store.time()),
                        Patience.USUAL,
                        FailPoint.NONE),
                desk,
                new Dispatch.Slot(
                        0,
                        List.of(Lane.SERVICE),
                        IntStream.range(0, PARTITIONS).boxed().toList()));
    }

    @AfterEach
    void close() {
        house.close();
        store.close();
        redis.close();
    }

    private static Edition edition(Map<String, String> campaigns) {
        Map<String, byte[]> files = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8)));
        campaigns.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Reading reading = Playbooks.reader().read(Playbook.of(files));
        assertThat(reading.diagnostics()).extracting(Diagnostic::toString).isEmpty();
        return reading.edition();
    }

    private static Instant expiry(int coupon) {
        return FIRST_EXPIRY.plus(Duration.ofMinutes(10L * coupon));
    }

    private HouseEvent event(String type, String id) {
        return HouseEvent.of(before.catalogue().require(type), id);
    }

    private void line(Event event) {
        house.line(event.time(), Arrival.of(event));
    }

    private void publish(Edition edition, int revision, String at) {
        line(event("edition.activated", "edition-" + revision)
                .with("edition", edition.hash())
                .with("revision", (long) revision)
                .about(Subject.RETAILER, Instant.parse(at)));
    }

    private void control(String type, Instant at) {
        line(event(type, type).with("campaign", "expiring").about(new Subject(SubjectKind.CAMPAIGN, "expiring"), at));
    }

    private void issue() {
        Instant at = Instant.parse("2026-11-01T09:00:00Z");
        for (int i = 0; i < COUPONS; i++) {
            line(event("coupon.issued", "issued-" + i)
                    .with("couponId", "c" + i)
                    .with("kind", "A")
                    .with("expiresAt", expiry(i))
                    .about(Subject.member("m" + i), at));
        }
    }

    private void deliver() {
        IntStream.range(0, PARTITIONS).forEach(partition -> desk.offer(Lane.SERVICE, partition, 1_000));
        while (dispatch.round() > 0) {
            store.project();
        }
    }

    /** How many messages each coupon's member has on the phone. */
    private int[] phones() {
        return IntStream.range(0, COUPONS)
                .map(i -> store.phones().of(Subject.member("m" + i), 10).size())
                .toArray();
    }

    /** When each coupon's reminder was decided; more than one for a coupon is an error. */
    private Map<String, Instant> reminders() {
        Map<String, Instant> reminders = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            for (Told told : store.watch().decisions(partition, null, 2 * COUPONS)) {
                if (told.verdict() == Verdict.SEND && !told.message().isEmpty()) {
                    assertThat(reminders.put(told.subject(), told.at())).isNull();
                }
            }
        }
        return reminders;
    }

    private static Instant hour(int coupon) {
        Instant early = expiry(coupon).minus(Duration.ofDays(3));
        return early.isBefore(CHANGED) ? early : expiry(coupon).minus(Duration.ofDays(2));
    }

    @Test
    void open_coupons_are_reminded_once_at_the_right_hour_and_not_while_the_campaign_is_paused() {
        publish(before, 1, "2026-11-01T08:00:00Z");
        issue();
        publish(hours72, 2, "2026-11-05T12:00:00Z");
        publish(hours48, 3, CHANGED.toString());
        control("campaign.paused", PAUSED);
        deliver();
        house.drain(null);
        deliver();

        int[] paused = phones();
        for (int i = 0; i < COUPONS; i++) {
            assertThat(paused[i]).as("coupon %d", i).isEqualTo(hour(i).isBefore(PAUSED) ? 1 : 0);
        }
        Map<String, Instant> reminders = reminders();
        assertThat(reminders).hasSize(COUPONS);
        reminders.forEach(
                (member, at) -> assertThat(at).as(member).isEqualTo(hour(Integer.parseInt(member.substring(1)))));

        control("campaign.resumed", RESUMED);
        house.drain(null);
        deliver();
        assertThat(phones()).containsOnly(1);
    }
}
