package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.partition.PartitionStates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** What one member takes in Redis: the one of the story reference-member, told to a server event by event. */
class ReferenceMemberIT {
    private static final Path STORY = Path.of("stories", "reference-member");
    private static final Subject MEMBER = Subject.member("m-000417");
    private static final long MOST = 3 * 1_024;

    @TempDir
    private Path folder;

    @Test
    void takes_at_most_three_kilobytes() throws IOException {
        List<String> lines = Files.readAllLines(STORY.resolve("events.jsonl"));
        Path home = folder.resolve("home");
        try (HttpHouse house = new HttpHouse(
                home,
                Map.of(
                        "siyu.clock",
                        "trace",
                        "siyu.playbook",
                        STORY.resolve("playbook").toString()))) {
            assertThat(house.send(lines.subList(1, lines.size())).statusCode()).isEqualTo(202);
            isWhoSheShallBe(house);
            Map<String, Long> bytes = bytes(URI.create(Files.readString(home.resolve("redis/redis.url"))));
            System.out.println(bytes);
            assertThat(bytes.keySet().stream().map(key -> key.substring(key.indexOf('}') + 2)))
                    .containsExactlyInAnyOrder("state:member:m-000417", "vault:member:m-000417", "key:member:m-000417");
            assertThat(bytes.values().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(MOST);
        }
    }

    private static void isWhoSheShallBe(HttpHouse house) {
        State state = Objects.requireNonNull(
                house.part(PartitionStates.class).states(List.of(MEMBER)).get(MEMBER));
        assertThat(state.member().orders().count()).isEqualTo(12);
        assertThat(state.member().coupons().all()).hasSize(3);
        assertThat(state.enrolments().open()).hasSize(2);
        assertThat(state.sends().list()).hasSize(10);
        assertThat(state.member().attributes()).isNotEmpty();
    }

    /** Her keys, and how many bytes each takes. */
    private static Map<String, Long> bytes(URI url) {
        Map<String, Long> bytes = new TreeMap<>();
        try (Jedis redis = new Jedis(url)) {
            for (String key : redis.keys("*:" + MEMBER.kind().word() + ":" + MEMBER.id())) {
                bytes.put(key, redis.memoryUsage(key, 0));
            }
        }
        return bytes;
    }
}
