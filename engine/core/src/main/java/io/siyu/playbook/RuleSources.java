package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.event.Catalogue;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleCompiler.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything of a playbook that is DRL: the authors' files, and what the campaigns became. */
final class RuleSources {

    private final Map<String, CampaignDrl> ofCampaigns = new TreeMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final House house;

    RuleSources(Playbook playbook, Definitions definitions, House house) {
        this.house = house;
        for (String path : playbook.paths(path -> path.startsWith(Layout.RULES))) {
            byte[] bytes = playbook.file(path).orElseThrow();
            sources.add(new Source(path, new String(bytes, StandardCharsets.UTF_8)));
        }
        for (Campaign campaign : definitions.campaigns().values()) {
            CampaignDrl drl = CampaignRules.of(campaign, house.catalogue());
            ofCampaigns.put(campaign.file(), drl);
            sources.add(drl.source());
        }
    }

    /** The compiled rules; faults of a campaign's rules are told at the place of the campaign's file. */
    RuleCompiler.Compiled compile(RuleCompiler compiler, Function<Catalogue, FactSchema> facts, Faults faults) {
        RuleCompiler.Compiled compiled = compiler.compile(sources, facts.apply(house.catalogue()));
        for (Diagnostic fault : compiled.diagnostics()) {
            CampaignDrl drl = ofCampaigns.get(fault.file());
            faults.add(drl == null ? fault : drl.back(fault));
        }
        return compiled;
    }
}
