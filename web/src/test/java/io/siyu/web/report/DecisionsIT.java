package io.siyu.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.web.PlayedHouse;
import io.siyu.web.start.StartNotice;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The decision file over a real connection. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "siyu.port=0",
            "siyu.engine.enabled=false",
            "siyu.home=target/decisions-house",
            "siyu.database=jdbc:h2:mem:decisions;DB_CLOSE_DELAY=-1;USER=sa"
        })
@Import(PlayedHouse.class)
class DecisionsIT {

    @Autowired
    private StartNotice notice;

    @Autowired
    private PlayedDecisions decisions;

    @Test
    void breaks_off_when_the_store_goes_away_so_that_nobody_takes_a_part_for_the_whole() throws Exception {
        String token = token(notice.lines());
        assertThat(file(token).body().lines()).hasSize(2);
        decisions.goesAway(true);
        assertThatThrownBy(() -> file(token)).isInstanceOf(IOException.class);
        decisions.goesAway(false);
        assertThat(file(token).body().lines()).hasSize(2);
    }

    private HttpResponse<String> file(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(notice.address() + "/api/decisions"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String token(List<String> told) {
        String line = told.get(told.size() - 1);
        return line.substring(line.indexOf("siyu_"));
    }
}
