package io.siyu.web.why;

import io.siyu.archive.Because;
import io.siyu.archive.Because.Asked;
import io.siyu.archive.Because.Judged;
import io.siyu.campaign.Settings;
import io.siyu.decision.Witness.Heard;
import io.siyu.event.Subject;
import io.siyu.member.Intent;
import io.siyu.rule.Explained;
import io.siyu.rule.Printed;
import io.siyu.rule.Seen;
import io.siyu.rule.Seen.Read;
import io.siyu.web.why.WhyAnswer.AskedTold;
import io.siyu.web.why.WhyAnswer.ConditionTold;
import io.siyu.web.why.WhyAnswer.EntryTold;
import io.siyu.web.why.WhyAnswer.GuardTold;
import io.siyu.web.why.WhyAnswer.JudgedTold;
import io.siyu.web.why.WhyAnswer.RuleTold;
import io.siyu.web.why.WhyAnswer.SawTold;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts what was seen into the words of people. */
final class Answering {
    private static final Comparator<RuleTold> NEAREST = Comparator.comparing(RuleTold::fired)
            .reversed()
            .thenComparing(told -> told.missed().size())
            .thenComparing(RuleTold::rule);

    private final Predicate<String> rule;

    /** @param rule the name of the only rule to tell of; null for all */
    Answering(@Nullable String rule) {
        this.rule = name -> rule == null || name.equals(rule);
    }

    WhyAnswer of(Subject subject, String event, List<Because> because) {
        return new WhyAnswer(
                subject.written(), event, because.stream().map(this::entry).toList());
    }

    private EntryTold entry(Because because) {
        Settings settings = because.edition().settings();
        return new EntryTold(
                because.partition(),
                because.entry().position(),
                because.entry().at(),
                because.entry().kind().word(),
                because.entry().event().type().name(),
                because.edition().hash(),
                because.exact(),
                because.asked().stream().map(asked -> asked(asked, settings)).toList(),
                because.judged().stream()
                        .filter(judged -> rule.test(judged.intent().rule()))
                        .map(Answering::judged)
                        .toList());
    }

    private AskedTold asked(Asked asked, Settings settings) {
        List<RuleTold> rules = asked.rules().stream()
                .filter(explained -> rule.test(explained.rule().name()))
                .filter(explained -> !isOfAnotherStep(explained))
                .map(explained -> rule(explained, settings))
                .sorted(NEAREST)
                .toList();
        return new AskedTold(asked.event().type().name(), rules);
    }

    /** A due step is put before the rules of all steps; those of the others say nothing about it. */
    private static boolean isOfAnotherStep(Explained explained) {
        return explained.rule().event().equals("step.due")
                && explained.missed().stream()
                        .map(Seen::read)
                        .anyMatch(read -> read != null
                                && (read.path().equals("campaign")
                                        || read.path().equals("step")));
    }

    private static RuleTold rule(Explained explained, Settings settings) {
        return new RuleTold(
                explained.rule().name(),
                explained.rule().file(),
                explained.rule().line(),
                explained.fired(),
                explained.fault(),
                conditions(explained.missed(), settings),
                conditions(explained.conditions(), settings));
    }

    private static List<ConditionTold> conditions(List<Seen> seen, Settings settings) {
        return seen.stream().map(one -> condition(one, settings)).toList();
    }

    private static ConditionTold condition(Seen seen, Settings settings) {
        Read read = seen.read();
        Object value = read == null ? null : read.value();
        return new ConditionTold(
                seen.text(),
                seen.line(),
                seen.column(),
                seen.held(),
                read == null ? null : read.path(),
                read == null || value == null ? null : Printed.text(read.type(), value, settings),
                conditions(seen.parts(), settings));
    }

    private static JudgedTold judged(Judged judged) {
        Intent intent = judged.intent();
        return new JudgedTold(
                intent.proposal(),
                intent.rule(),
                intent.campaign(),
                intent.step(),
                intent.action(),
                intent.target(),
                judged.ruling().verdict().word(),
                judged.ruling().reason(),
                judged.ruling().until(),
                judged.ruling().ref(),
                judged.guards().stream().map(Answering::guard).toList());
    }

    private static GuardTold guard(Heard heard) {
        return new GuardTold(
                heard.guard(),
                heard.reason(),
                heard.saw().stream()
                        .map(saw -> new SawTold(saw.name(), saw.value()))
                        .toList());
    }
}
