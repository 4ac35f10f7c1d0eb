package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Promise;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KnownNames;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.RuleCompiler.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Everything of a playbook that is rules: the authors' files, and what the campaigns and promises became. */
public final class RuleSources {

    private final Map<String, CampaignDrl> became = new TreeMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final KnownNames names;
    private final Faults unread = new Faults();

    RuleSources(Playbook playbook, Definitions definitions, List<Promise> promises, RuleWorkbooks workbooks) {
        names = definitions.names();
        List<String> paths = playbook.paths(path -> path.startsWith(Layout.RULES));
        List<Source> dictionaries = dictionaries(playbook);
        for (String path : paths) {
            if (path.endsWith(Layout.WORKBOOK)) {
                RuleTable.source(path, playbook.file(path).orElseThrow(), workbooks, unread)
                        .ifPresent(sources::add);
            } else {
                sources.add(source(playbook, path, path.endsWith(Layout.SENTENCES) ? dictionaries : List.of()));
            }
        }
        definitions.audiences().values().forEach(audience -> add(AudienceRules.of(audience)));
        definitions.rules().values().forEach(this::add);
        CampaignDrl drl = PromiseRules.of(promises);
        if (!drl.source().drl().isEmpty()) {
            add(drl);
        }
    }

    private void add(CampaignDrl drl) {
        became.put(drl.source().file(), drl);
        sources.add(drl.source());
    }

    /** What the sentences of a playbook may be written with. */
    public static List<Source> dictionaries(Playbook playbook) {
        return playbook.paths(path -> path.startsWith(Layout.RULES) && path.endsWith(Layout.DICTIONARY)).stream()
                .map(path -> source(playbook, path, List.of()))
                .toList();
    }

    private static Source source(Playbook playbook, String path, List<Source> dictionaries) {
        return new Source(path, playbook.text(path).orElseThrow(), dictionaries);
    }

    /** The compiled rules; what is wrong with those campaigns and promises became is told at the place of their files. */
    RuleCompiler.Compiled compile(RuleCompiler compiler, FactSchema facts) {
        RuleCompiler.Compiled compiled = compiler.compile(sources, facts, names);
        List<Diagnostic> faults = faults(compiled.diagnostics());
        faults.addAll(unread.sorted());
        List<Diagnostic> warnings = new ArrayList<>();
        for (Diagnostic warning : compiled.warnings()) {
            CampaignDrl drl = became.get(warning.file());
            // why: of what a campaign becomes, authors are warned only of what they wrote themselves
            Optional.of(warning)
                    .filter(own -> drl == null || drl.written(own))
                    .map(own -> drl == null ? own : drl.back(own))
                    .ifPresent(warnings::add);
        }
        return new RuleCompiler.Compiled(compiled.book(), faults, warnings);
    }

    private List<Diagnostic> faults(List<Diagnostic> compiled) {
        boolean ofAudiences = compiled.stream().anyMatch(fault -> fault.file().startsWith(Layout.AUDIENCES));
        Set<String> places = new HashSet<>();
        List<Diagnostic> faults = new ArrayList<>();
        for (Diagnostic fault : compiled) {
            CampaignDrl drl = became.get(fault.file());
            if (drl == null) {
                faults.add(fault);
            } else if (!ofAudiences || !drl.inherited(fault)) {
                Diagnostic back = drl.back(fault);
                // why: an audience stands in several rules of its campaign, and is wrong in each
                if (places.add(back.file() + ":" + back.line() + ":" + back.column() + " " + back.code())) {
                    faults.add(back);
                }
            }
        }
        return faults;
    }
}
