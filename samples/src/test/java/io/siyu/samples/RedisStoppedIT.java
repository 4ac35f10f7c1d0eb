package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.siyu.partition.redis.EmbeddedRedis;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** While Redis is stopped nothing is sent and the house says why; afterwards everything accepted is there. */
class RedisStoppedIT {
    private static final int SLOW_MACHINE_MILLIS = 60_000;
    private static final int ORDERS = 30;

    @TempDir
    private Path folder;

    private EmbeddedRedis redis;
    private LiveServer server;

    @BeforeEach
    void open_shop() {
        redis = EmbeddedRedis.start(folder.resolve("redis"), 0);
        server = LiveServer.start(
                folder.resolve("home"), Map.of("siyu.redis.url", redis.url().toString()));
        server.publish(LivePlaybook.shop());
    }

    @AfterEach
    void close() {
        server.close();
        redis.close();
    }

    @Test
    void a_stopped_redis_is_told_and_nothing_accepted_is_lost() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MACHINE_MILLIS);
        try (Chromium chromium = Chromium.open()) {
            Page screen = signedIn(chromium);
            accepted(order("anna", "first"));
            assertThat(screen.locator(".bubble__text")).hasText(new String[] {"Thank you for first."});

            int orders = acceptedUntilPowerCut();
            saysWhyAndSendsNothing(screen);
            redis = EmbeddedRedis.start(folder.resolve("redis"), redis.url().getPort());
            LiveServer.await(
                    "well again",
                    () -> server.health().statusCode() == 200,
                    () -> server.health().body());
            LiveServer.await(
                    "all thanked",
                    () -> range(0, orders).noneMatch(i -> phone("m" + i).isEmpty()));
            assertThat(phone("anna")).containsExactly("Thank you for first.");

            accepted(order("anna", "last"));
            assertThat(screen.locator(".phone")
                            .filter(new Locator.FilterOptions().setHasText("anna"))
                            .locator(".bubble__text"))
                    .hasText(new String[] {"Thank you for first.", "Thank you for last."});
            range(0, orders).forEach(i -> assertThat(phone("m" + i)).containsExactly("Thank you for o" + i + "."));
        }
    }

    private void saysWhyAndSendsNothing(Page screen) {
        refused(order("anna", "last"));
        ill();
        LiveServer.await("every part rests", () -> ills().has("worker-0") && ills().has("send-lookout"), this::ills);
        Locator bubbles = screen.locator(".bubble__text");
        List<String> shown = bubbles.allTextContents();
        refused(order("anna", "last"));
        assertThat(bubbles).hasText(shown.toArray(String[]::new));
        turnedAway(screen.context().newPage());
    }

    /** How many orders, each of another member, were accepted when the power was cut; it is cut while they come. */
    private int acceptedUntilPowerCut() {
        AtomicInteger accepted = new AtomicInteger();
        CompletableFuture<Integer> refusal = CompletableFuture.supplyAsync(() -> {
            while (true) {
                int next = accepted.get();
                int status = server.post(order("m" + next, "o" + next)).statusCode();
                if (status != 202) {
                    return status;
                }
                accepted.incrementAndGet();
            }
        });
        LiveServer.await("orders come", () -> accepted.get() >= ORDERS);
        redis.kill();
        assertThat(refusal.join()).isEqualTo(503);
        return accepted.get();
    }

    private Page signedIn(Chromium chromium) {
        BrowserContext visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
        Page page = visitor.newPage();
        page.navigate(server.firstAdmin());
        page.locator("input[name=name]").fill("ana");
        page.locator("input[name=password]").fill("correct horse battery");
        page.locator("form button.button--main").click();
        page.navigate(server.address() + "/live");
        return page;
    }

    private static String order(String member, String id) {
        return LivePlaybook.order(member, id, 20);
    }

    private List<String> phone(String member) {
        return server.phone(member).stream().map(got -> got.message().text()).toList();
    }

    private void accepted(String event) {
        HttpResponse<String> answer = server.post(event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private void refused(String event) {
        HttpResponse<String> answer = server.post(event);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        JsonNode problem = LiveServer.json(answer);
        assertThat(problem.get("detail").asString()).isEqualTo("The store does not answer.");
        assertThat(problem.at("/answer/accepted").asInt()).isZero();
        assertThat(problem.at("/answer/again").asInt()).isEqualTo(1);
    }

    private void turnedAway(Page visitor) {
        Response answer = visitor.navigate(server.address() + "/live");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(visitor.locator("main")).containsText("the server's health page says what is ill");
    }

    private JsonNode ills() {
        return LiveServer.json(server.health()).at("/components/house/details/ills");
    }

    private void ill() {
        HttpResponse<String> health = server.health();
        assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
        JsonNode house = LiveServer.json(health).at("/components/house");
        assertThat(house.get("status").asString()).isEqualTo("DOWN");
        assertThat(house.at("/details/ills/redis").asString())
                .isEqualTo("Redis does not answer.\nMaybe it is stopped; what was accepted is on its disk.");
    }
}
