package io.siyu.replay.suite;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Promise;
import io.siyu.playbook.CampaignRules;
import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleBook.RuleSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The part of an edition that a file of scenarios is about: the rules and campaign of the file it lies beside, or all.
 *
 * <p>Campaigns that a rule can enter members into are in every part: nobody is in them unless a rule of the part says so.
 *
 * @param edition with the campaigns of the part, and still with all rules
 * @param rules the names of the rules whose proposals count
 * @param own the rules that are written in the file
 */
public record Focus(Edition edition, Set<String> rules, List<RuleSummary> own) {
    public Focus {
        rules = Set.copyOf(rules);
        own = List.copyOf(own);
    }

    /** All of an edition. */
    public static Focus all(Edition edition) {
        List<RuleSummary> all = edition.rules().rules();
        return new Focus(edition, Set.copyOf(all.stream().map(RuleSummary::name).toList()), all);
    }

    /**
     * What is written in one file of the playbook.
     *
     * @param file its path
     * @param own the rules in it
     */
    static Focus on(Edition edition, String file, List<RuleSummary> own) {
        TreeMap<String, Campaign> campaigns = new TreeMap<>(edition.campaigns());
        campaigns
                .values()
                .removeIf(campaign ->
                        campaign.trigger().isPlanned() && !campaign.file().equals(file));
        Set<String> rules = new HashSet<>(own.stream().map(RuleSummary::name).toList());
        edition.earlier()
                .values()
                .forEach(campaign -> rules.addAll(CampaignRules.insideRules(campaign, edition.catalogue())));
        campaigns.values().forEach(campaign -> rules.addAll(CampaignRules.insideRules(campaign, edition.catalogue())));
        edition.promises().stream()
                .filter(Promise.NeverWhen.class::isInstance)
                .forEach(promise -> rules.add(((Promise.NeverWhen) promise).rule()));
        return new Focus(edition.with(campaigns, edition.rules()), rules, own);
    }

    /** The edition of this part, deciding with these rules. */
    Edition edition(RuleBook book) {
        return edition.with(edition.campaigns(), book);
    }
}
