package io.siyu.web.clock;

import io.siyu.web.access.AllowedToPrograms;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class DrainController {

    private final ObjectProvider<TraceClock> clock;

    DrainController(ObjectProvider<TraceClock> clock) {
        this.clock = clock;
    }

    @PostMapping("/api/clock/drain")
    @AllowedToPrograms
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drain() {
        TraceClock trace = clock.getIfAvailable();
        if (trace == null) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "This house is not driven by a trace.\nMaybe start it with --clock trace.");
        }
        trace.drain();
    }
}
