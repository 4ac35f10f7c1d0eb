package io.siyu.report.jdbc;

import io.siyu.partition.StoreDownException;
import io.siyu.report.rhythm.Noted;
import io.siyu.report.rhythm.RuleCounts;
import io.siyu.report.rhythm.RuleDays;
import io.siyu.report.rhythm.RuleTrouble;
import io.siyu.report.rhythm.Sighting;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What rules did, in tables. A row that no table can hold is left out. */
public final class JdbcRuleDays implements RuleDays {
    private static final Logger LOG = System.getLogger(JdbcRuleDays.class.getName());
    private static final int REASON = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final AtomicBoolean said = new AtomicBoolean();

    public JdbcRuleDays(DataSource database) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public void add(Noted noted) {
        List<Runnable> rows = new ArrayList<>();
        noted.counts()
                .fired()
                .forEach((day, rules) -> rules.forEach((rule, times) -> rows.add(() -> fired(day, rule, times))));
        noted.counts()
                .asked()
                .forEach((day, events) -> events.forEach((event, times) -> rows.add(() -> asked(day, event, times))));
        noted.counts()
                .came()
                .forEach((day, fields) -> fields.forEach((field, times) -> rows.add(() -> came(day, field, times))));
        noted.fired().forEach((rule, seen) -> rows.add(() -> sighting(rule, seen)));
        noted.troubles().forEach((rule, trouble) -> rows.add(() -> trouble(rule, trouble)));
        keep(rows);
    }

    private void keep(List<Runnable> rows) {
        read(() -> {
            try {
                transaction.executeWithoutResult(status -> rows.forEach(Runnable::run));
            } catch (DuplicateKeyException another) {
                throw another; // why: another node was first, so the next time it is an update.
            } catch (DataIntegrityViolationException unfit) {
                transaction.executeWithoutResult(status -> rows.forEach(this::keepIfFit));
            }
            return true;
        });
    }

    private void keepIfFit(Runnable row) {
        try {
            savepoint.executeWithoutResult(status -> row.run());
        } catch (DuplicateKeyException another) {
            throw another;
        } catch (DataIntegrityViolationException unfit) {
            if (said.compareAndSet(false, true)) {
                LOG.log(
                        Level.WARNING,
                        "The house database cannot hold all that rules did; such rows are left out."
                                + "\nMaybe a rule's name is longer than 400 letters.",
                        unfit);
            }
        }
    }

    private void fired(LocalDate day, String rule, long times) {
        if (jdbc.sql("update rule_day set fired = fired + ? where counted_on = ? and rule = ?")
                        .params(times, day.toString(), rule)
                        .update()
                == 0) {
            jdbc.sql("insert into rule_day (counted_on, rule, fired) values (?, ?, ?)")
                    .params(day.toString(), rule, times)
                    .update();
        }
    }

    private void asked(LocalDate day, String event, long times) {
        if (jdbc.sql("update event_day set asked = asked + ? where counted_on = ? and event = ?")
                        .params(times, day.toString(), event)
                        .update()
                == 0) {
            jdbc.sql("insert into event_day (counted_on, event, asked) values (?, ?, ?)")
                    .params(day.toString(), event, times)
                    .update();
        }
    }

    private void came(LocalDate day, String field, long times) {
        if (jdbc.sql("update field_day set came = came + ? where counted_on = ? and field = ?")
                        .params(times, day.toString(), field)
                        .update()
                == 0) {
            jdbc.sql("insert into field_day (counted_on, field, came) values (?, ?, ?)")
                    .params(day.toString(), field, times)
                    .update();
        }
    }

    private void sighting(String rule, Sighting sighting) {
        Sighting seen = fit(sighting);
        OffsetDateTime at = seen.at().atOffset(ZoneOffset.UTC);
        if (jdbc.sql("update rule_sighting set subject = ?, event = ?, seen_at = ? where rule = ?")
                        .params(seen.subject(), seen.event(), at, rule)
                        .update()
                == 0) {
            jdbc.sql("insert into rule_sighting (rule, subject, event, seen_at) values (?, ?, ?, ?)")
                    .params(rule, seen.subject(), seen.event(), at)
                    .update();
        }
    }

