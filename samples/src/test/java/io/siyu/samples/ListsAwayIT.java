package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.siyu.partition.StoreDownException;
import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Found;
import io.siyu.report.whereabouts.Place;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.report.whereabouts.StepLists.Wanted;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists behind counts while the house database is down, and when it is up again: nothing is lost, and people are told. */
class ListsAwayIT {
    private static final Wanted SENT = new Wanted(new Act("thanks", "now", "message"), Place.SENT, null);
    private static final String FIGURES = "/campaign/thanks/figures";
    private static final String LIST = "/campaign/thanks/list?step=now&act=message&place=sent";

    @TempDir
    private Path folder;

    @Test
    void what_happens_while_the_database_is_down_is_counted_then_and_listed_when_it_is_up_again() throws IOException {
        EmbeddedPostgres.Builder database = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false);
        EmbeddedPostgres postgres = database.start();
        Map<String, String> settings =
                Map.of("siyu.database", postgres.getJdbcUrl("postgres", "postgres"), "siyu.engine.partitions", "4");
        try (LiveServer server = LiveServer.start(folder.resolve("home"), settings);
                Chromium chromium = Chromium.open()) {
            server.publish(LivePlaybook.shop());
            Page page = new Visitors(server, chromium, new ArrayList<>()).first();
            thanks(server, "ann", "bea");
            listed(server, "ann", "bea");

            postgres.close();
            thanks(server, "cai", "dan", "eva");
            tellsThatItIsAway(server, page);

            postgres = database.setPort(postgres.getPort()).start();
            listed(server, "ann", "bea", "cai", "dan", "eva");
            tellsThatAllIsWell(server, page);
        } finally {
            postgres.close();
        }
    }

    private static void thanks(LiveServer server, String... members) {
        for (String member : members) {
            assertThat(server.post(LivePlaybook.order(member, "o-" + member, 20))
                            .statusCode())
                    .isEqualTo(202);
        }
        LiveServer.await(
                "thanked",
                () -> Stream.of(members).allMatch(member -> server.phone(member).size() == 1));
    }

    private static void tellsThatItIsAway(LiveServer server, Page page) {
        page.navigate(server.address() + FIGURES);
        assertThat(page.locator("h1")).containsText("Thanks");
        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("The house database does not answer, so nobody can be listed now; the counts go on.");
        assertThat(page.locator("#figures")).containsText("audience 5");
        page.navigate(server.address() + LIST);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("nobody can be listed now");
        HttpResponse<String> list = api(server, "/api" + LIST.replace("campaign", "campaigns"));
        assertThat(list.statusCode()).isEqualTo(503);
        LiveServer.await(
                "health names the lists",
                () -> server.health().body().contains("\"lists\""),
                () -> server.health().body());
        assertThat(api(server, "/actuator/prometheus").body()).contains("siyu_lists_lag_entries NaN");
    }

    private static void tellsThatAllIsWell(LiveServer server, Page page) {
        page.navigate(server.address() + FIGURES);
        assertThat(page.locator("#figures")).containsText("audience 5");
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
        page.navigate(server.address() + LIST);
        assertThat(page.locator("tbody tr")).hasCount(5);
        assertThat(api(server, "/actuator/prometheus").body()).contains("siyu_lists_lag_entries 0.0");
        LiveServer.await(
                "well again",
                () -> server.health().statusCode() == 200,
                () -> server.health().body());
    }

    /** Each is listed once, and nobody else. */
    private static void listed(LiveServer server, String... members) {
        StepLists lists = server.part(StepLists.class);
        LiveServer.await("all are listed", () -> isUpToDate(lists));
        List<String> sent =
                lists.page(SENT, "", 100).found().stream().map(Found::subject).toList();
        assertThat(sent).containsExactlyInAnyOrder(members);
    }

    private static boolean isUpToDate(StepLists lists) {
        try {
            return lists.behind() == 0;
        } catch (StoreDownException away) {
            return false;
        }
    }

    private static HttpResponse<String> api(LiveServer server, String path) {
        return LiveServer.call(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Authorization", "Bearer " + server.token()));
    }
}
