package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Publishing without partitions: the real reader and compiler, and an edition in memory. */
public final class PlayedPublishing implements Publishing {

    private static final String SETTINGS = """
            version: 1
            retailer: Green Grocer
            zone: Asia/Shanghai
            currency: CNY
            language: en
            channels:
              phone: [service, marketing]
            """;

    private static final String RULES = """
            // What happens after an order.

            rule "Thank for a large order"
            when
                OrderPlaced( total >= 200 )
            then
                propose.send("thank-you").step("now");
            end
            """;

    private static final String TEMPLATE = """
            version: 1
            id: thank-you
            purpose: service
            channel: phone
            text:
              en: |
                Thank you for your order of {{ total | default: "today" }}.
            """;

    private final PlaybookReader reader = new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);
    private final Drafts drafts;
    private Playbook playbook = first();
    private long revision = 1;

    public PlayedPublishing(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The house as it was before anybody wrote or published. */
    public synchronized void reset() {
        playbook = first();
        drafts.all().forEach(draft -> drafts.remove(draft.path()));
    }

    @Override
    public synchronized Edition edition() {
        return reader.read(playbook).edition();
    }

    @Override
    public synchronized Playbook playbook() {
        return playbook;
    }

    @Override
    public Reading read(Playbook draft) {
        return reader.read(draft);
    }

    @Override
    public synchronized long publish(Playbook next, String by) {
        reader.read(next).edition();
        playbook = next;
        return ++revision;
    }

    private static Playbook first() {
        return Playbook.of(Map.of(
                "settings.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8),
                "rules/after-order.drl", RULES.getBytes(StandardCharsets.UTF_8),
                "templates/thank-you.yaml", TEMPLATE.getBytes(StandardCharsets.UTF_8)));
    }
}
