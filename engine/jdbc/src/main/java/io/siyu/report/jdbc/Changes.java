package io.siyu.report.jdbc;

import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Move;
import io.siyu.report.whereabouts.Move.Proposed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What moves change in the tables, collected and written at once. */
final class Changes {
    private final List<Object[]> fresh = new ArrayList<>();
    private final List<Object[]> decided = new ArrayList<>();
    private final List<Object[]> told = new ArrayList<>();
    private final Map<ProposalGroup, Long> counts = new HashMap<>();

    /** A proposal that moves was here; what its row is about. */
    Act left(ProposalGroup group) {
        counts.merge(group, -1L, Long::sum);
        return group.act();
    }

    /** A proposal is here now; those that moved and were {@code known} before have a row. */
    void moved(int partition, Move move, Map<String, Act> known) {
        Act before = known.get(move.id());
        Proposed proposed = move.proposed();
        Act act = proposed == null ? before : proposed.act();
        if (act == null) {
            return; // why: a receipt about what was forgotten
        }
        ProposalGroup group = ProposalGroup.of(partition, act, move);
        counts.merge(group, 1L, Long::sum);
        long at = Columns.micros(move.at());
        if (proposed == null) {
            told.add(new Object[] {group.place(), group.reason(), at, move.id()});
        } else if (before == null) {
            fresh.add(new Object[] {
                move.id(),
                partition,
                group.campaign(),
                group.step(),
                group.what(),
                group.place(),
                group.reason(),
                at,
                Columns.fit(proposed.variant(), Columns.NAME),
                Columns.fit(proposed.subject(), Columns.ID),
                Columns.fit(proposed.event(), Columns.ID)
            });
        } else {
            decided.add(new Object[] {
                group.place(), group.reason(), at, Columns.fit(proposed.event(), Columns.ID), move.id()
            });
        }
    }

    void write(JdbcTemplate rows) {
        batch(
                rows,
                "insert into proposal_place (id, partition_no, campaign, step, act, place, reason, moved_at, variant,"
                        + " subject, event) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh);
        batch(rows, "update proposal_place set place = ?, reason = ?, moved_at = ?, event = ? where id = ?", decided);
        batch(rows, "update proposal_place set place = ?, reason = ?, moved_at = ? where id = ?", told);
        count(rows, counts);
    }

    private static void batch(JdbcTemplate rows, String sql, List<Object[]> values) {
        if (!values.isEmpty()) {
            rows.batchUpdate(sql, values);
        }
    }

    /** Counts so many more of each; how many groups changed. */
    static int count(JdbcTemplate rows, Map<ProposalGroup, Long> counts) {
        int changed = 0;
        for (Map.Entry<ProposalGroup, Long> count : counts.entrySet()) {
            ProposalGroup group = count.getKey();
            Object[] values = {
                count.getValue(),
                group.partition(),
                group.campaign(),
                group.step(),
                group.what(),
                group.place(),
                group.reason()
            };
            if (count.getValue() != 0
                    && rows.update(
                                    "update proposal_count set amount = amount + ? where partition_no = ? and campaign = ?"
                                            + " and step = ? and act = ? and place = ? and reason = ?",
                                    values)
                            == 0) {
                rows.update(
                        "insert into proposal_count (amount, partition_no, campaign, step, act, place, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        values);
            }
            changed += count.getValue() == 0 ? 0 : 1;
        }
        return changed;
    }
}
