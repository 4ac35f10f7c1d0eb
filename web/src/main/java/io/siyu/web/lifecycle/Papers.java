package io.siyu.web.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The papers of all campaigns and the trail of what was done to them, in tables. */
@Component
class Papers {
    private static final String PAPER =
            "select campaign, stage, text, begun_by, changed_by, changed_at, remark from campaign_paper";

    private final JdbcClient jdbc;

    Papers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All papers, by campaign. */
    Map<String, Paper> all() {
        Map<String, Paper> all = new TreeMap<>();
        jdbc.sql(PAPER).query(Papers::paper).list().forEach(paper -> all.put(paper.campaign(), paper));
        return all;
    }

    Optional<Paper> find(String campaign) {
        return jdbc.sql(PAPER + " where campaign = ?")
                .param(campaign)
                .query(Papers::paper)
                .optional();
    }

    /** Keeps a paper and what led to it; both or neither. */
    @Transactional
    void keep(Paper paper, Act act) {
        jdbc.sql("delete from campaign_paper where campaign = ?")
                .param(paper.campaign())
                .update();
        jdbc.sql("insert into campaign_paper (campaign, stage, text, begun_by, changed_by, changed_at, remark)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(paper.campaign())
                .param(paper.stage().name())
                .param(paper.text())
                .param(paper.begunBy())
                .param(paper.by())
                .param(paper.at().atOffset(ZoneOffset.UTC))
                .param(paper.remark())
                .update();
        note(act);
    }

    /** Takes the paper away, as the draft is gone. */
    @Transactional
    void drop(Act act) {
        jdbc.sql("delete from campaign_paper where campaign = ?")
                .param(act.campaign())
                .update();
        note(act);
    }

    /** Notes what was done. */
    void note(Act act) {
        jdbc.sql("insert into campaign_act"
                        + " (campaign, deed, stage_before, stage_after, done_by, done_at, remark, words)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(act.campaign())
                .param(act.deed().name())
                .param(act.before().name())
                .param(act.after().name())
                .param(act.by())
                .param(act.at().atOffset(ZoneOffset.UTC))
                .param(act.remark())
                .param(act.words())
                .update();
    }

    /** The newest deeds, newest first. */
    List<Act> trail(String campaign, int limit) {
        return jdbc.sql("select campaign, deed, stage_before, stage_after, done_by, done_at, remark, words"
                        + " from campaign_act where campaign = ? order by id desc fetch first " + limit
                        + " rows only")
                .param(campaign)
                .query(Papers::act)
                .list();
    }

    /** Who wrote in a campaign, and when what was written went away or came into force; oldest first. */
    List<Act> written(String campaign) {
        return jdbc.sql("select campaign, deed, stage_before, stage_after, done_by, done_at, remark, words"
                        + " from campaign_act where campaign = ?"
                        + " and deed in ('EDIT', 'DISCARD', 'PUBLISH', 'PUBLISH_UNAPPROVED') order by id")
                .param(campaign)
                .query(Papers::act)
                .list();
    }

    /** Every campaign somebody ever wrote in. */
    List<String> campaigns() {
        return jdbc.sql("select distinct campaign from campaign_act where deed = 'EDIT' order by campaign")
                .query(String.class)
                .list();
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        String text = row.getString("text");
        return new Paper(
                row.getString("campaign"),
                Stage.valueOf(row.getString("stage")),
                text == null ? "" : text,
                row.getString("begun_by"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("remark"));
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getString("campaign"),
                Deed.valueOf(row.getString("deed")),
                Stage.valueOf(row.getString("stage_before")),
                Stage.valueOf(row.getString("stage_after")),
                row.getString("done_by"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("remark"),
                row.getString("words"));
    }
}
