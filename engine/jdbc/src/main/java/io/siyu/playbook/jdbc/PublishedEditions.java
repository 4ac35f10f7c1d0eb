package io.siyu.playbook.jdbc;

import io.siyu.playbook.Playbook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every edition ever published and the order in which they were; nothing in here changes or goes. */
public final class PublishedEditions {
    private final JdbcClient jdbc;

    /**
     * One publishing of an edition.
     *
     * @param revision from 1, without gaps; the highest is in force
     * @param heard whether every partition has been told
     */
    public record Publication(long revision, String edition, boolean heard) {}

    /** A publication as the history tells it. */
    public record Told(long revision, String edition, String by, Instant at) {}

    public PublishedEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest publication; empty before the first. */
    public Optional<Publication> newest() {
        return jdbc.sql("select revision, edition, heard from publication order by revision desc fetch first row only")
                .query(PublishedEditions::publication)
                .optional();
    }

    /** The newest publications, newest first. */
    public List<Told> history(int limit) {
        return jdbc.sql("select revision, edition, published_by, published_at from publication"
                        + " order by revision desc fetch first " + limit + " rows only")
                .query((row, number) -> new Told(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
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
        Optional<Publication> published = next(playbook, by, at);
        while (published.isEmpty()) {
            published = next(playbook, by, at);
        }
        return published.get();
    }

    private Optional<Publication> next(Playbook playbook, String by, Instant at) {
        long revision = newest().map(Publication::revision).orElse(0L) + 1;
        try {
            jdbc.sql("insert into publication (revision, edition, published_by, published_at, heard)"
                            + " values (?, ?, ?, ?, false)")
                    .param(revision)
                    .param(playbook.hash())
                    .param(by)
                    .param(at.atOffset(ZoneOffset.UTC))
                    .update();
            return Optional.of(new Publication(revision, playbook.hash(), false));
        } catch (DuplicateKeyException another) {
            // why: somebody published at the same moment; ours comes after theirs.
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

    /** Every partition has been told of this revision. */
    public void heard(long revision) {
        jdbc.sql("update publication set heard = true where revision = ?")
                .param(revision)
                .update();
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(row.getLong(1), row.getString(2), row.getBoolean(3));
    }
}
