package io.siyu.web.live;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which phones lie on the screen. A phone keeps its place while it receives; one that has been silent for a while makes
 * room, at most one each time, so that a person can follow.
 */
final class PhoneShelf {

    private static final int COMMUNITIES = 3;
    private static final int MEMBERS = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InstantSource wall;
    private final Map<Subject, Instant> communities = new LinkedHashMap<>();
    private final Map<Subject, Instant> members = new LinkedHashMap<>();

    PhoneShelf(InstantSource wall) {
        this.wall = wall;
    }

    /** The phones to show, communities first, given who received something, the latest first. */
    synchronized List<Subject> arrange(List<Subject> latest) {
        place(communities, COMMUNITIES, only(latest, true));
        place(members, MEMBERS, only(latest, false));
        List<Subject> shown = new ArrayList<>(communities.keySet());
        shown.addAll(members.keySet());
        return shown;
    }

    private void place(Map<Subject, Instant> shelf, int places, Set<Subject> latest) {
        Instant now = wall.instant();
        shelf.replaceAll((phone, heard) -> latest.contains(phone) ? now : heard);
        for (Subject phone : latest) {
            if (shelf.size() < places) {
                shelf.putIfAbsent(phone, now);
            } else if (!shelf.containsKey(phone)) {
                silent(shelf, now).ifPresent(old -> {
                    shelf.remove(old);
                    shelf.put(phone, now);
                });
                return;
            }
        }
    }

    private static Optional<Subject> silent(Map<Subject, Instant> shelf, Instant now) {
        return shelf.entrySet().stream()
                .filter(placed -> placed.getValue().plus(PATIENCE).isBefore(now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Set<Subject> only(List<Subject> latest, boolean community) {
        Set<Subject> kind = new LinkedHashSet<>();
        for (Subject phone : latest) {
            if ((phone.kind() == SubjectKind.COMMUNITY) == community) {
                kind.add(phone);
            }
        }
        return kind;
    }
}
