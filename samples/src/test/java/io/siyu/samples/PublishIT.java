package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.Earlier;
import io.siyu.playbook.Playbook;
import io.siyu.web.metrics.PromiseAlarm;
import io.siyu.web.publish.Publishing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server is given playbooks in a shell: what they would change is told first, and there is a way back. */
class PublishIT {
    private static final int ORDERS = 40;

    private static final String CARE = """
            version: 1
            id: care
            name: Care
            purpose: service
            channel: phone
            trigger: {event: order.placed}
            steps:
              - wait: 3d
              - send: ask
                text: How was it?
            """;

    @TempDir
    private Path folder;

    @Test
    void tells_what_a_playbook_would_change_publishes_it_and_goes_back() {
        Playbook shop = LivePlaybook.shop();
        Path before = written("before", shop, "total >= 100", "total >= 100");
        Path after = written("after", shop, "total >= 100", "total >= 130");
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "4"))) {
            assertThat(house.shell(0, "publish", before.toString()))
                    .contains("Edition " + shop.hash() + " is in force as revision 1.");
            order(house);
            assertThat(house.shell(0, "publish", after.toString(), "--dry-run"))
                    .contains(ORDERS + " events since ")
                    .contains("in 4 of 4 partitions; 40 proposals before, 10 with this playbook.")
                    .contains("30 no longer get plain by A large order is answered/answer.");
            assertThat(house.shell(0, "publish", before.toString(), "--dry-run"))
                    .contains("Nothing would have been decided otherwise.");
            assertThat(house.part(Publishing.class).edition().hash()).isEqualTo(shop.hash());

            assertThat(house.shell(0, "publish", after.toString())).contains("is in force as revision 2.");
            assertThat(house.shell(0, "publish", "--edition", shop.hash()))
                    .contains("Edition " + shop.hash() + " is in force as revision 3.");
        }
    }

    @Test
    void keeps_the_version_that_members_are_inside_of() {
        Playbook shop = LivePlaybook.shop().with("campaigns/care.yaml", CARE.getBytes(StandardCharsets.UTF_8));
        Path before = written("before", shop, "", "");
        Path after = written("after", shop, "How was it?", "How is it?");
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "4"))) {
            house.shell(0, "publish", before.toString());
            String published = house.shell(0, "publish", after.toString());

            Publishing publishing = house.part(Publishing.class);
            String edition = publishing.edition().hash();
            assertThat(published).contains("Edition " + edition + " is in force as revision 2.");
            assertThat(publishing.playbook().paths(Earlier::isEarlier)).hasSize(1);
            assertThat(publishing.edition().earlier()).hasSize(1);
            assertThat(house.shell(0, "publish", after.toString()))
                    .contains("Edition " + edition + " is in force as revision 3.");
            assertThat(house.shell(0, "publish", "--edition", shop.hash()))
                    .contains("Edition " + shop.hash() + " is in force as revision 4.");
            assertThat(publishing.edition().earlier()).isEmpty();
        }
    }

    @Test
    void tells_what_keeps_a_playbook_from_being_published() {
        Path faulty = written("faulty", LivePlaybook.shop(), "total >= 100", "totl >= 100");
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "4"))) {
            assertThat(house.shell(1, "publish", faulty.toString()))
                    .contains("rules/orders.drl:5:")
                    .contains("Maybe ");
            assertThat(house.shell(1, "publish", "--edition", "0123456789ab")).contains("No edition (0123456789ab)");
            assertThat(house.shell(2, "publish", folder.resolve("nowhere").toString()))
                    .contains("Maybe ");
            assertThat(house.shell(2, "publish", "--edition", "0123456789ab", "--dry-run"))
                    .contains("Maybe ");
            assertThat(house.shell(2, "publish")).contains("Maybe ");
            assertThat(house.part(Publishing.class).history(9)).isEmpty();
        }
    }

    @Test
    void a_promise_the_playbook_would_break_stops_it() {
        Path before = written("before", LivePlaybook.shop(), "", "");
        Path after = written("after", promising(), "", "");
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "4"))) {
            house.shell(0, "publish", before.toString());
            order(house);
            assertThat(house.shell(0, "publish", after.toString(), "--dry-run"))
                    .contains("promise: newcomers would be broken: m0 on ");
            assertThat(house.shell(1, "publish", after.toString()))
                    .contains("promises.yaml: The promise newcomers would be broken: m0 on ")
                    .contains("20 more messages")
                    .contains("Maybe ");
            assertThat(house.part(Publishing.class).history(9)).hasSize(1);

            assertThat(house.shell(0, "publish", after.toString(), "--break-promises"))
                    .contains("is in force as revision 2.");
            assertThat(house.shell(0, "publish", after.toString())).contains("is in force as revision 3.");
        }
    }

    @Test
    void a_message_that_would_break_a_promise_is_dropped_with_an_alarm() {
        Path shop = written("shop", promising(), "", "");
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "4"))) {
            house.shell(0, "publish", shop.toString());
            order(house);

            assertThat(house.decisions().body().lines())
                    .allSatisfy(line -> assertThat(line)
                            .contains("promise.newcomers")
                            .contains("Never plain when member.orders < 2."));
            assertThat(house.part(PromiseAlarm.class).on())
                    .singleElement()
                    .returns("newcomers", PromiseAlarm.Alarm::promise)
                    .returns((long) ORDERS, PromiseAlarm.Alarm::messages);
        }
    }

    private static Playbook promising() {
        return LivePlaybook.shop().with("promises.yaml", """
                version: 1
                promises:
                  - {name: newcomers, never: plain, when: member.orders < 2}
                """.getBytes(StandardCharsets.UTF_8));
    }

    /** Orders over 100 to 139 euros, one of each member. */
    private static void order(HttpHouse house) {
        List<String> lines = IntStream.range(0, ORDERS)
                .mapToObj(i -> LivePlaybook.order("m" + i, "o" + i, 100 + i))
                .toList();
        assertThat(house.send(lines).statusCode()).isEqualTo(202);
        LiveServer.await(
                "all orders are decided",
                () -> house.decisions().body().lines().count() == ORDERS,
                () -> house.decisions().body());
    }

    private Path written(String name, Playbook playbook, String from, String to) {
        Path directory = folder.resolve(name);
        playbook.paths()
                .forEach(path -> LivePlaybook.write(
                        directory, path, playbook.text(path).orElseThrow().replace(from, to)));
        return directory;
    }
}
