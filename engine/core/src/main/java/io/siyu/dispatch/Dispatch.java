package io.siyu.dispatch;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Channel.Standing;
import io.siyu.dispatch.Claim.Holder;
import io.siyu.dispatch.Outcome.Result;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.message.Placeholders;
import io.siyu.partition.FailPoint;
import io.siyu.partition.FailPoint.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One slot of a channel: claims, fills, looks whether it still owns what it claimed, calls, writes the outcomes, one call
 * after the other. For one thread; a channel has as many slots as it bears calls at once.
 *
 * <p>What was claimed and has no outcome is never simply sent again: the channel is asked, and a marketing message
 * nobody can vouch for stays unknown.
 */
public final class Dispatch {
    private static final int LONGEST = 200;

    private final Ways ways;
    private final Desk desk;
    private final Slot slot;
    private final List<Outcome> unwritten = new ArrayList<>();
    private volatile boolean stopping;
    private boolean sure;

    /** What every slot works with. */
    public record Ways(Outbox outbox, Vault vault, Expiry expiry, Patience patience, FailPoint failPoint) {

        /** The same, with another patience. */
        public Ways with(Patience other) {
            return new Ways(outbox, vault, expiry, other, failPoint);
        }
    }

    /**
     * Which slot of its channel this is.
     *
     * @param number from 0; the first one also sees to what earlier owners left open
     * @param lanes it sends, the most urgent first
     * @param partitions of this owner
     */
    public record Slot(int number, List<Lane> lanes, Collection<Integer> partitions) {
        public Slot {
            lanes = List.copyOf(lanes);
            partitions = List.copyOf(partitions);
        }

        String name() {
            return Integer.toString(number);
        }
    }

    /** A slot at this desk. */
    public Dispatch(Ways ways, Desk desk, Slot slot) {
        this.ways = ways;
        this.desk = desk;
        this.slot = slot;
    }

    /** From now on nothing is claimed, and what is claimed but not called yet is given back. */
    public void stop() {
        stopping = true;
    }

    /**
     * Makes one call with what waits at the desk.
     *
     * @return how many messages have an outcome now; 0 when nothing waited, or the channel rests
     * @throws io.siyu.partition.StoreDownException when it is not known what was written; the next round finds out
     */
    public int round() {
        boolean went = false;
        try {
            int ended = writeOutcomes();
            if (!sure) {
                reconcile();
                ended += writeOutcomes();
            }
            List<Claim> claims = claim();
            if (!claims.isEmpty()) {
                ways.failPoint().reached(Place.AFTER_CLAIM);
                deliver(claims);
                ended += writeOutcomes();
            }
            went = true;
            return ended;
        } finally {
            sure = went;
        }
    }

    private int writeOutcomes() {
        int written = unwritten.size();
        if (written > 0) {
            ways.outbox().end(unwritten);
            unwritten.clear();
        }
        return written;
    }

    /** Looks where something may wait until something does. */
    private List<Claim> claim() {
        int most = Math.max(1, desk.channel().batch());
        while (!stopping && !desk.rests()) {
            Desk.Pick pick = desk.take(slot.lanes(), most);
            if (pick.shares().isEmpty()) {
                return List.of();
            }
            List<Claim> claims = claim(pick);
            if (!claims.isEmpty()) {
                return claims;
            }
        }
        return List.of();
    }

    private List<Claim> claim(Desk.Pick pick) {
        List<Claim> claims = ways.outbox().claim(pick.queue(), slot.name(), pick.shares());
        pick.rest().forEach((partition, rest) -> {
            if (claims.stream().anyMatch(claim -> claim.partition() == partition)) {
                desk.offer(pick.queue().lane(), partition, rest);
            }
        });
        return claims;
    }

    /** What this slot left open when it last failed; the first slot also takes what earlier owners left. */
    private void reconcile() {
        Holder self = new Holder(ways.outbox().epoch(), slot.name());
        for (Claim claim : ways.outbox().open(slot.partitions())) {
            boolean left = claim.holder().epoch() < self.epoch() && slot.number() == 0;
            boolean ours = claim.message().channel().equals(desk.channel().name());
            if (ours && (left || claim.holder().equals(self))) {
                unwritten.add(reconciled(claim));
            }
        }
    }

    private Outcome reconciled(Claim claim) {
        Standing standing = desk.channel().standing(claim.message());
        boolean marketing = claim.message().purpose() == Purpose.MARKETING;
        Result result = switch (standing) {
            case ACCEPTED -> Result.SENT;
            case NEVER_ACCEPTED -> marketing ? Result.UNKNOWN : Result.RELEASED;
            case CANNOT_TELL -> Result.UNKNOWN;
        };
        return new Outcome(claim, result, standing == Standing.ACCEPTED ? "" : "interrupted");
    }

    private void deliver(List<Claim> claims) {
        List<Claim> wanted = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            if (claim.tries().parked() && ways.expiry().passed(claim.message())) {
                unwritten.add(new Outcome(claim, Result.EXPIRED, "parked.too.long"));
            } else {
                wanted.add(claim);
            }
        }
        Map<Subject, Map<String, String>> personal = personal(wanted);
        List<Claim> owned = owned(wanted);
        if (!owned.isEmpty()) {
            call(owned, personal);
        }
    }

    /** The last look before the call: what another owner has, or is to be given back, is released, which proves it was not sent. */
    private List<Claim> owned(List<Claim> claims) {
        Set<Integer> partitions = new LinkedHashSet<>();
        claims.forEach(claim -> partitions.add(claim.partition()));
        long epoch = claims.isEmpty() ? 0 : claims.get(0).holder().epoch();
        Set<Integer> ours = claims.isEmpty() ? Set.of() : ways.outbox().owned(partitions, epoch);
        List<Claim> owned = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            if (stopping) {
                unwritten.add(new Outcome(claim, Result.RELEASED, "stopped"));
            } else if (!ours.contains(claim.partition())) {
                unwritten.add(new Outcome(claim, Result.RELEASED, "lease.lost"));
            } else {
                owned.add(claim);
            }
        }
        return owned;
    }

    private void call(List<Claim> claims, Map<Subject, Map<String, String>> personal) {
        List<Message> filled = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            Message message = claim.message();
            Map<String, String> values = personal.getOrDefault(message.subject(), Map.of());
            filled.add(message.with(Placeholders.fill(message.text(), values::get, Dispatch::cut)));
        }
        List<Delivery> deliveries = desk.channel().deliver(filled);
        ways.failPoint().reached(Place.AFTER_ACCEPTED);
        for (int i = 0; i < claims.size(); i++) {
            unwritten.add(outcome(claims.get(i), deliveries.get(i)));
        }
    }

    private Outcome outcome(Claim claim, Delivery delivery) {
        if (delivery instanceof Delivery.Accepted accepted) {
            return new Outcome(claim, Result.SENT, accepted.ref());
        }
        if (delivery instanceof Delivery.Rejected rejected) {
            if (rejected.fault().wide()) {
                desk.rest(ways.patience().rest(rejected));
            }
            return ways.patience().after(claim, rejected);
        }
        return new Outcome(claim, Result.UNKNOWN, ((Delivery.Unknown) delivery).reason());
    }

    private Map<Subject, Map<String, String>> personal(List<Claim> claims) {
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Claim claim : claims) {
            if (Placeholders.in(claim.message().text())) {
                subjects.add(claim.message().subject());
            }
        }
        return subjects.isEmpty() ? Map.of() : ways.vault().personal(subjects);
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST));
    }
}
