package io.siyu.rule;

import java.util.List;

/**
 * That the rules were asked about one fact.
 *
 * @param event the dotted type of its event
 * @param fired names of the rules that proposed something, whatever guards make of it
 */
public record Consulted(String event, List<String> fired) {

    public Consulted {
        fired = List.copyOf(fired);
    }

    /** About a fact of this event, with what it brought. */
    public static Consulted about(String event, Fired brought) {
        List<Proposal> proposals = brought.proposals();
        return new Consulted(
                event,
                proposals.isEmpty()
                        ? List.of()
                        : proposals.stream().map(Proposal::rule).toList());
    }
}
