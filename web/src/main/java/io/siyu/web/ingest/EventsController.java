package io.siyu.web.ingest;

import io.siyu.web.access.AllowedToPrograms;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventsController {

    private final Ingest ingest;

    EventsController(Ingest ingest) {
        this.ingest = ingest;
    }

    @PostMapping(
            path = "/api/events",
            consumes = {Ingest.ONE, Ingest.BATCH, Ingest.LINES, Ingest.JSON})
    @AllowedToPrograms
    ResponseEntity<Object> receive(@RequestHeader(HttpHeaders.CONTENT_TYPE) String contentType, InputStream body)
            throws IOException {
        return ingest.receive(contentType, body);
    }
}
