package io.siyu.samples.bench.load;

import io.siyu.playbook.Playbook;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A large playbook: campaigns of two messages each, and rule files of one rule.
 *
 * @param campaigns how many campaigns
 * @param files how many rule files
 */
public record LoadCampaigns(int campaigns, int files) {
    private static final String SETTINGS = """
            version: 1
            retailer: Load
            zone: Asia/Shanghai
            currency: CNY
            language: en
            quietHours: {from: "21:30", to: "08:00", spread: 45m, purposes: [marketing]}
            stale: 24h
            channels:
              phone: [service, marketing]
            """;

    private static final String CAMPAIGN = """
            version: 1
            id: campaign-%1$d
            name: {en: Campaign %1$d}
            purpose: service
            channel: phone
            trigger:
              event: order.placed
              when:
                - total >= %3$d
                - member.level >= 1
            exits: [order.cancelled, order.refunded]
            steps:
              - send: thanks
                text:
                  en: |
                    %2$s, {{ member.name | default: "and welcome" }}! {{ retailer }} has your order {{ orderId }} for {{ total }}.
              - wait: 3d
              - send: after-care
                text:
                  en: |
                    Hello {{ member.name | default: "again" }}, how is everything from your order {{ orderId }}?
            """;

    /** All files. */
    public Playbook playbook() {
        Map<String, byte[]> all = new TreeMap<>();
        put(all, "settings.yaml", SETTINGS);
        for (int i = 0; i < campaigns; i++) {
            put(all, campaignPath(i), campaign(i, "Thank you"));
        }
        for (int i = 0; i < files; i++) {
            put(all, rulePath(i), rule(i));
        }
        return Playbook.of(all);
    }

    /** The same with another text in one campaign; each edit another campaign and text. */
    public Playbook changed(Playbook playbook, int edit) {
        int number = edit % campaigns;
        return playbook.with(
                campaignPath(number), campaign(number, "Thanks " + edit).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with another condition in one rule file; each edit another file and condition. */
    public Playbook stricter(Playbook playbook, int edit) {
        int number = edit % files;
        String stricter = rule(number).replace("member.level >= 2", "member.level >= " + (3 + edit / files));
        return playbook.with(rulePath(number), stricter.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String campaignPath(int number) {
        return String.format(Locale.ROOT, "campaigns/campaign-%04d.yaml", number);
    }

    private static String rulePath(int number) {
        return String.format(Locale.ROOT, "rules/rules%04d.drl", number);
    }

    private static String rule(int number) {
        return """
                package rules;

                rule "A large order at store %1$d is noticed"
                when
                    OrderPlaced( store == "store-%1$d", total >= %2$d, member.level >= 2 )
                then
                    propose.tag("noticed-%1$d");
                end
                """.formatted(number, 100 + number);
    }

    private static String campaign(int number, String words) {
        return CAMPAIGN.formatted(number, words, 100 + number % 900);
    }
}
