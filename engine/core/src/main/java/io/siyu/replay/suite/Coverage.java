package io.siyu.replay.suite;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Condition;
import io.siyu.playbook.CampaignDrl;
import io.siyu.playbook.CampaignRules;
import io.siyu.playbook.PromiseRules;
import io.siyu.rule.Edition;
import io.siyu.rule.Explained;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts which rules fire while scenarios are played, and which of their conditions hold and do not. Safe for many threads. */
public final class Coverage {
    private static final Comparator<RuleSummary> ORDER = Comparator.comparing(RuleSummary::file)
            .thenComparingInt(RuleSummary::line)
            .thenComparing(RuleSummary::name);

    private final List<RuleSummary> rules;
    private final Map<String, CampaignDrl> became = new HashMap<>();
    private final Map<String, Rule> seen = new HashMap<>();

    /** What was seen of one rule. */
    private static final class Rule {
        private final Map<Condition, Covered.Both> conditions = new LinkedHashMap<>();
        private boolean fired;
    }

    /** Coverage of these rules of an edition. */
    public Coverage(Edition edition, Collection<RuleSummary> rules) {
        // why: whether a member is in an audience is asked by people who plan, never while scenarios are played
        this.rules = rules.stream()
                .filter(rule -> !rule.event().equals("audience.asked"))
                .distinct()
                .sorted(ORDER)
                .toList();
        became.put(PromiseRules.FILE, PromiseRules.of(edition.promises()));
        for (Campaign campaign : edition.campaigns().values()) {
            became.put(campaign.file(), CampaignRules.of(campaign, edition.catalogue()));
        }
    }

    /** How far each rule is covered, by file and place. */
    public synchronized List<Covered> rules() {
        List<Covered> covered = new ArrayList<>();
        for (RuleSummary rule : rules) {
            CampaignDrl drl = became.get(rule.file());
            // why: the line of a campaign's rule is one of the DRL it became, which its author never sees
            RuleSummary placed = drl == null
                    ? rule
                    : new RuleSummary(
                            rule.name(), rule.file(), 0, rule.event(), rule.conditions(), rule.drl(), rule.reads());
            Rule known = seen.get(rule.name());
            covered.add(
                    known == null
                            ? new Covered(placed, false, unseen(rule, drl))
                            : new Covered(placed, known.fired, List.copyOf(known.conditions.values())));
        }
        return covered;
    }

    /** Takes in how rules met a fact. */
    synchronized void saw(List<Explained> explained) {
        explained.forEach(this::saw);
    }

    private void saw(Explained explained) {
        CampaignDrl drl = became.get(explained.rule().file());
        Map<Condition, Boolean> held = new LinkedHashMap<>();
        for (Seen comparison :
                explained.conditions().stream().flatMap(Coverage::comparisons).toList()) {
            Optional<Condition> authored = authored(drl, comparison);
            if (authored.isPresent()) {
                held.put(authored.get(), comparison.held());
            } else if (!comparison.held()) {
                return; // why: the fact is about another campaign or step, which says nothing of this one
            }
        }
        Rule rule = seen.computeIfAbsent(explained.rule().name(), name -> new Rule());
        rule.fired |= explained.fired();
        held.forEach((condition, holds) -> rule.conditions.merge(condition, both(condition, holds), Coverage::merge));
    }

    private static Stream<Seen> comparisons(Seen seen) {
        return seen.parts().isEmpty() ? Stream.of(seen) : seen.parts().stream().flatMap(Coverage::comparisons);
    }

    private static Optional<Condition> authored(@Nullable CampaignDrl drl, Seen seen) {
        return drl == null
                ? Optional.of(new Condition(seen.text(), seen.line(), seen.column()))
                : drl.authored(seen.text(), seen.line(), seen.column());
    }

    private static Covered.Both both(Condition condition, boolean holds) {
        return new Covered.Both(condition.text(), condition.line(), condition.column(), holds, !holds);
    }

    private static Covered.Both merge(Covered.Both a, Covered.Both b) {
        return new Covered.Both(a.text(), a.line(), a.column(), a.held() || b.held(), a.missed() || b.missed());
    }

    /** The conditions of a rule whose event no scenario brought. */
    private static List<Covered.Both> unseen(RuleSummary rule, @Nullable CampaignDrl drl) {
        return rule.conditions().stream()
                .flatMap(text -> drl == null ? Stream.of(new Condition(text, 0, 0)) : drl.authored(text).stream())
                .map(one -> new Covered.Both(one.text(), one.line(), one.column(), false, false))
                .toList();
    }
}
