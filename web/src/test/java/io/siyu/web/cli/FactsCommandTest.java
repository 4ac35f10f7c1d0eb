package io.siyu.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactsCommandTest {

    private static final String SETTINGS = """
            version: 1
            retailer: Acme
            zone: Asia/Tokyo
            currency: JPY
            language: en
            """;

    private static final String CATALOGUE = """
            version: 1
            events:
              locker.opened:
                label: {zh: 开柜, en: Locker opened}
                fields:
                  fee: {type: money, min: 5, required: true, label: {zh: 费用, en: Fee}}
                  visitor: {type: text, personal: true, label: {zh: 访客, en: Visitor}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path playbook;

    @Test
    void tells_events_helpers_and_what_a_member_has() {
        assertThat(facts()).isZero();
        assertThat(out.toString())
                .contains("OrderPlaced  (order.placed, about a member: Order placed)")
                .containsPattern("    total +money in CNY, at least 0.00, always there +Total")
                .containsPattern("    member.phone +personal: true if it is there +Phone")
                .containsPattern("    member.birthday +personal: month and day, \"03-14\" +")
                .containsPattern("    member.ordersIn\\(\"30d\"\\) +whole number +Orders placed in the time")
                .contains("exists Coupon( … ), not Coupon( … )  (A coupon the member has")
                .containsPattern("    \\.within\\(\"30d\"\\) +true or false +Whether the moment");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tells_them_in_chinese() {
        assertThat(facts("--language", "zh")).isZero();
        assertThat(out.toString()).containsPattern("member.holds\\(\"…\"\\) +true or false +是否持有某券种的可用券");
    }

    @Test
    void tells_a_retailers_own_types_in_its_currency() throws IOException {
        Files.writeString(playbook.resolve("settings.yaml"), SETTINGS);
        Files.writeString(playbook.resolve("catalogue.yaml"), CATALOGUE);

        assertThat(facts(playbook.toString(), "--json")).isZero();
        JsonNode all = new JsonMapper().readTree(out.toString());
        assertThat(all.get("currency").stringValue()).isEqualTo("JPY");
        JsonNode locker = event(all, "LockerOpened");
        assertThat(locker.get("label").get("zh").stringValue()).isEqualTo("开柜");
        assertThat(locker.get("fields").get(0))
                .hasToString(
                        "{\"name\":\"fee\",\"type\":\"money\",\"unit\":\"JPY\",\"required\":true,\"personal\":false,"
                                + "\"min\":5,\"label\":{\"zh\":\"费用\",\"en\":\"Fee\"}}");
        assertThat(locker.get("fields").get(1).get("type").stringValue()).isEqualTo("boolean");
    }

    @Test
    void tells_the_faults_of_a_catalogue_in_place_of_facts_of_another() throws IOException {
        Files.writeString(playbook.resolve("settings.yaml"), SETTINGS);
        Files.writeString(playbook.resolve("catalogue.yaml"), CATALOGUE.replace("type: money", "type: mony"));

        assertThat(facts(playbook.toString())).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith(playbook + "/catalogue.yaml:6:19: ")
                .contains("\nMaybe ");
    }

    @Test
    void refuses_a_language_it_has_no_labels_in() {
        assertThat(facts("--language", "de")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "Labels are not kept in \"de\".\nMaybe write --language en or --language zh.\n");
    }

    @Test
    void has_a_label_in_both_languages_for_everything() {
        assertThat(facts("--json")).isZero();
        JsonNode all = new JsonMapper().readTree(out.toString());
        for (String part : new String[] {"shared", "kept", "moments"}) {
            all.get(part).forEach(FactsCommandTest::labelled);
        }
        all.get("kept").forEach(kept -> kept.get("fields").forEach(FactsCommandTest::labelled));
    }

    private static void labelled(JsonNode fact) {
        assertThat(fact.path("label").has("zh") && fact.path("label").has("en"))
                .as(fact.toString())
                .isTrue();
    }

    @Test
    void wants_a_playbook_if_it_is_given_one() {
        assertThat(facts(playbook.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Maybe");
    }

    private static JsonNode event(JsonNode all, String name) {
        for (JsonNode event : all.get("events")) {
            if (event.get("name").stringValue().equals(name)) {
                return event;
            }
        }
        throw new AssertionError("There is no event " + name + ".");
    }

    private int facts(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "facts";
        System.arraycopy(args, 0, all, 1, args.length);
        CommandLine line = SiyuCommand.line(all);
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
    }
}
