package io.siyu.dispatch;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Channel.Standing;
import io.siyu.dispatch.Outcome.Result;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.message.Placeholders;
import io.siyu.partition.FailPoint;
import io.siyu.partition.FailPoint.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sends what one lane of the outbox holds: claims, fills, hands over, writes the outcomes. For one thread.
 *
 * <p>What was claimed and has no outcome is never simply sent again: the channel is asked, and a marketing message
 * nobody can vouch for stays unknown.
 */
public final class Dispatch {
    // why: what is claimed when a process dies stays unknown for marketing, so little is claimed ahead.
    private static final int BATCH = 20;
    private static final int LONGEST = 200;

    private final Ways ways;
    private final Lane lane;
    private final Collection<Integer> partitions;
    private final List<Outcome> unwritten = new ArrayList<>();
    private boolean sure;

    /**
     * What a dispatch works with.
     *
     * @param channels by name
     */
    public record Ways(Outbox outbox, Vault vault, Map<String, Channel> channels, FailPoint failPoint) {
        public Ways {
            channels = Collections.unmodifiableMap(new TreeMap<>(channels));
        }
    }

    /** Sends this lane of these partitions. */
    public Dispatch(Ways ways, Lane lane, Collection<Integer> partitions) {
        this.ways = ways;
        this.lane = lane;
        this.partitions = List.copyOf(partitions);
    }

    /**
     * Sends what waits, up to a batch for each partition.
     *
     * @return how many messages came to an end; 0 when nothing waited, or what waited was refused for now
     * @throws io.siyu.partition.StoreDownException when it is not known what was written; the next round finds out
     */
    public int round() {
        boolean went = false;
        try {
            int ended = writeOutcomes();
            if (!sure) {
                ways.outbox().open(partitions, lane).forEach(this::reconcile);
                ended += writeOutcomes();
            }
            List<Claim> claims = ways.outbox().claim(partitions, lane, BATCH);
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

    /** How many were written that do not go back into the lane; those wait for the next round. */
    private int writeOutcomes() {
        if (unwritten.isEmpty()) {
            return 0;
        }
        ways.outbox().end(unwritten);
        int ended = 0;
        for (Outcome outcome : unwritten) {
            ended += outcome.result().again() ? 0 : 1;
        }
        unwritten.clear();
        return ended;
    }

    private void reconcile(Claim claim) {
        Channel channel = ways.channels().get(claim.message().channel());
        Standing standing = channel == null ? Standing.NEVER_ACCEPTED : channel.standing(claim.message());
        boolean marketing = claim.message().purpose() == Purpose.MARKETING;
        Result result = switch (standing) {
            case ACCEPTED -> Result.SENT;
            case NEVER_ACCEPTED -> marketing ? Result.UNKNOWN : Result.RELEASED;
            case CANNOT_TELL -> Result.UNKNOWN;
        };
        unwritten.add(new Outcome(claim, result, standing == Standing.ACCEPTED ? "" : "interrupted"));
    }

    private void deliver(List<Claim> claims) {
        Map<Subject, Map<String, String>> personal = personal(claims);
        Map<String, List<Claim>> byChannel = new LinkedHashMap<>();
        claims.forEach(claim -> byChannel
                .computeIfAbsent(claim.message().channel(), c -> new ArrayList<>())
                .add(claim));
        byChannel.forEach((name, theirs) -> {
            Channel channel = ways.channels().get(name);
            if (channel == null) {
                theirs.forEach(claim -> unwritten.add(new Outcome(claim, Result.FAILED, "channel.unknown")));
            } else {
                deliver(channel, theirs, personal);
            }
        });
    }

    private void deliver(Channel channel, List<Claim> claims, Map<Subject, Map<String, String>> personal) {
        List<Message> filled = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            Message message = claim.message();
            Map<String, String> values = personal.getOrDefault(message.subject(), Map.of());
            filled.add(message.with(Placeholders.fill(message.text(), values::get, Dispatch::cut)));
        }
        List<Delivery> deliveries = channel.deliver(filled);
        ways.failPoint().reached(Place.AFTER_ACCEPTED);
        for (int i = 0; i < claims.size(); i++) {
            unwritten.add(outcome(claims.get(i), deliveries.get(i)));
        }
    }

    private static Outcome outcome(Claim claim, Delivery delivery) {
        if (delivery instanceof Delivery.Accepted accepted) {
            return new Outcome(claim, Result.SENT, accepted.ref());
        }
        if (delivery instanceof Delivery.Rejected rejected) {
            boolean again = rejected.fault().again();
            return new Outcome(claim, again ? Result.DEFERRED : Result.FAILED, rejected.reason());
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
