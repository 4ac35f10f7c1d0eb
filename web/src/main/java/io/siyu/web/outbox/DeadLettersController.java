package io.siyu.web.outbox;

import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.DeadLetters;
import io.siyu.web.access.AllowedToPrograms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class DeadLettersController {

    private final DeadLetters deadLetters;

    DeadLettersController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** A dead letter as programs read it. */
    record Row(
            int partition,
            String id,
            String kind,
            Instant at,
            String subject,
            String what,
            String reason,
            boolean requeues) {

        static Row of(DeadLetter letter) {
            return new Row(
                    letter.partition(),
                    letter.id(),
                    letter.kind().name().toLowerCase(Locale.ROOT),
                    letter.at(),
                    letter.subject().written(),
                    letter.what(),
                    letter.reason(),
                    letter.requeues());
        }
    }

    @GetMapping("/api/dead-letters")
    @AllowedToPrograms
    List<Row> list() {
        return deadLetters.newest(OutboxController.SHOWN).stream().map(Row::of).toList();
    }

    @PostMapping("/api/dead-letters/{partition}/{id}/requeue")
    @AllowedToPrograms
    @ResponseStatus(HttpStatus.ACCEPTED)
    void requeue(@PathVariable int partition, @PathVariable String id) {
        if (!deadLetters.requeue(partition, id)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "This is no dead letter that can be tried again.\nMaybe it was tried again already, or nobody knows"
                            + " whether it arrived.");
        }
    }
}
