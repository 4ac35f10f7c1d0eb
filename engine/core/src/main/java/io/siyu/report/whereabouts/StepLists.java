package io.siyu.report.whereabouts;

import io.siyu.report.Backlog.Lag;
import io.siyu.report.Surveyor;
import io.siyu.report.whereabouts.Whereabouts.Group;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists behind the counts of campaigns' steps, in pages. Safe for many threads. */
public final class StepLists {
    private static final Comparator<Group> ORDER =
            Comparator.comparing(Group::place).thenComparing(Group::reason);

    private final Whereabouts kept;
    private final Lister lister;
    private final Claimed claimed;
    private final Surveyor surveyor;

    /** Lists of what was kept, but for what is claimed right now; the surveyor knows what is not decided yet. */
    public StepLists(Whereabouts kept, Lister lister, Claimed claimed, Surveyor surveyor) {
        this.surveyor = surveyor;
        this.kept = kept;
        this.lister = lister;
        this.claimed = claimed;
    }

    /**
     * What somebody wants the list of.
     *
     * @param place null for all of the audience
     * @param reason null for any
     */
    public record Wanted(
            Act act, @Nullable Place place, @Nullable String reason) {
        boolean isOf(Group group) {
            return group.act().equals(act)
                    && (place == null || group.place() == place)
                    && (reason == null || group.reason().equals(reason));
        }
    }

    /**
     * One page.
     *
     * @param next what to ask the next one with; empty at the end
     */
    public record Page(List<Found> found, String next) {
        public Page {
            found = List.copyOf(found);
        }
    }

    /** How many entries the lists do not know yet: those decided, and those that wait to be, such as receipts. */
    public long behind() {
        // why: what is decided between the two questions is better told twice than not at all
        long undecided =
                surveyor.survey().lags().stream().mapToLong(Lag::entries).sum();
        return undecided + lister.behind();
    }

    /** The groups of a campaign, by act, place and reason. */
    public List<Group> groups(String campaign) {
        return kept.groups(campaign);
    }

    /**
     * At most {@code limit} proposals: place by place and reason by reason, the newest first.
     *
     * @param after {@link Page#next()} of the page before; empty for the first, as is what is none
     */
    public Page page(Wanted wanted, String after, int limit) {
        Set<String> held =
                claimed.messages().stream().map(message -> message.substring(1)).collect(Collectors.toSet());
        return wanted.place() == Place.CLAIMED ? claimed(wanted, held) : kept(wanted, after, limit, held);
    }

    private Page claimed(Wanted wanted, Set<String> held) {
        return new Page(
                kept.named(held).stream()
                        .filter(found -> found.act().equals(wanted.act()) && found.place() == Place.PENDING)
                        .map(found -> found.in(Place.CLAIMED))
                        .sorted(Comparator.comparing(Found::at).reversed().thenComparing(Found::id))
                        .toList(),
                "");
    }

    private Page kept(Wanted wanted, String after, int limit, Set<String> held) {
        Cursor from = Cursor.of(after).orElse(null);
        List<Found> page = new ArrayList<>();
        for (Group group : groups(wanted)) {
            int beside = from == null ? 1 : ORDER.compare(group, from.group(wanted.act()));
            if (beside >= 0 && page.size() < limit) {
                page.addAll(kept.page(group, beside == 0 && from != null ? from.mark() : null, limit - page.size()));
            }
        }
        String next =
                page.size() < limit ? "" : Cursor.behind(page.get(limit - 1)).written();
        return new Page(
                page.stream()
                        .flatMap(found -> told(found, wanted, held).stream())
                        .toList(),
                next);
    }

    private List<Group> groups(Wanted wanted) {
        return kept.groups(wanted.act().campaign()).stream()
                .filter(wanted::isOf)
                .sorted(ORDER)
                .toList();
    }

    private static Optional<Found> told(Found found, Wanted wanted, Set<String> held) {
        if (found.place() != Place.PENDING || !held.contains(found.id())) {
            return Optional.of(found);
        }
        return wanted.place() == null ? Optional.of(found.in(Place.CLAIMED)) : Optional.empty();
    }

    /** Where a page ends, as a text. */
    private record Cursor(Place place, String reason, Mark mark) {
        private static final int PARTS = 4;

        static Cursor behind(Found last) {
            return new Cursor(last.place(), last.reason(), last.mark());
        }

        static Optional<Cursor> of(String written) {
            String[] parts = written.split(" ", PARTS);
            if (parts.length < PARTS || !parts[1].matches("[0-9T:.Z-]{20,30}")) {
                return Optional.empty();
            }
            return Place.of(parts[0])
                    .map(place -> new Cursor(place, parts[3], new Mark(Instant.parse(parts[1]), parts[2])));
        }

        String written() {
            return place.word() + " " + mark.at() + " " + mark.id() + " " + reason;
        }

        Group group(Act act) {
            return new Group(act, place, reason, 1);
        }
    }
}
