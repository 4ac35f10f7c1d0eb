package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.Pairs;
import io.siyu.campaign.Promise;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.message.Texts;
import io.siyu.playbook.Ground.Written;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KnownNames;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.Unchanged;
import io.siyu.rule.Wording;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes an edition of a playbook; every fault of every file is told at once. Safe for many threads. */
public final class PlaybookReader {

    private final RuleCompiler compiler;
    private final Function<Catalogue, FactSchema> facts;
    private final RuleWorkbooks workbooks;
    private final Unchanged<Map<String, ByteBuffer>, Ground> grounds = new Unchanged<>();
    private final Unchanged<PairsFile, PairsRead> pairs = new Unchanged<>();

    /**
     * @param compiler of the rules
     * @param facts what conditions may name, for a catalogue
     */
    public PlaybookReader(RuleCompiler compiler, Function<Catalogue, FactSchema> facts) {
        this(compiler, facts, RuleTable.NONE);
    }

    /** @param workbooks what reads decision tables that are no CSV */
    public PlaybookReader(RuleCompiler compiler, Function<Catalogue, FactSchema> facts, RuleWorkbooks workbooks) {
        this.compiler = compiler;
        this.facts = facts;
        this.workbooks = workbooks;
    }

    /** Reads all files of a playbook, those that did not change since the last one from memory. */
    public Reading read(Playbook playbook) {
        Faults faults = new Faults();
        playbook.strays().forEach(faults::add);
        Ground ground = ground(playbook);
        ground.faults().forEach(faults::add);
        Definitions definitions = Definitions.read(playbook, ground, faults);
        List<Promise> promises = promises(playbook, ground.house(), definitions.names(), faults);
        RuleCompiler.Compiled rules = rules(playbook, definitions, promises, ground.facts());
        rules.diagnostics().forEach(faults::add);
        Asked.optOuts(ground.house().settings(), definitions).forEach(faults::add);
        Pairs pairs = pairs(playbook, ground.house().catalogue(), faults);
        Edition edition = new Edition(
                playbook.hash(),
                ground.house().catalogue(),
                ground.house().settings(),
                definitions.campaigns(),
                definitions.templates(),
                promises,
                rules.book(),
                new Edition.Beside(
                        ground.facts().registers(),
                        definitions.earlier(),
                        definitions.audiences(),
                        Wording.ANY,
                        pairs));
        List<Diagnostic> diagnostics = new ArrayList<>(new TreeSet<>(faults.sorted()));
        Set<Diagnostic> warnings = new TreeSet<>(rules.warnings());
        warnings.addAll(ground.told().warnings());
        warnings.addAll(definitions.warnings());
        warnings.addAll(Untested.in(playbook));
        return new Reading(Optional.of(edition.with(Texts.of(edition))), diagnostics, List.copyOf(warnings));
    }

    /** The rules of all files; an earlier version of a campaign that means nothing any more is left out. */
    private RuleCompiler.Compiled rules(
            Playbook playbook, Definitions definitions, List<Promise> promises, FactSchema known) {
        RuleCompiler.Compiled rules =
                new RuleSources(playbook, definitions, promises, workbooks).compile(compiler, known);
        Set<String> meaningless = rules.diagnostics().stream()
                .map(Diagnostic::file)
                .filter(Earlier::isEarlier)
                .collect(Collectors.toSet());
        if (meaningless.isEmpty()) {
            return rules;
        }
        definitions.leave(meaningless);
        return new RuleSources(playbook, definitions, promises, workbooks).compile(compiler, known);
    }

    private Pairs pairs(Playbook playbook, Catalogue catalogue, Faults faults) {
        Optional<byte[]> file = playbook.file(Layout.PAIRS);
        if (file.isEmpty()) {
            return Pairs.NONE;
        }
        try (Unchanged<PairsFile, PairsRead>.Round round = pairs.begin()) {
            PairsFile written = new PairsFile(ByteBuffer.wrap(file.get()), catalogue.currencyDigits());
            PairsRead read = round.of(written, PlaybookReader::read);
            read.faults().forEach(faults::add);
            return read.pairs();
        }
    }

    private static PairsRead read(PairsFile file) {
        Faults faults = new Faults();
        Pairs pairs = new PairsReader(file.digits(), faults).read(file.content().array());
        return new PairsRead(pairs, faults.sorted());
    }

    /** The file of pairs, and the decimals its prices have. */
    private record PairsFile(ByteBuffer content, int digits) {}

    private record PairsRead(Pairs pairs, List<Diagnostic> faults) {}

    private Ground ground(Playbook playbook) {
        Map<String, ByteBuffer> written = new TreeMap<>();
        playbook.paths(PlaybookReader::isGround)
                .forEach(path ->
                        written.put(path, ByteBuffer.wrap(playbook.file(path).orElseThrow())));
        try (Unchanged<Map<String, ByteBuffer>, Ground>.Round round = grounds.begin()) {
            return round.of(written, changed -> groundOf(playbook));
        }
    }

    private static boolean isGround(String path) {
        return path.equals(Layout.SETTINGS) || path.equals(Layout.CATALOGUE) || RegisterFiles.reads(path);
    }

    private Ground groundOf(Playbook playbook) {
        Faults faults = new Faults();
        Faults warnings = new Faults();
        Settings settings = settings(playbook, faults);
        Catalogue catalogue = catalogue(playbook, settings, faults);
        Asked.addresses(settings, catalogue).forEach(faults::add);
        Map<String, byte[]> files = new TreeMap<>();
        playbook.paths(RegisterFiles::reads)
                .forEach(path -> files.put(path, playbook.file(path).orElseThrow()));
        Registers registers = RegisterFiles.read(files, faults, warnings);
        return new Ground(
                new House(settings, catalogue),
                facts.apply(catalogue).knowing(registers),
                new Ground.Told(faults.sorted(), warnings.sorted()),
                new Unchanged<>());
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

    private static List<Promise> promises(Playbook playbook, House house, KnownNames names, Faults faults) {
        return playbook.file(Layout.PROMISES)
                .map(bytes -> new Written(Layout.PROMISES, ByteBuffer.wrap(bytes)))
                .flatMap(file -> Draft.root(file, faults)
                        .map(root -> new PromiseReader(Draft.of(file, house, faults), names).read(root)))
                .orElse(List.of());
    }

    private static Catalogue catalogue(Playbook playbook, Settings settings, Faults faults) {
        return playbook.file(Layout.CATALOGUE)
                .flatMap(bytes -> Yaml.read(Layout.CATALOGUE, bytes, faults))
                .map(root -> CatalogueFile.with(root, settings.currency(), faults))
                .orElseGet(() -> CatalogueFile.shipped(settings.currency()));
    }
}
