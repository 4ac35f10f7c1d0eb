package io.siyu.decision;

import io.siyu.campaign.Settings;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.Ledger;
import io.siyu.member.QuotaProfile;
import java.time.LocalDate;

/** A quota answers those who ask: it lends while there is something, calls back what may be unspent, and then refuses. */
final class Lending {
    /** Into how many blocks a partition's even share of the limit is cut. */
    private static final long CUTS = 4;

    private final Turn turn;
    private final int partitions;

    Lending(Turn turn, int partitions) {
        this.turn = turn;
        this.partitions = partitions;
    }

    /** What a day's limit is cut into; depends on the edition and the number of partitions only. */
    static long block(long limit, int partitions) {
        return Math.max(1, limit / (CUTS * partitions));
    }

    /** An ask or a return. */
    void heard(Event event) {
        if (!(turn.state.profile() instanceof QuotaProfile quota) || !(event.value("day") instanceof LocalDate day)) {
            return;
        }
        int partition = (int) event.data().number("partition", 0);
        Ledger before = quota.ledger(day).orElse(null);
        if (before == null) {
            answer("refused", partition, 0, event);
            return;
        }
        long block = event.data().number("block", 0);
        Ledger after = event.type().name().equals("quota.asked")
                ? before.asked(new Ledger.Ask(partition, block), event.data().number("limit", 0))
                : before.returned(
                        partition, block, "recalled".equals(event.data().text("reason")));
        turn.state = turn.state.with(quota.with(day, serve(after, event)));
    }

    private Ledger serve(Ledger ledger, Event cause) {
        // why: an edition that is not here yet may limit elsewhere already; then the asker knows the limit.
        long own = turn.edition.settings().daily(turn.state.subject().id());
        long limit = own == Settings.UNLIMITED ? ledger.limit() : own;
        Ledger next = ledger;
        while (!next.asks().isEmpty()) {
            Ledger.Ask ask = next.asks().get(0);
            long left = limit - next.out();
            if (left > 0) {
                long units = Math.min(left, wanted(ask, next, limit));
                answer("lent", ask.partition(), units, cause);
                next = next.lent(units);
            } else if (!next.open().isEmpty()) {
                next.open().forEach(partition -> answer("recalled", partition, 0, cause));
                next = next.recalled();
            } else if (next.recalling()) {
                return next;
            } else {
                answer("refused", ask.partition(), 0, cause);
                next = next.refused();
            }
        }
        return next;
    }

    private long wanted(Ledger.Ask ask, Ledger ledger, long limit) {
        long block = block(limit, partitions);
        long waiting = Math.max(1, ask.waiting());
        return ledger.scarce() ? waiting : (waiting + block - 1) / block * block;
    }

    private void answer(String what, int partition, long units, Event cause) {
        String id = what + "-" + partition + "-" + cause.id();
        turn.letters.add(new Letter(HouseEvent.of(turn.edition.catalogue().require("quota." + what), id)
                .with("channel", turn.state.subject().id())
                .with("day", cause.value("day"))
                .with("block", units)
                .about(Subject.partition(partition), turn.at)));
    }
}
