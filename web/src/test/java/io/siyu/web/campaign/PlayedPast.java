package io.siyu.web.campaign;

import io.siyu.archive.PastEntry;
import io.siyu.archive.RecentPast;
import io.siyu.dispatch.Lane;
import io.siyu.event.EntryKind;
import io.siyu.partition.StoreDownException;
import io.siyu.report.Backlog;
import io.siyu.report.Backlog.Lag;
import io.siyu.report.Backlog.Memory;
import io.siyu.report.jdbc.JdbcWhereabouts;
import io.siyu.report.whereabouts.Claimed;
import io.siyu.report.whereabouts.Lister;
import io.siyu.report.whereabouts.StepLists;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What one partition decided, listed in the database of the test when the test wants it. */
public final class PlayedPast implements RecentPast {
    private static final Instant BEGAN = Instant.parse("2026-11-05T11:00:00Z");

    private final Lister lister;
    private final StepLists lists;
    private final List<PastEntry> entries = new ArrayList<>();
    private Set<String> claimed = Set.of();
    private boolean away;
    private long undecided;

    /** One that decided nothing yet. */
    public PlayedPast(DataSource database) {
        JdbcWhereabouts kept = new JdbcWhereabouts(database);
        Claimed open = () -> claimed;
        lister = new Lister(this, null, kept, Duration.ofDays(90));
        lists = new StepLists(
                kept,
                lister,
                open,
                () -> new Backlog(
                        List.of(new Lag(0, undecided, Duration.ZERO, Duration.ZERO, 0, 0)),
                        new EnumMap<>(Lane.class),
                        0,
                        0,
                        new Memory(0, 0)));
    }

    /** The lists of it. */
    public StepLists lists() {
        return lists;
    }

    void reset() {
        entries.clear();
        claimed = Set.of();
        away = false;
        undecided = 0;
        list();
    }

    /** A member's proposal of the campaign "sale", with the rest of its decision line. */
    void decided(String member, String rest) {
        int position = entries.size() + 1;
        String line = "{\"event\":\"e" + position + "\",\"subject\":\"" + member + "\",\"proposal\":\""
                + String.format("p%024x", position) + "\",\"campaign\":\"sale\",\"step\":\"hello\",\"action\":\"send\","
                + rest + "}";
        entries.add(new PastEntry(position, BEGAN.plusSeconds(position), EntryKind.EVENT, "{}", "", List.of(line)));
    }

    /** A receipt about the message of this entry. */
    void told(int position, String type) {
        String receipt = "{\"type\":\"" + type + "\",\"data\":{\"campaign\":\"sale\",\"message\":\"" + message(position)
                + "\"}}";
        int next = entries.size() + 1;
        entries.add(new PastEntry(next, BEGAN.plusSeconds(next), EntryKind.RECEIPT, receipt, "", List.of()));
    }

    static String message(int position) {
        return String.format("m%024x", position);
    }

    void claims(String message) {
        claimed = Set.of(message);
    }

    /** So many entries are in the log and not decided. */
    void waits(long entries) {
        undecided = entries;
    }

    /** From now on the lists cannot be asked. */
    void goesAway() {
        away = true;
    }

    /** Lists all that was decided. */
    void list() {
        boolean more = true;
        while (more) {
            more = lister.round();
        }
    }

    @Override
    public List<Reach> reaches() {
        if (away) {
            throw new StoreDownException("The database is away.");
        }
        return List.of(new Reach(0, entries.size(), 0));
    }

    @Override
    public List<PastEntry> entries(int partition, long after, int limit) {
        return entries.stream()
                .filter(entry -> entry.position() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public void archived(int partition, long position) {
        throw new UnsupportedOperationException("Nothing is archived here.");
    }
}
