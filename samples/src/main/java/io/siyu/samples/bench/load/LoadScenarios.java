package io.siyu.samples.bench.load;

import io.siyu.playbook.Playbook;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A playbook of campaigns and rule files with scenarios beside each: a hit, a miss and a boundary in turn, half of them a
 * message after three days that a refund may end.
 *
 * @param files how many campaigns, and how many rule files
 * @param each how many scenarios beside each
 */
public record LoadScenarios(int files, int each) {

    private static final String HEAD = "version: 1\nscenarios:\n";

    private static final String HIT = """

              - name: A member of level 2 orders for %2$d, story %1$d
                start: 2026-03-%3$02d 10:00
                members:
                  li: {level: 2, consent: [service, marketing]}
                events:
                  - after: 0m
                    order.placed: {orderId: A%1$d, total: %2$d.00, currency: CNY, store: %4$s}
                  - after: 30d
                    store.visited: {store: %4$s}
                expect:
            """;

    private static final String MISS = """

              - name: An order of a cent less, story %1$d
                start: 2026-03-%3$02d 10:00
                members:
                  li: {level: 2}
                events:
                  - after: 0m
                    order.placed: {orderId: A%1$d, total: %2$d.99, currency: CNY, store: %4$s}
                expect: []
            """;

    private static final String BOUNDARY = """

              - name: Two members at the boundary, story %1$d
                start: 2026-03-%3$02d 21:00
                members:
                  li: {level: 2}
                  ann: {level: 0}
                events:
                  - after: 0m
                    of: li
                    order.placed: {orderId: A%1$d, total: %2$d.00, currency: CNY, store: %4$s}
                  - after: 1m
                    of: ann
                    order.placed: {orderId: B%1$d, total: %2$d.00, currency: CNY, store: %4$s}
                  - after: 1d
                    of: li
                    order.refunded: {orderId: A%1$d, total: %2$d.00, currency: CNY}
                expect:
            """;

    /** The playbook with its scenarios. */
    public Playbook playbook() {
        Playbook playbook = new LoadCampaigns(files, files).playbook();
        for (int i = 0; i < files; i++) {
            playbook = playbook.with(path("campaigns/campaign-%04d", i), campaign(i))
                    .with(path("rules/rules%04d", i), rule(i));
        }
        return playbook;
    }

    /** How many scenarios there are. */
    public int size() {
        return 2 * files * each;
    }

    private static String path(String format, int number) {
        return String.format(Locale.ROOT, format, number) + ".scenario.yaml";
    }

    private byte[] campaign(int number) {
        String entered = "      - {after: 0m, send: campaign-" + number + "/thanks, text: A%1$d}\n";
        String hit = entered + "      - {after: 3d, send: campaign-" + number + "/after-care, text: A%1$d}\n";
        return scenarios(100 + number % 900, "s1", hit, entered);
    }

    private byte[] rule(int number) {
        String noticed = "      - {after: 0m, tag: noticed-" + number + "}\n";
        return scenarios(100 + number, "store-" + number, noticed, noticed);
    }

    private byte[] scenarios(int total, String store, String hit, String boundary) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int story = 0; story < each; story++) {
            String format = story % 3 == 0 ? HIT + hit : story % 3 == 1 ? MISS : BOUNDARY + boundary;
            int spent = story % 3 == 1 ? total - 1 : total;
            text.append(String.format(Locale.ROOT, format, story, spent, 1 + story % 28, store));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
