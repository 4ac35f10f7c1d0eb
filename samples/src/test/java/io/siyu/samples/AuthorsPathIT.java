package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.report.Watch;
import io.siyu.report.canary.Comparison;
import io.siyu.web.publish.Canaries;
import io.siyu.web.publish.Publishing;
import io.siyu.web.publish.Publishing.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule author changes a rule in a shell while 2,000 orders a second come in, from the first fault to the way back. */
class AuthorsPathIT {
    private static final int PER_SECOND = 2_000;
    private static final String SCENARIOS = "rules/orders.scenario.yaml";

    @TempDir
    private Path folder;

    @Test
    void from_a_fault_to_a_house_that_runs_and_back() throws IOException {
        Path playbook = LivePlaybook.written(folder.resolve("shop"), AuthorsShop.playbook());
        try (HttpHouse house = new HttpHouse(folder.resolve("home"), Map.of("siyu.engine.partitions", "16"))) {
            house.shell(0, "publish", playbook.toString());
            String first = house.part(Publishing.class).edition().hash();
            try (Traffic traffic = Traffic.start(house, PER_SECOND)) {
                traffic.more(PER_SECOND);
                check(house, playbook);
                rehearse(house, playbook);
                tryOnOnePartition(house, playbook, traffic);
                askWhy(house, traffic);
                assertThat(house.shell(0, "publish", "--edition", first)).contains("is in force as revision 6.");
                traffic.more(PER_SECOND);
                traffic.stop();
                settled(house, traffic);
                Files.writeString(Path.of("target", "authors-path.txt"), traffic.told() + "\n");
            }
        }
    }

    /** Planted faults are found where they are, all at once. */
    private static void check(HttpHouse house, Path playbook) {
        LivePlaybook.write(
                playbook,
                AuthorsShop.FILE,
                AuthorsShop.rules("totl >= 99").replace("send(\"plain\")", "send(\"plan\")"));
        assertThat(HttpHouse.offline(1, "check", playbook.toString()))
                .contains("rules/orders.drl:10:18: ")
                .contains("Maybe \"total\"")
                .contains("rules/orders.drl:12:")
                .contains("Maybe \"plain\"");
        assertThat(house.shell(1, "publish", playbook.toString())).contains("rules/orders.drl:10:18: ");
        LivePlaybook.write(playbook, AuthorsShop.FILE, AuthorsShop.rules("total >= 99"));
        assertThat(HttpHouse.offline(0, "check", playbook.toString())).contains("untested");
    }

    /** Its scenario, last week and the last hour are asked before anything is published. */
    private static void rehearse(HttpHouse house, Path playbook) {
        LivePlaybook.write(playbook, SCENARIOS, AuthorsShop.scenarios(98));
        assertThat(HttpHouse.offline(1, "test", playbook.toString())).contains("A large order is thanked for");
        LivePlaybook.write(playbook, SCENARIOS, AuthorsShop.scenarios(99));
        assertThat(HttpHouse.offline(0, "test", playbook.toString())).contains("1 passed, 0 failed");
        assertThat(house.shell(0, "backtest", playbook.resolve(AuthorsShop.FILE).toString()))
                .contains("\"Thank for a large order\" would have fired ")
                .contains("total >= 99")
                .contains("such as m");
        assertThat(house.shell(0, "publish", playbook.toString(), "--dry-run", "--hours", "1"))
                .contains("more get plain by Thank for a large order/thanks.");
    }

    /** One that sends far too much goes back by itself; the right one is published from there. */
    private static void tryOnOnePartition(HttpHouse house, Path playbook, Traffic traffic) {
        LivePlaybook.write(playbook, AuthorsShop.FILE, AuthorsShop.rules("total >= 9"));
        house.shell(0, "publish", playbook.toString(), "--canary");
        LiveServer.await("it went back", () -> newest(house).note().equals(Comparison.Against.MORE.word()));
        LivePlaybook.write(playbook, AuthorsShop.FILE, AuthorsShop.rules("total >= 99"));
        house.shell(0, "publish", playbook.toString(), "--canary", "--within", "4");
        traffic.more(PER_SECOND);
        LiveServer.await(
                "enough was heard",
                () -> house.part(Canaries.class).running().orElseThrow().hasHeardEnough());
        assertThat(house.shell(0, "canary")).contains("sent: ");
        assertThat(house.shell(0, "canary", "--go-on")).contains("It is published for all as revision 5.");
        traffic.more(PER_SECOND);
    }

    private static Published newest(HttpHouse house) {
        return house.part(Publishing.class).history(1).get(0);
    }

    /** An order of 99 euros that came after it. */
    private static void askWhy(HttpHouse house, Traffic traffic) {
        int order = traffic.accepted() / 100 * 100 - 2;
        String member = AuthorsShop.member(order).id();
        String event = "o" + order;
        LiveServer.await(
                "it is decided",
                () -> house.why(member, event).statusCode() == 200,
                () -> house.why(member, event).body());
        assertThat(house.shell(0, "why", "--member", member, "--event", event))
                .contains("Thank for a large order")
                .contains("total >= 99");
    }

    private static void settled(HttpHouse house, Traffic traffic) {
        LiveServer.await(
                "all orders are decided",
                () -> house.part(Watch.class).counts().events() == traffic.accepted(),
                () -> house.part(Watch.class).counts());
        List<Published> history = house.part(Publishing.class).history(99);
        assertThat(history).hasSize(6);
        traffic.requireEachDecidedOnce(house.part(Watch.class), AuthorsShop.EVERY_ORDER, history);
    }
}
