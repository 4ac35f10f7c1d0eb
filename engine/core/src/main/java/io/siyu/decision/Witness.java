package io.siyu.decision;

import io.siyu.member.Intent;
import io.siyu.rule.Fact;
import java.util.List;

/** Sees from inside how one entry is decided, for those who explain it; it cannot change anything. */
public interface Witness {

    /** The rules were asked about a fact. */
    void asked(Fact fact);

    /** The guards ruled on a proposal; each tells what it looked at, in their order. */
    void judged(Intent intent, List<Heard> guards, Ruling ruling);

    /**
     * One guard's part in a ruling.
     *
     * @param guard its name, such as {@code quiet.hours}
     * @param reason code of what it has against the proposal; empty if nothing
     * @param saw the values it looked at; none if the proposal is none of its business
     */
    record Heard(String guard, String reason, List<Saw> saw) {
        public Heard {
            saw = List.copyOf(saw);
        }
    }

    /** A named value, such as {@code 2 per 1d} with {@code 1}; instants are in RFC 3339. */
    record Saw(String name, String value) {}
}
