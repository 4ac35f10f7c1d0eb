package io.siyu.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus reads from a running house after some traffic, and that the documents tell of what is there. */
class MetricsIT {
    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("\\b(?:siyu|http_server|jvm|process|hikaricp)_[a-z0-9_]+");
    private static final Pattern OURS = Pattern.compile("\\bsiyu_[a-z0-9_]+");

    @TempDir
    private static Path home;

    private static LiveServer server;
    private static Map<String, Double> figures;

    @BeforeAll
    static void open_shop_and_trade() {
        server = LiveServer.start(home, Map.of());
        server.publish(LivePlaybook.shop());
        for (int i = 0; i < 20; i++) {
            server.post(LivePlaybook.order("m" + i, "o" + i, i < 15 ? 20 : 200));
        }
        server.post(LivePlaybook.order("m0", "o0", 20));
        server.post(LivePlaybook.order("m1", "o21", 20).replace("\"EUR\"", "7"));
        LiveServer.await(
                "all sent", () -> value("siyu_outcomes_total{channel=\"phone\",class=\"none\",result=\"sent\"}") == 20);
        LiveServer.await(
                "all decided",
                () -> value("siyu_lag_entries") == 0 && value("siyu_projection_lag_entries") == 0,
                () -> figures);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Fifteen of the twenty orders enter a campaign first, which is a decision too. */
    @Test
    void counts_what_came_and_what_became_of_it() {
        assertThat(figures)
                .containsEntry("siyu_ingest_events_total{cause=\"none\",result=\"accepted\"}", 20.0)
                .containsEntry("siyu_ingest_events_total{cause=\"none\",result=\"duplicate\"}", 1.0)
                .containsEntry("siyu_ingest_events_total{cause=\"unfit\",result=\"refused\"}", 1.0)
                .containsEntry("siyu_ingest_events_total{cause=\"full\",result=\"refused\"}", 0.0)
                .containsEntry("siyu_decide_entries_total{kind=\"event\"}", 20.0)
                .containsEntry("siyu_decide_entries_total{kind=\"receipt\"}", 20.0)
                .containsEntry("siyu_verdicts_total{reason=\"none\",verdict=\"send\"}", 35.0)
                .containsEntry("siyu_decide_dead_total", 0.0)
                .containsEntry("siyu_commit_refused_total", 0.0);
        assertThat(figures.get("siyu_ingest_append_seconds_count")).isEqualTo(21);
        assertThat(figures.get("siyu_commit_write_seconds_count")).isPositive();
        assertThat(figures.get("siyu_decide_batch_seconds_count")).isPositive();
        assertThat(figures.get("siyu_commit_size_entries_sum")).isGreaterThanOrEqualTo(40);
    }

    @Test
    void tells_what_waits_and_that_nothing_does() {
        assertThat(figures)
                .containsEntry("siyu_store_up", 1.0)
                .containsEntry("siyu_lag_entries_max", 0.0)
                .containsEntry("siyu_lag_age_seconds", 0.0)
                .containsEntry("siyu_timers_late_seconds", 0.0)
                .containsEntry("siyu_lane_messages{lane=\"service\"}", 0.0)
                .containsEntry("siyu_lane_age_seconds{lane=\"marketing\"}", 0.0)
                .containsEntry("siyu_claims_open", 0.0)
                .containsEntry("siyu_letters_waiting", 0.0)
                .containsEntry("siyu_schedule_overdue", 0.0)
                .containsEntry("siyu_loop_faults_total{loop=\"worker-0\"}", 0.0);
        LiveServer.await("all listed", () -> value("siyu_lists_lag_entries") == 0, () -> figures);
        assertThat(figures.get("siyu_archive_lag_entries")).isGreaterThanOrEqualTo(40);
        assertThat(figures.get("siyu_store_memory_bytes")).isPositive();
        assertThat(figures.get("siyu_store_memory_limit_bytes")).isGreaterThan(figures.get("siyu_store_memory_bytes"));
    }

    @Test
    void shows_figures_to_those_with_a_token_only() {
        HttpResponse<String> answer = LiveServer.call(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(server.address() + "/actuator/prometheus")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Maybe").doesNotContain("siyu_lag");
    }

    @Test
    void the_dashboard_asks_for_figures_that_are_there() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DOCS.resolve("grafana/siyu.json")));
        Set<String> asked = new TreeSet<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                NAME.matcher(target.get("expr").asString()).results().forEach(name -> asked.add(name.group()));
            }
        }
        assertThat(asked)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(names()).contains(name));
        assertThat(asked.stream().map(MetricsIT::family)).containsAll(ours());
    }

    @Test
    void the_operators_book_lists_every_figure_of_ours_and_no_other() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<String> lines = Files.lines(DOCS.resolve("operations.md"))) {
            lines.filter(line -> line.startsWith("| `siyu_"))
                    .forEach(line -> OURS.matcher(line.substring(0, line.indexOf("|", 1)))
                            .results()
                            .forEach(name -> told.add(name.group())));
        }
        assertThat(told).containsExactlyElementsOf(ours());
    }

    /** Our figures; those of a timer or summary by what their names have in common. */
    private static Set<String> ours() {
        Set<String> ours = new TreeSet<>();
        names().stream()
                .filter(name -> name.startsWith("siyu_"))
                .map(MetricsIT::family)
                .forEach(ours::add);
        return ours;
    }

    private static String family(String name) {
        String bare = name.replaceFirst("_(count|sum|bucket|max)$", "");
        return names().contains(bare + "_count") ? bare : name;
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        figures.keySet().forEach(figure -> names.add(figure.replaceFirst("\\{.*", "")));
        return names;
    }

    private static double value(String figure) {
        figures = scrape();
        return figures.getOrDefault(figure, -1.0);
    }

    private static Map<String, Double> scrape() {
        HttpResponse<String> answer = LiveServer.call(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(server.address() + "/actuator/prometheus"))
                        .header("Authorization", "Bearer " + server.token()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, Double> read = new TreeMap<>();
        answer.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            read.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        });
        return read;
    }
}
