package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of the house, one for each file; the last writer's words stand. */
@Component
public class Drafts {

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All drafts, by path. */
    public List<Draft> all() {
        return jdbc.sql("select path, text, edited_by, edited_at from draft order by path")
                .query(Drafts::draft)
                .list();
    }

    public Optional<Draft> find(String path) {
        return jdbc.sql("select path, text, edited_by, edited_at from draft where path = ?")
                .param(path)
                .query(Drafts::draft)
                .optional();
    }

    @Transactional
    public void save(Draft draft) {
        remove(draft.path());
        jdbc.sql("insert into draft (path, text, edited_by, edited_at) values (?, ?, ?, ?)")
                .param(draft.path())
                .param(draft.text())
                .param(draft.editedBy())
                .param(draft.editedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void remove(String path) {
        jdbc.sql("delete from draft where path = ?").param(path).update();
    }

    /** What is in force as it was drafted is no draft any more. */
    public void settle(Playbook inForce) {
        all().stream()
                .filter(draft -> inForce.text(draft.path()).equals(Optional.of(draft.text())))
                .forEach(draft -> jdbc.sql("delete from draft where path = ? and edited_at = ?")
                        .param(draft.path())
                        .param(draft.editedAt().atOffset(ZoneOffset.UTC))
                        .update());
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("path"),
                row.getString("text"),
                row.getString("edited_by"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }
}
