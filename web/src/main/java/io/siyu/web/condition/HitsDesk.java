package io.siyu.web.condition;

import io.siyu.replay.Estimate;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchema;
import io.siyu.rule.FactSchemas;
import io.siyu.web.audience.MembersMeeting;
import io.siyu.web.audience.ReachTold;
import io.siyu.web.backtest.BacktestTold;
import io.siyu.web.backtest.BacktestTold.RuleTold;
import io.siyu.web.backtest.Backtesting;
import io.siyu.web.condition.Hits.Member;
import io.siyu.web.publish.Publishing;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the last week about an event's conditions, and members as they are now about those of members alone. */
@Component
class HitsDesk {
    private final Publishing publishing;
    private final Backtesting backtesting;
    private final MembersMeeting meeting;

    HitsDesk(Publishing publishing, Backtesting backtesting, MembersMeeting meeting) {
        this.publishing = publishing;
        this.backtesting = backtesting;
        this.meeting = meeting;
    }

    /** What is known; nothing of conditions with faults, and of those of coupons and communities, who are not asked. */
    Optional<Hits> of(String word, String text) {
        Edition edition = publishing.edition();
        FactSchema schema = FactSchemas.of(edition.catalogue(), edition.registers());
        Place place = Place.of(word, schema).orElse(null);
        List<String> conditions =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (place == null || (place.event() == null && (conditions.isEmpty() || !place.isOfMembers()))) {
            return Optional.empty();
        }
        return place.isOfMembers()
                ? ofMembers(meeting.told(conditions))
                : ofLastWeek(backtesting.of(place.pattern(conditions, schema), ""));
    }

    private static Optional<Hits> ofLastWeek(BacktestTold told) {
        if (!told.faults().isEmpty() || told.rules().size() != 1) {
            return Optional.empty();
        }
        RuleTold rule = told.rules().get(0);
        List<Member> members = rule.examples().stream()
                .map(one -> new Member(one.subject(), one.event()))
                .toList();
        return Optional.of(new Hits(
                "condition.hits.week", rule.fired(), rule.heard(), told.played() < told.partitions(), members));
    }

    private static Optional<Hits> ofMembers(ReachTold told) {
        Estimate matched = told.matched();
        Estimate members = told.members();
        return matched == null || members == null
                ? Optional.empty()
                : Optional.of(new Hits("condition.hits.now", matched, members, !told.exact(), List.of()));
    }
}
