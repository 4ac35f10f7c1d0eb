package io.siyu.report.jdbc;

import io.siyu.partition.StoreDownException;
import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Found;
import io.siyu.report.whereabouts.Mark;
import io.siyu.report.whereabouts.Move;
import io.siyu.report.whereabouts.Place;
import io.siyu.report.whereabouts.Stretch;
import io.siyu.report.whereabouts.Whereabouts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Where proposals are, in tables: a row for each, how many agree, and how far the partitions are told. */
public final class JdbcWhereabouts implements Whereabouts {
    private static final int AT_ONCE = 1_000;
    private static final String GROUPS =
            "select id, partition_no, campaign, step, act, place, reason from proposal_place where id = any(?)";
    private static final String FOUND =
            "select id, campaign, step, act, variant, subject, event, place, reason, moved_at from proposal_place where ";

    /** why: the first bound is what an index is walked from, also where two columns are not compared as one */
    private static final String BEHIND = " and moved_at <= ? and (moved_at < ? or id < ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;

    public JdbcWhereabouts(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.rows = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @Override
    public Map<Integer, Long> reached() {
        return orAway(() -> {
            Map<Integer, Long> reached = new TreeMap<>();
            jdbc.sql("select partition_no, reached from proposal_offset").query(row -> {
                reached.put(row.getInt(1), row.getLong(2));
            });
            return reached;
        });
    }

    @Override
    public void begin(int partition) {
        orAway(() -> transaction.execute(status -> {
            for (String table : List.of("proposal_place", "proposal_count", "proposal_offset")) {
                jdbc.sql("delete from " + table + " where partition_no = ?")
                        .param(partition)
                        .update();
            }
            return jdbc.sql("insert into proposal_offset (partition_no, reached) values (?, 0)")
                    .param(partition)
                    .update();
        }));
    }

    @Override
    public boolean take(List<Stretch> stretches) {
        return orAway(() -> Boolean.TRUE.equals(transaction.execute(status -> {
            boolean next = stretches.stream().allMatch(this::advance);
            if (next) {
                keep(stretches);
            } else {
                status.setRollbackOnly();
            }
            return next;
        })));
    }

    private boolean advance(Stretch stretch) {
        return jdbc.sql("update proposal_offset set reached = ? where partition_no = ? and reached = ?")
                        .params(stretch.through(), stretch.partition(), stretch.after())
                        .update()
                == 1;
    }

    private void keep(List<Stretch> stretches) {
        List<String> ids = stretches.stream()
                .flatMap(stretch -> stretch.moves().stream())
                .map(Move::id)
                .toList();
        Map<String, Act> known = new TreeMap<>();
        Changes changes = new Changes();
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            List<String> some = ids.subList(first, Math.min(ids.size(), first + AT_ONCE));
            query(GROUPS, some, (row, number) -> known.put(row.getString("id"), changes.left(ProposalGroup.read(row))));
        }
        stretches.forEach(stretch -> stretch.moves().forEach(move -> changes.moved(stretch.partition(), move, known)));
        changes.write(rows);
    }

    @Override
    public List<Group> groups(String campaign) {
        return orAway(() -> jdbc.sql("select step, act, place, reason, sum(amount) from proposal_count"
                        + " where campaign = ? group by step, act, place, reason having sum(amount) > 0"
                        + " order by step, act, place, reason")
                .param(Columns.fit(campaign, Columns.NAME))
                .query((row, number) -> new Group(
                        new Act(campaign, row.getString(1), row.getString(2)),
                        place(row.getString(3)),
                        row.getString(4),
                        row.getLong(5)))
                .list());
    }

    static Place place(String word) {
        return Place.of(word).orElseThrow();
    }

    @Override
    public List<Found> page(Group group, @Nullable Mark after, int limit) {
        Act act = group.act();
        List<Object> asked = new ArrayList<>(
                List.of(act.campaign(), act.step(), act.act(), group.place().word(), group.reason()));
        if (after != null) {
            long at = Columns.micros(after.at());
            asked.addAll(List.of(at, at, after.id()));
        }
        asked.add(limit);
        String sql = FOUND + "campaign = ? and step = ? and act = ? and place = ? and reason = ?"
                + (after == null ? "" : BEHIND)
                + " order by campaign desc, step desc, act desc, place desc, reason desc, moved_at desc, id desc"
                + " fetch first ? rows only";
        return orAway(() ->
                jdbc.sql(sql).params(asked).query((row, number) -> found(row)).list());
    }

    @Override
    public List<Found> named(Collection<String> ids) {
        return orAway(() -> query(FOUND + "id = any(?)", ids, (row, number) -> found(row)));
    }

    private <T> List<T> query(String sql, Collection<String> ids, RowMapper<T> read) {
        return rows.query(
                sql,
                statement -> statement.setArray(
                        1, statement.getConnection().createArrayOf("varchar", ids.toArray(new String[0]))),
                read);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("id"),
                new Act(row.getString("campaign"), row.getString("step"), row.getString("act")),
                row.getString("variant"),
                row.getString("subject"),
                row.getString("event"),
                place(row.getString("place")),
                row.getString("reason"),
                Instant.EPOCH.plus(row.getLong("moved_at"), ChronoUnit.MICROS));
    }

    @Override
    public void forget(Instant before) {
        List<ProposalGroup> resting = orAway(() -> jdbc.sql("select partition_no, campaign, step, act, place, reason"
                        + " from proposal_count where amount > 0 and place not in ('held', 'pending')")
                .query((row, number) -> ProposalGroup.read(row))
                .list());
        for (ProposalGroup group : resting) {
            orAway(() -> transaction.execute(status -> {
                int gone = jdbc.sql("delete from proposal_place where campaign = ? and step = ? and act = ?"
                                + " and place = ? and reason = ? and moved_at < ? and partition_no = ?")
                        .params(group.campaign(), group.step(), group.what(), group.place(), group.reason())
                        .param(Columns.micros(before))
                        .param(group.partition())
                        .update();
                return Changes.count(rows, Map.of(group, -(long) gone));
            }));
        }
    }

    private static <T> T orAway(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException away) {
            throw new StoreDownException(
                    "The lists of proposals cannot be read or kept in the house database.\nMaybe it is stopped.", away);
        }
    }
}
