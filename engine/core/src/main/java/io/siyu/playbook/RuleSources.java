package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleCompiler.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything of a playbook that is DRL: the authors' files, and what the campaigns became. */
final class RuleSources {

    private final Map<String, CampaignDrl> ofCampaigns = new TreeMap<>();
    private final List<Source> sources = new ArrayList<>();

    RuleSources(Playbook playbook, Definitions definitions) {
        for (String path : playbook.paths(path -> path.startsWith(Layout.RULES))) {
            byte[] bytes = playbook.file(path).orElseThrow();
            sources.add(new Source(path, new String(bytes, StandardCharsets.UTF_8)));
        }
        for (CampaignDrl drl : definitions.rules().values()) {
            ofCampaigns.put(drl.source().file(), drl);
            sources.add(drl.source());
        }
    }

    /** The compiled rules; faults of a campaign's rules are told at the place of the campaign's file. */
    RuleCompiler.Compiled compile(RuleCompiler compiler, FactSchema facts, Faults faults) {
        RuleCompiler.Compiled compiled = compiler.compile(sources, facts);
        for (Diagnostic fault : compiled.diagnostics()) {
            CampaignDrl drl = ofCampaigns.get(fault.file());
            faults.add(drl == null ? fault : drl.back(fault));
        }
        return compiled;
    }
}
