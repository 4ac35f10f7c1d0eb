package io.siyu.web.publish;

import io.siyu.web.access.AllowedToPrograms;
import io.siyu.web.publish.Canaries.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trying an edition on one partition, by programs. */
@RestController
class CanaryApi {
    private static final String PROGRAM = "a program";

    private final CanaryDesk desk;
    private final Archives archives;

    CanaryApi(CanaryDesk desk, Archives archives) {
        this.desk = desk;
        this.archives = archives;
    }

    /** How it ended: the revision of what holds now. */
    record Ended(long revision) {}

    @PostMapping(path = "/api/canary", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @AllowedToPrograms
    CanaryTold begin(
            InputStream archive,
            @RequestParam(defaultValue = "60") int minutes,
            @RequestParam(defaultValue = "2") double within)
            throws IOException {
        Terms terms = new Terms(Duration.ofMinutes(minutes), within);
        return CanaryTold.of(desk.begin(archives.sound(archive), terms, PROGRAM));
    }

    @GetMapping("/api/canary")
    @AllowedToPrograms
    CanaryTold running() {
        return desk.running()
                .map(CanaryTold::of)
                .orElseThrow(() -> new IllegalStateException(
                        "No edition is being tried.\nMaybe it ended by itself: GET /api/editions tells how."));
    }

    @PostMapping("/api/canary/go-on")
    @AllowedToPrograms
    Ended goOn() {
        return new Ended(desk.goOn(PROGRAM));
    }

    @PostMapping("/api/canary/go-back")
    @AllowedToPrograms
    Ended goBack() {
        return new Ended(desk.goBack(PROGRAM));
    }

    @ExceptionHandler({IllegalArgumentException.class, IllegalStateException.class})
    ProblemDetail unfit(RuntimeException unfit) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unfit.getMessage()));
    }
}
