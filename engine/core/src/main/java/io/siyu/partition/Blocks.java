package io.siyu.partition;

import io.siyu.campaign.Settings;
import io.siyu.decision.Letter;
import io.siyu.event.EntryKind;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.Block;
import java.time.LocalDate;
import java.util.List;

/** What one partition has of the channels' daily limits: it asks for more, hears the answers and gives back. */
final class Blocks {
    private final Advance.Work work;

    Blocks(Advance.Work work) {
        this.work = work;
    }

    /** The quota lent, refused or calls back. What it says of another day is void. */
    void heard(Event event) {
        String channel = String.valueOf(event.value("channel"));
        boolean limited = settings().daily(channel) != Settings.UNLIMITED;
        LocalDate day = settings().day(work.entry.at());
        boolean today = day.equals(event.value("day"));
        Block block = work.partition.block(channel, day);
        if (event.type().name().equals("quota.recalled")) {
            recalled(event, channel, today ? block.left() : 0);
        } else if (!limited) {
            work.partition = work.partition.without(channel);
            judge(block.waiting());
        } else if (today) {
            boolean lent = event.type().name().equals("quota.lent");
            work.partition = work.partition.with(
                    channel, lent ? block.lent(event.data().number("block", 0)) : block.refusing(work.entry.at()));
            judge(block.waiting());
        }
    }

    private void recalled(Event event, String channel, long left) {
        if (event.value("day") instanceof LocalDate day) {
            tell("quota.returned", channel, day, left);
            if (work.partition.blocks().containsKey(channel)
                    && day.equals(work.partition.blocks().get(channel).day())) {
                work.partition = work.partition.with(
                        channel, work.partition.block(channel, day).returned());
            }
        }
    }

    private void judge(List<String> waiting) {
        for (String one : waiting) {
            int space = one.indexOf(' ');
            Subject subject = Subject.parse(one.substring(space + 1));
            work.take(work.decide()
                    .answered(work.state(subject), work.partition, one.substring(0, space), work.entry.at()));
        }
    }

    /** Asks for those that wait and have not been asked for, once the entry is decided. */
    void ask() {
        work.partition.blocks().forEach((channel, block) -> {
            if (!block.asked() && block.wanted() > 0) {
                ask(channel, block);
            }
        });
    }

    private void ask(String channel, Block block) {
        work.partition = work.partition.with(channel, block.asking());
        work.tell(new Letter(letter("quota.asked", channel, block.day())
                .with("block", block.wanted())
                .with("limit", Math.max(0, settings().daily(channel)))
                .about(quota(channel), work.entry.at())));
    }

    /** The edition just activated may limit otherwise: what is unspent goes back, and what was refused may be asked again. */
    void limited(Settings now) {
        LocalDate day = settings().day(work.entry.at());
        work.partition.blocks().forEach((channel, block) -> {
            if (settings().daily(channel) != now.daily(channel)) {
                if (block.left() > 0 && block.day().equals(day)) {
                    tell("quota.returned", channel, day, block.left());
                }
                work.partition = work.partition.with(channel, block.returned().unrefused());
                if (now.daily(channel) == Settings.UNLIMITED) {
                    release(channel, day);
                }
            }
        });
    }

    /** Nothing limits the channel any more: those that wait are judged by the next entry, under the new edition. */
    private void release(String channel, LocalDate day) {
        work.next.add(new Next(
                EntryKind.LETTER,
                letter("quota.lent", channel, day)
                        .with("block", 0L)
                        .about(Subject.partition(work.partition.number()), work.entry.at())));
    }

    private void tell(String type, String channel, LocalDate day, long units) {
        String reason = type.equals("quota.returned")
                        && work.entry.event().type().name().equals("quota.recalled")
                ? "recalled"
                : "edition";
        work.tell(new Letter(letter(type, channel, day)
                .with("block", units)
                .with("reason", reason)
                .about(quota(channel), work.entry.at())));
    }

    private HouseEvent letter(String type, String channel, LocalDate day) {
        String id = type.substring("quota.".length()) + "-" + channel + "-" + work.partition.number() + "-"
                + work.entry.position();
        return HouseEvent.of(work.decide().edition().catalogue().require(type), id)
                .with("channel", channel)
                .with("day", day)
                .with("partition", (long) work.partition.number());
    }

    private static Subject quota(String channel) {
        return new Subject(SubjectKind.QUOTA, channel);
    }

    private Settings settings() {
        return work.decide().edition().settings();
    }
}
