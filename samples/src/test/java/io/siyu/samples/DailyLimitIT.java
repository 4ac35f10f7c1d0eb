package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.partition.HouseTime;
import io.siyu.playbook.Playbook;
import io.siyu.samples.receiver.Receiver;
import io.siyu.samples.receiver.Script;
import io.siyu.samples.receiver.Tally;
import io.siyu.web.publish.Publishing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server whose webhook may take so many messages a day: the receiver counts them. */
class DailyLimitIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final int LIMIT = 10;
    private static final int MEMBERS = 60;
    private static final String SETTINGS = """
            version: 1
            retailer: Corner Shop
            zone: UTC
            currency: EUR
            language: en
            channels:
              webhook: {purposes: [service], daily: %d}
            """.formatted(LIMIT);
    private static final String CAMPAIGN = """
            version: 1
            id: thanks
            name: Thanks
            purpose: service
            channel: webhook
            trigger:
              event: order.placed
            steps:
              - send: now
                text: Thank you
            """;

    @TempDir
    private Path folder;

    private final Receiver receiver =
            Receiver.start(0, new Script(List.of(SECRET), null, List.of()), Clock.systemUTC());

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void the_receiver_gets_the_limit_of_each_day_and_no_more() {
        Map<String, String> settings = Map.of(
                "siyu.clock",
                "accelerated",
                "siyu.engine.partitions",
                "4",
                "siyu.channels.webhook.url",
                receiver.url().toString(),
                "siyu.channels.webhook.secrets",
                SECRET);
        try (HttpHouse house = new HttpHouse(folder, settings)) {
            house.part(Publishing.class)
                    .publish(
                            Playbook.of(
                                    Map.of("settings.yaml", bytes(SETTINGS), "campaigns/thanks.yaml", bytes(CAMPAIGN))),
                            "test");
            Instant noon =
                    Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));
            for (int day = 1; day <= 3; day++) {
                house.part(HouseTime.class).set(noon.plus(Duration.ofDays(day)), 1_000);
                trade(house, day, noon.plus(Duration.ofDays(day)));
            }
        }
        assertThat(receiver.tally().counts().values()).hasSize(3 * LIMIT).containsOnly(new Tally.Count(1, 1));
    }

    private void trade(HttpHouse house, int day, Instant noon) {
        List<String> orders = IntStream.range(0, MEMBERS)
                .mapToObj(i -> LivePlaybook.order("m" + i, day + "-" + i, 20)
                        .replaceFirst("\"time\":\"[^\"]+\"", "\"time\":\"" + noon + "\""))
                .toList();
        assertThat(house.send(orders).statusCode()).isEqualTo(202);
        LiveServer.await(
                "day " + day + " is decided and sent",
                () -> refused(house) == (long) day * (MEMBERS - LIMIT)
                        && receiver.tally().counts().size() == day * LIMIT,
                () -> refused(house) + " refused, received " + receiver.tally().counts());
    }

    private static long refused(HttpHouse house) {
        return house.decisions()
                .body()
                .lines()
                .filter(line -> line.contains("quota.refused"))
                .count();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
