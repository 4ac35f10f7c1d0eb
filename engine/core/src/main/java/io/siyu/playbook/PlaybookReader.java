package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes an edition of a playbook; every fault of every file is told at once. */
public final class PlaybookReader {

    private final RuleCompiler compiler;
    private final Function<Catalogue, FactSchema> facts;

    /**
     * @param compiler of the rules
     * @param facts what conditions may name, for a catalogue
     */
    public PlaybookReader(RuleCompiler compiler, Function<Catalogue, FactSchema> facts) {
        this.compiler = compiler;
        this.facts = facts;
    }

    /** Reads all files of a playbook. */
    public Reading read(Playbook playbook) {
        Faults faults = new Faults();
        playbook.strays().forEach(faults::add);
        Settings settings = settings(playbook, faults);
        House house = new House(settings, catalogue(playbook, settings, faults));
        Definitions definitions = new Definitions(playbook, house, faults);
        definitions.read();
        RuleCompiler.Compiled rules = new RuleSources(playbook, definitions, house).compile(compiler, facts, faults);
        Edition edition = new Edition(
                playbook.hash(),
                house.catalogue(),
                settings,
                definitions.campaigns(),
                definitions.templates(),
                rules.book());
        List<Diagnostic> diagnostics = new ArrayList<>(new TreeSet<>(faults.sorted()));
        return new Reading(Optional.of(edition), diagnostics);
    }

    /** The rules one campaign becomes, for screens that show them. */
    public static String drl(Campaign campaign, Catalogue catalogue) {
        return CampaignRules.of(campaign, catalogue).source().drl();
    }

    private static Settings settings(Playbook playbook, Faults faults) {
        Optional<byte[]> bytes = playbook.file(Layout.SETTINGS);
        if (bytes.isEmpty()) {
            faults.add(
                    new Diagnostic(
                            Layout.SETTINGS,
                            0,
                            0,
                            "settings.missing",
                            "The playbook has no settings.yaml.\nMaybe begin with \"version: 1\", retailer, zone, currency, language."));
            return SettingsReader.FALLBACK;
        }
        return Yaml.read(Layout.SETTINGS, bytes.get(), faults)
                .map(root -> SettingsReader.read(root, faults))
                .orElse(SettingsReader.FALLBACK);
    }

    private static Catalogue catalogue(Playbook playbook, Settings settings, Faults faults) {
        return playbook.file(Layout.CATALOGUE)
                .flatMap(bytes -> Yaml.read(Layout.CATALOGUE, bytes, faults))
                .map(root -> CatalogueFile.with(root, settings.currency(), faults))
                .orElseGet(() -> CatalogueFile.shipped(settings.currency()));
    }
}
