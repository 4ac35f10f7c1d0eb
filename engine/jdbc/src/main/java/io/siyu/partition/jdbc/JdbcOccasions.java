package io.siyu.partition.jdbc;

import io.siyu.partition.Occasion;
import io.siyu.partition.Occasion.Fate;
import io.siyu.partition.Occasions;
import io.siyu.partition.StoreDownException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book of occasions as a table. */
public final class JdbcOccasions implements Occasions {
    private final JdbcClient jdbc;

    public JdbcOccasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> begun() {
        try {
            return new TreeSet<>(jdbc.sql("select occurrence from occasion where fate = ?")
                    .param(Fate.BEGUN.name())
                    .query(String.class)
                    .list());
        } catch (DataAccessException away) {
            throw new StoreDownException("The book of occasions cannot be read.", away);
        }
    }

    @Override
    public void note(Occasion occasion) {
        try {
            insert(occasion);
        } catch (DuplicateKeyException notedBefore) {
            // why: what was noted first stays.
            return;
        } catch (DataAccessException away) {
            throw new StoreDownException("The book of occasions cannot be written.", away);
        }
    }

    @Override
    public Optional<Instant> kept() {
        try {
            return jdbc.sql("select kept_at from agenda")
                    .query(OffsetDateTime.class)
                    .optional()
                    .map(OffsetDateTime::toInstant);
        } catch (DataAccessException away) {
            throw new StoreDownException("The book of occasions cannot be read.", away);
        }
    }

    @Override
    public void kept(Instant at) {
        OffsetDateTime written = at.atOffset(ZoneOffset.UTC);
        try {
            if (jdbc.sql("update agenda set kept_at = ?").param(written).update() == 0) {
                jdbc.sql("insert into agenda (id, kept_at) values (1, ?)")
                        .param(written)
                        .update();
            }
        } catch (DataAccessException away) {
            throw new StoreDownException("The book of occasions cannot be written.", away);
        }
    }

    private void insert(Occasion occasion) {
        var occurrence = occasion.occurrence();
        jdbc.sql("insert into occasion (occurrence, planned, closes, campaign, step, fate, noted_at, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(occurrence.id())
                .param(occurrence.planned().atOffset(ZoneOffset.UTC))
                .param(occurrence.closes().atOffset(ZoneOffset.UTC))
                .param(occurrence.campaign())
                .param(occurrence.step())
                .param(occasion.fate().name())
                .param(occasion.at().atOffset(ZoneOffset.UTC))
                .param(occasion.reason() == null ? null : occasion.reason().name())
                .update();
    }
}
