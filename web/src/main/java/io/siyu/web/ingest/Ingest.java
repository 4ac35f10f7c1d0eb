package io.siyu.web.ingest;

import io.siyu.event.EventReader;
import io.siyu.event.Reason;
import io.siyu.house.Observer;
import io.siyu.partition.Admission;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Reads what was sent as its content type says, lets it in and answers. */
@Component
class Ingest {

    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    static final String LINES = "application/x-ndjson";
    static final String JSON = "application/json";

    /** Largest body that is not a stream of lines, in bytes. */
    static final int MOST_BYTES = 4 << 20;

    /** Most bodies that are read whole at once. */
    private static final int AT_ONCE = 48;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Admission.Refused TURNED_AWAY =
            new Admission.Refused(Admission.Cause.BUSY, Duration.ofSeconds(1));

    private final Intake intake;
    private final HouseTime time;
    private final Publishing publishing;
    private final Observer observer;
    private final boolean traceClock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Ingest(Intake intake, HouseTime time, Publishing publishing, ServerSettings settings, Observer observer) {
        this.intake = intake;
        this.time = time;
        this.publishing = publishing;
        this.traceClock = settings.clock() == ClockMode.TRACE;
        this.observer = observer;
    }

    ResponseEntity<Object> receive(String contentType, InputStream body) throws IOException {
        MediaType type = MediaType.parseMediaType(contentType);
        if (type.getCharset() != null && !"UTF-8".equals(type.getCharset().name())) {
            return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Events are read as UTF-8 only.");
        }
        boolean lines = type.getSubtype().equals("x-ndjson");
        if (!lines && !enter()) {
            // why: what does not get in is not read, so that a flood of large bodies takes no memory.
            return noRoom(new Answer(0, 0, 0, List.of(), 1L, 1L), TURNED_AWAY);
        }
        try {
            EventItems sent = lines ? new LineItems(body) : items(type, body);
            Receiving received = new Receiving(entrance(), intake, !lines).all(sent);
            observer.unfit(received.answer().refused());
            return answer(received);
        } catch (BadBodyException bad) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()));
        } catch (TooLargeException large) {
            return problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body has more than " + MOST_BYTES + " bytes.\nMaybe send smaller batches, or lines as " + LINES
                            + ".");
        } finally {
            if (!lines) {
                places.release();
            }
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static EventItems items(MediaType type, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLargeException();
        }
        boolean list = type.getSubtype().equals("cloudevents-batch+json")
                || (type.getSubtype().equals("json") && startsList(bytes));
        return list ? new ArrayItems(bytes) : EventItems.single(bytes);
    }

    private static boolean startsList(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[';
            }
        }
        return false;
    }

    private Entrance entrance() {
        Edition edition = publishing.edition();
        return new Entrance(EventReader.outside(edition.catalogue()), traceClock, time.now());
    }

    private static ResponseEntity<Object> answer(Receiving received) {
        Answer answer = received.answer();
        if (received.noRoom().isPresent()) {
            return noRoom(answer, received.noRoom().get());
        }
        if (received.outOfOrder().isPresent()) {
            return bad(received.outOfOrder().get(), answer);
        }
        if (answer.accepted() + answer.duplicates() == 0 && answer.refused() > 0) {
            return bad(why(answer), answer);
        }
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private static ResponseEntity<Object> bad(String why, Answer answer) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why);
        problem.setProperty("answer", answer);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> noRoom(Answer answer, Admission.Refused full) {
        HttpStatus status =
                full.cause() == Admission.Cause.DOWN ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                switch (full.cause()) {
                    case FULL -> "The store is nearly full; the house drains what it has first.";
                    case BUSY -> "Too many ask at once; the house takes those before it first.";
                    case LAG -> "Deciding is too far behind; the house catches up first.";
                    case DOWN -> "The store does not answer.";
                });
        problem.setProperty("answer", answer);
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Receiving.seconds(full.retryAfter())))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String why(Answer answer) {
        List<Reason> reasons = answer.items().get(0).reasons();
        return reasons.isEmpty() ? "No event was accepted." : reasons.get(0).message();
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
