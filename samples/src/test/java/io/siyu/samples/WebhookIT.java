package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.playbook.Playbook;
import io.siyu.report.Story;
import io.siyu.report.Told;
import io.siyu.report.Watch;
import io.siyu.samples.receiver.Act;
import io.siyu.samples.receiver.Deed;
import io.siyu.samples.receiver.Receiver;
import io.siyu.samples.receiver.Script;
import io.siyu.samples.receiver.Tally;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server whose webhook receiver behaves badly: every message is told as the receiver counted it. */
class WebhookIT {
    private static final int MEMBERS = 200;
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Set<String> ENDS = Set.of("sent", "unknown", "failed");
    private static final Tally.Count NEVER = new Tally.Count(0, 0);
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: Europe/Berlin
            currency: EUR
            language: en
            channels:
              phone: [marketing]
              webhook: [service]
            """;
    private static final String CAMPAIGN = """
            version: 1
            id: by-%1$s
            name: {en: Thanks, zh: 感谢}
            purpose: %3$s
            channel: %1$s
            trigger:
              event: order.placed
              when: [total %2$s 100]
            steps:
              - send: now
                text: {en: "Thank you for {{ orderId }}.", zh: "感谢您的订单 {{ orderId }}。"}
            """;
    private static final int BY_WEBHOOK = 20;
    private static final int BY_PHONE = 200;

    @TempDir
    private Path folder;

    private final Receiver receiver = Receiver.start(0, script(), Clock.systemUTC());
    private Optional<LiveServer> server = Optional.empty();

    @AfterEach
    void close() {
        // why: a receiver that is gone ends what hangs, so that the server need not wait for it.
        receiver.close();
        server.ifPresent(LiveServer::close);
    }

    @Test
    void every_message_is_taken_once_or_told_as_unknown() {
        LiveServer house = start(Map.of(
                "siyu.channels.webhook.timeout", "1s",
                "siyu.channels.webhook.circuit.rest", "500ms",
                "siyu.channels.webhook.token.url", receiver.tokenUrl().toString(),
                "siyu.channels.webhook.token.client", "siyu",
                "siyu.channels.webhook.token.secret", "hush"));
        receiver.play(script(
                Act.of(Deed.REFUSE).share(15).first(2).answer(503, 1),
                Act.of(Deed.REFUSE).share(10).first(1).answer(429, 1),
                Act.of(Deed.EXPIRE).share(10).first(1),
                Act.of(Deed.RESET_AFTER).share(10),
                Act.of(Deed.RESET_BEFORE).share(5).first(1),
                Act.of(Deed.HANG).share(5),
                Act.of(Deed.SLOW).share(5).lasting(100)));

        order(house, MEMBERS, BY_WEBHOOK);
        LiveServer.await(
                "every message has ended", () -> count(stories(house, MEMBERS), ENDS) == MEMBERS, () -> words(house));

        List<Story> stories = stories(house, MEMBERS);
        assertThat(stories).allSatisfy(story -> agrees(story.status(), counted(story)));
        assertThat(count(stories, Set.of("failed"))).isZero();
        assertThat(count(stories, Set.of("unknown"))).isPositive();
        assertThat(receiver.tally().counts()).hasSize(MEMBERS);
        assertThat(receiver.tally().forged()).isZero();
        assertThat(LiveServer.json(house.health())
                        .at("/components/channels/details/phone")
                        .asString())
                .isEqualTo("working");
    }

    @Test
    void the_phone_goes_on_while_the_webhook_hangs() {
        LiveServer house = start(Map.of("siyu.channels.webhook.timeout", "10m"));
        receiver.play(new Script(List.of(SECRET), null, List.of(Act.of(Deed.HANG))));
        order(house, 20, BY_WEBHOOK);
        LiveServer.await("the webhook hangs", () -> !receiver.tally().counts().isEmpty());

        consent(house, "anna");
        order(house, "anna", BY_PHONE);
        LiveServer.await("the phone rings", () -> house.phone("anna").size() == 1);
        assertThat(count(stories(house, 20), ENDS)).isZero();
    }

    @Test
    void a_channel_nobody_set_up_is_told_and_its_messages_fail() {
        server = Optional.of(LiveServer.start(folder, Map.of()));
        LiveServer house = server.get();
        house.publish(playbook());
        order(house, 1, BY_WEBHOOK);
        LiveServer.await("it failed", () -> count(stories(house, 1), Set.of("failed")) == 1);

        assertThat(stories(house, 1).get(0).receipts().get(0).event().value("reason"))
                .isEqualTo("webhook.not-set-up");
        assertThat(LiveServer.json(house.health())
                        .at("/components/channels/details/webhook")
                        .asString())
                .startsWith("not set up: its messages fail.\nMaybe ");
        assertThat(house.health().statusCode()).isEqualTo(200);
    }

    @Test
    void gives_up_when_the_settings_say_so() {
        LiveServer house = start(Map.of(
                "siyu.dispatch.retry.first", "10ms",
                "siyu.dispatch.retry.longest", "10ms",
                "siyu.dispatch.retry.attempts", "2",
                "siyu.channels.webhook.retry.attempts", "3"));
        receiver.play(new Script(List.of(SECRET), null, List.of(Act.of(Deed.REFUSE))));
        order(house, 1, BY_WEBHOOK);
        LiveServer.await("it was given up", () -> count(stories(house, 1), Set.of("failed")) == 1);

        Story story = stories(house, 1).get(0);
        assertThat(counted(story)).isEqualTo(new Tally.Count(3, 0));
        List<Event> receipts = story.receipts().stream().map(Entry::event).toList();
        assertThat(receipts.get(receipts.size() - 1).value("reason")).isEqualTo("gave.up: webhook.503");
    }

    private static void agrees(String status, Tally.Count counted) {
        if (status.equals("sent")) {
            assertThat(counted.accepted()).isEqualTo(1);
        } else {
            assertThat(counted.accepted()).isLessThanOrEqualTo(1);
        }
    }

    private Tally.Count counted(Story story) {
        return receiver.tally().of(story.decision().message()).orElse(NEVER);
    }

    private static long count(List<Story> stories, Set<String> statuses) {
        return stories.stream()
                .filter(story -> statuses.contains(story.status()))
                .count();
    }

    private static Object words(LiveServer house) {
        return stories(house, MEMBERS).stream()
                .collect(Collectors.groupingBy(Story::status, TreeMap::new, Collectors.counting()));
    }

    private static List<Story> stories(LiveServer house, int members) {
        Watch watch = house.part(Watch.class);
        return IntStream.range(0, members)
                .mapToObj(i -> watch.about(Subject.member("m" + i), 20).stream())
                .flatMap(told -> told.filter(one -> one.verdict() == Verdict.SEND))
                .map(Told::message)
                .flatMap(message -> watch.story(message).stream())
                .toList();
    }

    private static void order(LiveServer house, int members, int total) {
        String lines = IntStream.range(0, members)
                .mapToObj(i -> LivePlaybook.order("m" + i, "o" + i, total))
                .collect(Collectors.joining("\n"));
        assertThat(house.post("application/x-ndjson", lines).statusCode()).isEqualTo(202);
    }

    private static void order(LiveServer house, String member, int total) {
        assertThat(house.post(LivePlaybook.order(member, "late", total)).statusCode())
                .isEqualTo(202);
    }

    private static void consent(LiveServer house, String member) {
        String given = """
                {"specversion":"1.0","id":"yes","source":"shop","type":"consent.given","subject":"%s","time":"%s",\
                "data":{"channel":"phone","purpose":"marketing"}}""".formatted(member, Instant.now());
        assertThat(house.post(given).statusCode()).isEqualTo(202);
    }

    private LiveServer start(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("siyu.channels.webhook.url", receiver.url().toString());
        all.put("siyu.channels.webhook.secrets", SECRET);
        LiveServer house = LiveServer.start(folder, all);
        server = Optional.of(house);
        house.publish(playbook());
        return house;
    }

    private static Script script(Act... acts) {
        return new Script(List.of(SECRET), "siyu:hush", List.of(acts));
    }

    private static Playbook playbook() {
        return Playbook.of(Map.of(
                "settings.yaml", bytes(SETTINGS),
                "campaigns/by-webhook.yaml", bytes(CAMPAIGN.formatted("webhook", "<", "service")),
                "campaigns/by-phone.yaml", bytes(CAMPAIGN.formatted("phone", ">=", "marketing"))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
