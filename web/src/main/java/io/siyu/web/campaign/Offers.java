package io.siyu.web.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns that head office offers, and which store adopted which. */
@Component
class Offers {
    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A campaign on offer.
     *
     * @param text its words when it was offered; what is written later is not on offer
     */
    record Offer(String campaign, String text, String by, Instant at) {}

    /**
     * That a store took an offer.
     *
     * @param campaign the store's own
     */
    record Adoption(String campaign, String offer, String store, String by, Instant at) {}

    List<Offer> all() {
        return jdbc.sql("select campaign, text, offered_by, offered_at from campaign_offer order by campaign")
                .query(Offers::offer)
                .list();
    }

    Optional<Offer> find(String campaign) {
        return jdbc.sql("select campaign, text, offered_by, offered_at from campaign_offer where campaign = ?")
                .param(campaign)
                .query(Offers::offer)
                .optional();
    }

    /** Offers a campaign, or offers it anew with other words. */
    @Transactional
    void put(Offer offer) {
        withdraw(offer.campaign());
        jdbc.sql("insert into campaign_offer (campaign, text, offered_by, offered_at) values (?, ?, ?, ?)")
                .param(offer.campaign())
                .param(offer.text())
                .param(offer.by())
                .param(offer.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes an offer back; what was adopted stays. */
    void withdraw(String campaign) {
        jdbc.sql("delete from campaign_offer where campaign = ?")
                .param(campaign)
                .update();
    }

    List<Adoption> adoptions() {
        return jdbc.sql("select campaign, offer, store, adopted_by, adopted_at from campaign_adoption"
                        + " order by offer, store, campaign")
                .query((row, number) -> new Adoption(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), instant(row, 5)))
                .list();
    }

    void adopt(Adoption adoption) {
        jdbc.sql("delete from campaign_adoption where campaign = ?")
                .param(adoption.campaign())
                .update();
        jdbc.sql("insert into campaign_adoption (campaign, offer, store, adopted_by, adopted_at)"
                        + " values (?, ?, ?, ?, ?)")
                .param(adoption.campaign())
                .param(adoption.offer())
                .param(adoption.store())
                .param(adoption.by())
                .param(adoption.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(row.getString(1), row.getString(2), row.getString(3), instant(row, 4));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
