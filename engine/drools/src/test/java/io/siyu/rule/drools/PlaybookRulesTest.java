package io.siyu.rule.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleBook.RuleSummary;
import io.siyu.rule.RuleCompiler.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Campaigns become rules of the same kind as an author's. */
class PlaybookRulesTest {

    private static final Path TEMPLATES = Path.of("../../campaign-templates/src/main/resources/campaign-templates");
    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: zh
            channels:
              phone: [service, marketing]
            """;

    @Test
    void compiles_every_shipped_campaign() throws IOException {
        Reading reading = read(shippedCampaigns());
        assertThat(reading.diagnostics()).isEmpty();
        Edition edition = reading.edition();
        assertThat(edition.rules().rules())
                .extracting(RuleSummary::name)
                .contains("campaign order-placed", "campaign coupon-expiring")
                .hasSizeGreaterThan(edition.campaigns().size());
    }

    @Test
    void lets_drools_compile_what_campaigns_become() throws IOException {
        Edition edition = read(shippedCampaigns()).edition();
        List<Source> sources = new ArrayList<>();
        for (Campaign campaign : edition.campaigns().values()) {
            sources.add(new Source(campaign.file(), PlaybookReader.drl(campaign, edition.catalogue())));
        }
        try (DroolsOracle oracle = new DroolsOracle(sources, FactSchemas.of(edition.catalogue()))) {
            assertThat(oracle.rules()).hasSameSizeAs(edition.rules().rules());
        }
    }

    @Test
    void tells_a_fault_of_a_condition_at_its_place_in_the_campaign() throws IOException {
        String campaign =
                Files.readString(TEMPLATES.resolve("order-placed.yaml")).replace("total > 0", "totl > 0");
        Reading reading = read(Map.of("campaigns/order-placed.yaml", campaign));
        assertThat(reading.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("campaigns/order-placed.yaml:14:7: The field \"totl\" is not known in OrderPlaced.\n"
                        + "Maybe \"total\" was meant.");
    }

    @Test
    void tells_a_fault_of_what_a_call_asks_of_the_event_or_of_the_member() throws IOException {
        String campaign = Files.readString(TEMPLATES.resolve("near-expiry.yaml"))
                .replace("  within: 2h\n", "  within: 2h\n  when:\n    - qtyy >= 5\n    - member.levle >= 2\n");
        assertThat(read(Map.of("campaigns/near-expiry.yaml", campaign)).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "campaigns/near-expiry.yaml:17:7: The field \"qtyy\" is not known in StockExpiring.\n"
                                + "Maybe \"qty\" was meant.",
                        "campaigns/near-expiry.yaml:18:7: The field \"member.levle\" is not known in StepDue.\n"
                                + "Maybe \"member.level\" was meant.");
    }

    @Test
    void knows_the_campaigns_and_templates_a_rule_may_name() throws IOException {
        String campaign = Files.readString(TEMPLATES.resolve("order-placed.yaml"));
        String rule = """
                rule "One" when OrderPlaced( total > 1, member.enrolled("%s") == true ) then propose.send("%s"); end
                """;
        Map<String, String> files = new TreeMap<>(Map.of("campaigns/order-placed.yaml", campaign));

        files.put("rules/a.drl", rule.formatted("order-placed", "order-placed/thank-you"));
        assertThat(read(files).diagnostics()).isEmpty();

        files.put("rules/a.drl", rule.formatted("order-place", "order-placed/none"));
        assertThat(read(files).diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "rules/a.drl:1:57: The playbook has no campaign \"order-place\".\n"
                                + "Maybe \"order-placed\" was meant.",
                        "rules/a.drl:1:100: The playbook has no template \"order-placed/none\".\n"
                                + "Maybe it is missing in templates/, or goes by another name there.");
    }

    @Test
    void does_not_miss_names_while_a_campaign_has_faults() throws IOException {
        String campaign = Files.readString(TEMPLATES.resolve("order-placed.yaml"));
        String rule = "rule \"One\" when OrderPlaced( total > 1 ) then propose.enrol(\"order-placed\"); end\n";
        Reading reading = read(Map.of(
                "campaigns/order-placed.yaml",
                campaign.replace("purpose: service", "purpose: none"),
                "rules/a.drl",
                rule));
        assertThat(reading.diagnostics()).extracting(Diagnostic::file).containsOnly("campaigns/order-placed.yaml");
    }

    @Test
    void warns_of_what_an_author_wrote_and_publishes_it() throws IOException {
        String campaign = Files.readString(TEMPLATES.resolve("order-placed.yaml"))
                .replace("total > 0", "total > 0 && total > -1");
        String rule = "rule \"One\" when OrderPlaced( source matches \"p.*\" ) then propose.tag(\"t\"); end\n";
        Reading reading =
                read(Map.of("campaigns/order-placed.yaml", campaign, "rules/a.drl", rule, "rules/a.scenario.yaml", ""));
        assertThat(reading.isPublishable()).isTrue();
        assertThat(reading.warnings())
                .extracting(warning ->
                        warning.file() + ":" + warning.line() + ":" + warning.column() + " " + warning.code())
                .containsExactly(
                        "campaigns/order-placed.yaml:14:20 drl.always-holds", "rules/a.drl:1:6 drl.not-pruned");
    }

    private static Reading read(Map<String, String> files) {
        Map<String, byte[]> all = new TreeMap<>(Map.of("settings.yaml", SETTINGS.getBytes(UTF_8)));
        files.forEach((path, text) -> all.put(path, text.getBytes(UTF_8)));
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of).read(Playbook.of(all));
    }

    private static Map<String, String> shippedCampaigns() throws IOException {
        Map<String, String> campaigns = new TreeMap<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.filter(path -> !path.toString().contains("scenario"))
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .toList()) {
                campaigns.put("campaigns/" + file.getFileName(), Files.readString(file));
            }
        }
        return campaigns;
    }
}
