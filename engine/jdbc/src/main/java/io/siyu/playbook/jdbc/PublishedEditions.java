package io.siyu.playbook.jdbc;

import io.siyu.playbook.Playbook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every edition ever published and the order in which they were; nothing in here changes or goes. Most hold for the whole
 * house; an edition on one partition is a canary until anything is published after it.
 */
public final class PublishedEditions {
    private static final String PUBLICATION = "select revision, edition, only_partition, heard from publication";
    private static final String TOLD = "select revision, edition, published_by, published_at, only_partition, note,"
            + " trial_began_at, trial_ends_at, trial_within from publication";

    private final JdbcClient jdbc;

    /**
     * One publishing of an edition.
     *
     * @param revision from 1, without gaps; the highest that is for the whole house is in force
     * @param only the one partition it is for; null for the whole house
     * @param heard whether every partition it is for has been told
     */
    public record Publication(
            long revision, String edition, @Nullable Integer only, boolean heard) {}

    /**
     * A publication as the history tells it.
     *
     * @param only the one partition it is for; null for the whole house
     * @param note why it was made; empty for those made by hand
     * @param trial how it is tried; null unless it is a canary
     */
    public record Told(
            long revision,
            String edition,
            String by,
            Instant at,
            @Nullable Integer only,
            String note,
            @Nullable Trial trial) {}

    /**
     * How an edition is tried on one partition.
     *
     * @param began log time
     * @param ends log time at which it is published for the whole house if nothing spoke against it
     * @param within how many times as many, or as few, messages it may bring
     */
    public record Trial(Instant began, Instant ends, double within) {}

    /**
     * By whom, when and why something is published.
     *
     * @param note empty if somebody did it by hand
     */
    public record Made(String by, Instant at, String note) {}

    /** What is published for whom. */
    private record Row(
            String edition,
            @Nullable Integer only,
            @Nullable Trial trial,
            Made made) {}

    public PublishedEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest publication for the whole house; empty before the first. */
    public Optional<Publication> newest() {
        return jdbc.sql(PUBLICATION + " where only_partition is null order by revision desc fetch first row only")
                .query(PublishedEditions::publication)
                .optional();
    }

    /** What is in force and what came after it, as far as not everybody it is for has heard of it, in order. */
    public List<Publication> unheard() {
        return jdbc.sql(PUBLICATION + " where heard = false and revision >= coalesce("
                        + "(select max(revision) from publication where only_partition is null), 0) order by revision")
                .query(PublishedEditions::publication)
                .list();
    }

    /** The newest publications, newest first. */
    public List<Told> history(int limit) {
        return jdbc.sql(TOLD + " order by revision desc fetch first " + limit + " rows only")
                .query(PublishedEditions::told)
                .list();
    }

    /** The edition being tried on one partition: the newest publication, if it is a trial. */
    public Optional<Told> canary() {
        return history(1).stream().filter(newest -> newest.trial() != null).findFirst();
    }

    /** The playbook an edition was made of. */
    public Optional<Playbook> playbook(String edition) {
        return jdbc.sql("select playbook from edition where hash = ?")
                .param(edition)
                .query((row, number) -> Playbook.fromBytes(row.getBytes(1)))
                .optional();
    }

    /** Stores the playbook and makes it the newest publication; of two at once the later waits and comes after. */
    public Publication publish(Playbook playbook, String by, Instant at) {
        store(playbook, at);
        return publish(new Row(playbook.hash(), null, null, new Made(by, at, "")));
    }

    /** Stores the playbook and publishes it to be tried on one partition; empty as with {@link #follow}. */
    public Optional<Publication> tryOut(long revision, Playbook playbook, Made made, Place place) {
        store(playbook, made.at());
        return put(revision + 1, new Row(playbook.hash(), place.only(), place.trial(), made));
    }

    /** Where and how an edition is tried. */
    public record Place(int only, Trial trial) {}

    /**
     * Publishes an edition that is stored, for one partition or for all, right after this revision; empty if something else
     * was published since.
     */
    public Optional<Publication> follow(long revision, String edition, @Nullable Integer only, Made made) {
        return put(revision + 1, new Row(edition, only, null, made));
    }

    private Publication publish(Row row) {
        Optional<Publication> published = put(newestRevision() + 1, row);
        while (published.isEmpty()) {
            published = put(newestRevision() + 1, row);
        }
        return published.get();
    }

    /** The highest revision, whomever it is for; 0 before the first. */
    public long newestRevision() {
        return history(1).stream().mapToLong(Told::revision).max().orElse(0L);
    }

    private Optional<Publication> put(long revision, Row row) {
        Trial trial = row.trial();
        try {
            jdbc.sql("insert into publication"
                            + " (revision, edition, published_by, published_at, only_partition, note,"
                            + " trial_began_at, trial_ends_at, trial_within, heard)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
                    .param(revision)
                    .param(row.edition())
                    .param(row.made().by())
                    .param(row.made().at().atOffset(ZoneOffset.UTC))
                    .param(row.only())
                    .param(row.made().note())
                    .param(trial == null ? null : trial.began().atOffset(ZoneOffset.UTC))
                    .param(trial == null ? null : trial.ends().atOffset(ZoneOffset.UTC))
                    .param(trial == null ? null : trial.within())
                    .update();
            return Optional.of(new Publication(revision, row.edition(), row.only(), false));
        } catch (DuplicateKeyException another) {
            // why: somebody published at the same moment.
            return Optional.empty();
        }
    }

    private void store(Playbook playbook, Instant at) {
        try {
            jdbc.sql("insert into edition (hash, playbook, stored_at) values (?, ?, ?)")
                    .param(playbook.hash())
                    .param(playbook.toBytes())
                    .param(at.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException known) {
            // why: the same content published again is the same edition; what decides nothing in it may be new.
            jdbc.sql("update edition set playbook = ? where hash = ?")
                    .param(playbook.toBytes())
                    .param(playbook.hash())
                    .update();
        }
    }

    /** Every partition it is for has been told of this revision. */
    public void heard(long revision) {
        jdbc.sql("update publication set heard = true where revision = ?")
                .param(revision)
                .update();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(row.getLong(1), row.getString(2), row.getObject(3, Integer.class), row.getBoolean(4));
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        String note = row.getString(6);
        return new Told(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                row.getObject(5, Integer.class),
                note == null ? "" : note,
                row.getObject(7) == null ? null : new Trial(instant(row, 7), instant(row, 8), row.getDouble(9)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
