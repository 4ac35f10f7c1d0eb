package io.siyu.samples.demo;

import io.siyu.playbook.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the demo retailer wrote: its own settings and rules, and the shipped campaigns as they are. */
final class DemoPlaybook {
    /** The campaign of the twelve days. */
    static final String PROMOTION = "twelve-day-promotion";

    private static final List<String> OWN = List.of(
            "settings.yaml",
            "rules/orders.drl",
            "rules/members.drl",
            "templates/owner-thanks.yaml",
            "templates/order-cancelled.yaml",
            "templates/welcome.yaml");
    private static final List<String> SHIPPED = List.of("order-placed", "coupon-expiring", PROMOTION);

    private DemoPlaybook() {}

    /** The playbook with the promotion starting on the plan's first day. */
    static Playbook of(DemoPlan plan) {
        Map<String, byte[]> files = new TreeMap<>();
        OWN.forEach(path -> files.put(path, bytes("/io/siyu/samples/demo/playbook/" + path)));
        for (String campaign : SHIPPED) {
            String text = new String(bytes("/campaign-templates/" + campaign + ".yaml"), StandardCharsets.UTF_8);
            String dated = text.replaceFirst("(?m)^    start: .*$", "    start: " + plan.start());
            files.put("campaigns/" + campaign + ".yaml", dated.getBytes(StandardCharsets.UTF_8));
        }
        return Playbook.of(files);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = DemoPlaybook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The demo lacks its file (" + resource + ").");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
