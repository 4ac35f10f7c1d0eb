package io.siyu.decision;

import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Block;
import io.siyu.member.Intent;
import io.siyu.member.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spends what the partition was lent of a channel's daily limit: one unit a message. */
final class Units {
    /** Reason of what waits for the quota's answer. */
    static final String ASKED = Reason.QUOTA_ASKED.code();

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Turn turn;

    Units(Turn turn) {
        this.turn = turn;
    }

    /** What the channel's daily limit has against the case, or null if nothing. */
    static @Nullable Ruling judge(Case c) {
        Template template = c.template();
        Settings settings = c.edition().settings();
        long limit = template == null ? Settings.UNLIMITED : settings.daily(template.channel());
        if (template == null || limit == Settings.UNLIMITED) {
            return null;
        }
        LocalDate day = settings.day(c.at());
        Block block = c.partition().block(template.channel(), day);
        if (block.left() > 0) {
            return null;
        }
        String ref = template.channel() + " " + limit + " per day";
        if (block.refused(c.at())) {
            return Ruling.drop(Reason.QUOTA_REFUSED, ref);
        }
        Instant end = settings.after(day);
        Instant soon = c.at().plus(LOOK_AGAIN);
        return Ruling.hold(Reason.QUOTA_ASKED, block.full() && soon.isBefore(end) ? soon : end, ref);
    }

    static List<Saw> saw(Case c) {
        Template template = c.template();
        Settings settings = c.edition().settings();
        if (template == null || settings.daily(template.channel()) == Settings.UNLIMITED) {
            return List.of();
        }
        Block block = c.partition().block(template.channel(), settings.day(c.at()));
        return List.of(
                new Saw(template.channel() + " per day", String.valueOf(settings.daily(template.channel()))),
                new Saw("left", String.valueOf(block.left())));
    }

    /** The id of the message that now holds a unit, or empty when its channel has no limit. */
    String spend(String channel, String message) {
        Settings settings = turn.edition.settings();
        if (settings.daily(channel) == Settings.UNLIMITED) {
            return "";
        }
        Block block = turn.partition.block(channel, settings.day(turn.at));
        turn.partition = turn.partition.with(channel, block.spent());
        return message;
    }

    /**
     * Takes a unit for a message that gave its own back, unless it still has one.
     *
     * @param again as the caps count it, with the message's id as its unit
     * @return why there is none, or empty
     */
    String spendAgain(Sent again) {
        Settings settings = turn.edition.settings();
        if (settings.daily(again.channel()) == Settings.UNLIMITED
                || turn.state.sends().unit(again.unit()).isPresent()) {
            return "";
        }
        Block block = turn.partition.block(again.channel(), settings.day(turn.at));
        if (block.left() > 0) {
            turn.partition = turn.partition.with(again.channel(), block.spent());
            turn.state = turn.state.with(turn.state.sends().with(again));
            return "";
        }
        if (block.refused(turn.at)) {
            return Reason.QUOTA_REFUSED.code();
        }
        turn.partition = turn.partition.with(
                again.channel(),
                block.awaited(again.unit(), turn.state.subject().toString()));
        return ASKED;
    }

    /** The intent waits for the quota's answer. */
    void await(Intent intent, String channel) {
        Block block = turn.partition.block(channel, turn.edition.settings().day(turn.at));
        turn.partition = turn.partition.with(
                channel, block.awaited(intent.proposal(), turn.state.subject().toString()));
    }

    /** A message that did not go gives its unit back within its day. */
    void giveBack(Event receipt) {
        String message = receipt.data().text("message");
        Sent sent = message == null ? null : turn.state.sends().unit(message).orElse(null);
        if (message == null || sent == null) {
            return;
        }
        turn.state = turn.state.with(turn.state.sends().withoutUnit(message));
        LocalDate day = turn.edition.settings().day(turn.at);
        Block block = turn.partition.block(sent.channel(), day);
        if (!turn.edition.settings().day(sent.at()).equals(day)) {
            return;
        }
        if (block.open()) {
            turn.partition = turn.partition.with(sent.channel(), block.givenBack());
        } else {
            turn.letters.add(returned(sent.channel(), day, receipt));
        }
    }

    /** The quota believes this partition empty, so it is told of the unit. */
    private Letter returned(String channel, LocalDate day, Event receipt) {
        return new Letter(HouseEvent.of(turn.edition.catalogue().require("quota.returned"), "returned-" + receipt.id())
                .with("channel", channel)
                .with("day", day)
                .with("block", 1L)
                .with("partition", (long) turn.partition.number())
                .with("reason", receipt.type().name())
                .about(new Subject(SubjectKind.QUOTA, channel), turn.at));
    }

    /** Whether an event may free a unit. */
    static boolean frees(Event event) {
        return switch (event.type().name()) {
            case "message.cancelled", "message.failed" -> true;
            default -> false;
        };
    }
}
