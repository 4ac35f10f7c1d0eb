package io.siyu.playbook;

import io.siyu.campaign.Nearest;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Whom;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The saved audiences of a playbook.
 *
 * @param byId those that could be read
 * @param broken ids of files that could not, so that whoever names them is not told a second time
 */
record Audiences(Map<String, SavedAudience> byId, Set<String> broken) {

    static final Audiences NONE = new Audiences(Map.of(), Set.of());

    Audiences {
        byId = Collections.unmodifiableMap(new TreeMap<>(byId));
        broken = Collections.unmodifiableSet(new TreeSet<>(broken));
    }

    /** Whom the audience of this id means. */
    Whom find(String id) {
        SavedAudience saved = byId.get(id);
        if (saved == null && !broken.contains(id)) {
            throw unknown(id, byId.keySet());
        }
        return saved == null ? Whom.EVERYBODY : saved.whom();
    }

    static WrongValue unknown(String id, Set<String> known) {
        return new WrongValue(
                "audience.unknown",
                "the playbook has no such audience.\n"
                        + (known.isEmpty()
                                ? "Maybe write it first, in audiences/" + id + ".yaml."
                                : Nearest.maybe(id, known)));
    }
}
