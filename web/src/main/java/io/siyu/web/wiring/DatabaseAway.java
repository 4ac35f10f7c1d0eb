package io.siyu.web.wiring;

import io.siyu.report.Health.Ill;
import io.siyu.web.wiring.EngineWiring.Symptom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Whether the house database answers. */
record DatabaseAway(DataSource database) implements Symptom {
    private static final int SECONDS = 2;
    private static final List<Ill> AWAY = List.of(new Ill(
            "database",
            "The house database does not answer; deciding, timers and sending go on, publishing, signing in and reports"
                    + " wait.\nMaybe it is stopped, or SIYU_DATABASE names another."));

    @Override
    public List<Ill> get() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? List.of() : AWAY;
        } catch (SQLException away) {
            return AWAY;
        }
    }
}