    private void trouble(String rule, RuleTrouble trouble) {
        Sighting last = fit(trouble.last());
        String reason = Columns.fit(trouble.reason(), REASON);
        OffsetDateTime at = last.at().atOffset(ZoneOffset.UTC);
        if (jdbc.sql("update rule_trouble set reason = ?, by_limit = ?, times = times + ?, subject = ?, event = ?,"
                                + " seen_at = ? where rule = ?")
                        .params(reason, trouble.limit(), trouble.times(), last.subject(), last.event(), at, rule)
                        .update()
                == 0) {
            jdbc.sql("insert into rule_trouble (reason, by_limit, times, subject, event, seen_at, rule)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(reason, trouble.limit(), trouble.times(), last.subject(), last.event(), at, rule)
                    .update();
        }
    }

    private static Sighting fit(Sighting seen) {
        return new Sighting(Columns.fit(seen.subject(), Columns.ID), Columns.fit(seen.event(), Columns.ID), seen.at());
    }

    @Override
    public RuleCounts since(LocalDate day) {
        return read(() -> {
            RuleCounts counts = new RuleCounts();
            jdbc.sql("select counted_on, rule, fired from rule_day where counted_on >= ?")
                    .param(day.toString())
                    .query(row -> {
                        counts.fired(LocalDate.parse(row.getString(1)), row.getString(2), row.getLong(3));
                    });
            jdbc.sql("select counted_on, event, asked from event_day where counted_on >= ?")
                    .param(day.toString())
                    .query(row -> {
                        counts.asked(LocalDate.parse(row.getString(1)), row.getString(2), row.getLong(3));
                    });
            jdbc.sql("select counted_on, field, came from field_day where counted_on >= ?")
                    .param(day.toString())
                    .query(row -> {
                        counts.came(LocalDate.parse(row.getString(1)), row.getString(2), row.getLong(3));
                    });
            return counts;
        });
    }

    @Override
    public void forget(LocalDate before) {
        keep(List.of(() -> {
            jdbc.sql("delete from rule_day where counted_on < ?")
                    .param(before.toString())
                    .update();
            jdbc.sql("delete from event_day where counted_on < ?")
                    .param(before.toString())
                    .update();
            jdbc.sql("delete from field_day where counted_on < ?")
                    .param(before.toString())
                    .update();
        }));
    }

    @Override
    public void written(Map<String, String> texts, LocalDate day) {
        Map<String, String> known = known();
        List<Runnable> rows = new ArrayList<>();
        texts.forEach((rule, text) -> {
            if (!text.equals(known.get(rule))) {
                rows.add(() -> written(rule, text, day));
            }
        });
        keep(rows);
    }

    private Map<String, String> known() {
        return read(() -> {
            Map<String, String> known = new TreeMap<>();
            jdbc.sql("select rule, text from rule_text order by since").query(row -> {
                known.put(row.getString(1), row.getString(2));
            });
            return known;
        });
    }

    private void written(String rule, String text, LocalDate day) {
        if (jdbc.sql("update rule_text set text = ? where rule = ? and since = ?")
                        .params(text, rule, day.toString())
                        .update()
                == 0) {
            jdbc.sql("insert into rule_text (rule, since, text) values (?, ?, ?)")
                    .params(rule, day.toString(), text)
                    .update();
        }
        jdbc.sql("delete from rule_trouble where rule = ?").param(rule).update();
    }

    @Override
    public Map<String, List<LocalDate>> written() {
        return read(() -> {
            Map<String, List<LocalDate>> written = new TreeMap<>();
            jdbc.sql("select rule, since from rule_text order by since").query(row -> {
                written.computeIfAbsent(row.getString(1), rule -> new ArrayList<>())
                        .add(LocalDate.parse(row.getString(2)));
            });
            return written;
        });
    }

    @Override
    public Map<String, Sighting> fired() {
        return read(() -> {
            Map<String, Sighting> fired = new TreeMap<>();
            jdbc.sql("select rule, subject, event, seen_at from rule_sighting").query(row -> {
                fired.put(row.getString(1), sighting(row));
            });
            return fired;
        });
    }

    @Override
    public Map<String, RuleTrouble> troubles() {
        return read(() -> {
            Map<String, RuleTrouble> troubles = new TreeMap<>();
            jdbc.sql("select rule, subject, event, seen_at, reason, by_limit, times from rule_trouble")
                    .query(row -> {
                        troubles.put(
                                row.getString(1),
                                new RuleTrouble(row.getString(5), row.getBoolean(6), sighting(row), row.getLong(7)));
                    });
            return troubles;
        });
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        return new Sighting(
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException away) {
            throw new StoreDownException("What rules did cannot be read or kept in the house database.", away);
        }
    }
}
