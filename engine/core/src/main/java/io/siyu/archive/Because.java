package io.siyu.archive;

import io.siyu.decision.Ruling;
import io.siyu.decision.Witness.Heard;
import io.siyu.event.Entry;
import io.siyu.event.Event;
import io.siyu.member.Intent;
import io.siyu.rule.Edition;
import io.siyu.rule.Explained;
import java.util.List;

/**
 * Why one entry brought a subject what it did, and nothing else: every rule that was asked and every guard that ruled, with
 * the values they saw then.
 *
 * @param partition the subject's
 * @param edition the one that decided
 * @param asked each time rules were asked, in order
 * @param judged each ruling of the guards, in order
 * @param exact whether deciding again up to and with this entry brought the same decisions; if not, values may differ
 */
public record Because(
        int partition, Entry entry, Edition edition, List<Asked> asked, List<Judged> judged, boolean exact) {
    public Because {
        asked = List.copyOf(asked);
        judged = List.copyOf(judged);
    }

    /** The rules that listen to an event, each with what it saw; the event may be one of the house's own, such as a date. */
    public record Asked(Event event, List<Explained> rules) {
        public Asked {
            rules = List.copyOf(rules);
        }
    }

    /** What the guards made of a proposal. */
    public record Judged(Intent intent, List<Heard> guards, Ruling ruling) {
        public Judged {
            guards = List.copyOf(guards);
        }
    }
}
