package io.siyu.web.outbox;

import io.siyu.dispatch.DeadLetter;
import io.siyu.dispatch.DeadLetters;
import io.siyu.event.Subject;
import io.siyu.web.PlayedHouse;
import java.util.ArrayList;
import java.util.List;

/** Dead letters without partitions: one of each kind, and what was asked to be tried again. */
public final class PlayedDeadLetters implements DeadLetters {

    private final List<DeadLetter> letters = new ArrayList<>();

    /** Begins anew with a failed message, an unknown one and a dead entry. */
    void reset() {
        letters.clear();
        letters.add(letter("p1", DeadLetter.Kind.FAILED, "gave.up: <ill>"));
        letters.add(letter("p2", DeadLetter.Kind.UNKNOWN, "no.answer"));
        letters.add(letter("17", DeadLetter.Kind.POISON, "IllegalStateException"));
    }

    private static DeadLetter letter(String id, DeadLetter.Kind kind, String reason) {
        return new DeadLetter(3, id, kind, PlayedHouse.NOW, Subject.member("mei"), "phone club/hello", reason);
    }

    @Override
    public List<DeadLetter> newest(int limit) {
        return List.copyOf(letters);
    }

    @Override
    public boolean requeue(int partition, String id) {
        return letters.removeIf(
                letter -> letter.partition() == partition && letter.id().equals(id) && letter.requeues());
    }
}
