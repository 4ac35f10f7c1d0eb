package io.siyu.report.jdbc;

import io.siyu.report.whereabouts.Act;
import io.siyu.report.whereabouts.Move;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What proposals of one partition are counted by. */
record ProposalGroup(int partition, String campaign, String step, String what, String place, String reason) {
    static ProposalGroup of(int partition, Act act, Move move) {
        return new ProposalGroup(
                partition,
                Columns.fit(act.campaign(), Columns.NAME),
                Columns.fit(act.step(), Columns.STEP),
                Columns.fit(act.act(), Columns.ACT),
                move.place().word(),
                Columns.fit(move.reason(), Columns.NAME));
    }

    static ProposalGroup read(ResultSet row) throws SQLException {
        return new ProposalGroup(
                row.getInt("partition_no"),
                row.getString("campaign"),
                row.getString("step"),
                row.getString("act"),
                row.getString("place"),
                row.getString("reason"));
    }

    Act act() {
        return new Act(campaign, step, what);
    }
}
