package io.siyu.web.campaign;

import io.siyu.event.Subject;
import io.siyu.member.State;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.web.publish.Manuscript;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what drafts become in this house: for one of its members, at its time. */
@Component
class Previews {

    private final PartitionStates states;
    private final HouseTime time;

    Previews(PartitionStates states, HouseTime time) {
        this.states = states;
        this.time = time;
    }

    /**
     * How somebody wants to see a draft.
     *
     * @param language of the screen
     * @param member whose phone it is; blank for nobody in particular
     * @param words the language of the messages; blank for the member's own, or the screen's
     */
    record Wanted(String language, String member, String words) {
        static Wanted of(String language, Map<String, String> answers) {
            return new Wanted(language, answers.getOrDefault("member", ""), answers.getOrDefault("words", ""));
        }
    }

    Preview of(Manuscript manuscript, Wanted wanted) {
        State member = state(wanted.member().strip());
        return Preview.of(manuscript, new Preview.View(wanted.language(), wanted.words(), member, now()));
    }

    private @Nullable State state(String member) {
        if (member.isEmpty()) {
            return null;
        }
        Subject subject = Subject.member(member);
        try {
            return states.states(Set.of(subject)).get(subject);
        } catch (StoreDownException down) {
            return null; // why: a campaign can be written while the store is away; its texts show their defaults
        }
    }

    private @Nullable Instant now() {
        try {
            return time.now();
        } catch (StoreDownException down) {
            return null; // why: without the house's time there is no next round to show
        }
    }
}
