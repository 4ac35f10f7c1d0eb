package io.siyu.report;

import java.util.List;

/**
 * How well the house is.
 *
 * @param role what this node does: {@code owner} decides and sends, {@code standing by} waits for its turn
 * @param durability what an acknowledged event survives, in the store's own words, such as {@code aof always}
 * @param lag entries in logs that are not decided yet
 * @param waiting messages in the outbox that nobody claimed yet
 * @param ills what is wrong, each with what to do; empty when all is well
 */
public record Health(String role, String store, String durability, long lag, long waiting, List<Ill> ills) {

    /** Something wrong with one part of the house. */
    public record Ill(String part, String what) {}

    public Health {
        ills = List.copyOf(ills);
    }

    /** Whether nothing is wrong. */
    public boolean well() {
        return ills.isEmpty();
    }
}
