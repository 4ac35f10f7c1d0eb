package io.siyu.web.outbox;

import io.siyu.report.Rollback;
import io.siyu.web.access.AllowedToPrograms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class RollbackController {

    private final Rollback rollback;

    RollbackController(Rollback rollback) {
        this.rollback = rollback;
    }

    /** What Redis lost, as programs read it. */
    record Row(boolean lost, @Nullable Instant noticed, long entries, int partitions) {

        static Row of(Rollback.Loss loss) {
            return new Row(true, loss.noticed(), loss.entries(), loss.partitions());
        }
    }

    @GetMapping("/api/rollback")
    @AllowedToPrograms
    Row look() {
        return rollback.loss().map(Row::of).orElse(new Row(false, null, 0, 0));
    }

    @PostMapping("/api/rollback/acknowledge")
    @AllowedToPrograms
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge() {
        if (!rollback.acknowledge()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Nothing is missing that nobody has acknowledged.\nMaybe somebody else was faster, or this node stands by.");
        }
    }
}
