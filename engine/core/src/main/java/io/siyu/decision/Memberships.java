package io.siyu.decision;

import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.MemberProfile;
import io.siyu.member.State;
import java.util.Set;

/** Tells a community by letter when a member's own state says that the member joined or left it. */
final class Memberships {
    private final Turn turn;

    Memberships(Turn turn) {
        this.turn = turn;
    }

    void changed(State before, Event event) {
        if (!(before.profile() instanceof MemberProfile was) || !(turn.state.profile() instanceof MemberProfile is)) {
            return;
        }
        if (was.communities() != is.communities()) {
            tell(is.communities(), was.communities(), 1, event);
            tell(was.communities(), is.communities(), -1, event);
        }
    }

    private void tell(Set<String> in, Set<String> notIn, long change, Event event) {
        for (String community : in) {
            if (!notIn.contains(community)) {
                turn.letters.add(new Letter(HouseEvent.of(
                                turn.edition.catalogue().require("community.counted"),
                                "counted-" + community + "-" + event.id())
                        .with("member", turn.state.subject().written())
                        .with("change", change)
                        .about(new Subject(SubjectKind.COMMUNITY, community), turn.at)));
            }
        }
    }
}
