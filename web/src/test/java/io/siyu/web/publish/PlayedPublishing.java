package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.Reading;
import io.siyu.replay.BrokenPromise;
import io.siyu.replay.DecisionDiff;
import io.siyu.replay.DryRun.Outlook;
import io.siyu.replay.Fate;
import io.siyu.rule.Edition;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.PlayedHouse;
import io.siyu.web.grid.TableWorkbooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    private final PlaybookReader reader =
            new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of, TableWorkbooks::read);
    private final Drafts drafts;
    private Playbook playbook = first();
    private final List<Published> history = new ArrayList<>();
    private final Map<String, Playbook> stored = new TreeMap<>();
    private long revision = 1;

    public PlayedPublishing(Drafts drafts) {
        this.drafts = drafts;
        remember();
    }

    private void remember() {
        history.clear();
        history.add(new Published(revision, playbook.hash(), "lin", PlayedHouse.NOW, null, ""));
        stored.put(playbook.hash(), playbook);
    }

    /** The house as it was before anybody wrote or published. */
    public synchronized void reset() {
        playbook = first();
        remember();
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
        history.add(0, new Published(++revision, next.hash(), by, PlayedHouse.NOW, null, ""));
        stored.put(next.hash(), next);
        return revision;
    }

    @Override
    public synchronized List<Published> history(int limit) {
        return List.copyOf(history);
    }

    @Override
    public synchronized Optional<Playbook> playbook(String edition) {
        return Optional.ofNullable(stored.get(edition));
    }

    @Override
    public Outlook dryRun(Playbook draft, Instant from) {
        List<BrokenPromise> broken = reader.read(draft).edition().promises().stream()
                .map(promise -> new BrokenPromise(
                        promise.name(), promise.sentence().in("en"), "m1", "thank-you", LocalDate.of(2026, 11, 5)))
                .toList();
        DecisionDiff diff = new DecisionDiff();
        diff.before("p1", "m1", new Fate("Thank <b>", "", "send", "thank-you", "send", ""));
        diff.after("p1", "m1", new Fate("Thank <b>", "", "send", "thank-you", "drop", "cap.global"));
        diff.after("p2", "m2", new Fate("Thank <b>", "", "send", "thank-you", "send", ""));
        return new Outlook(1, 64, 20, diff, broken, List.of());
    }

    private static Playbook first() {
        return Playbook.of(Map.of(
                "settings.yaml", SETTINGS.getBytes(StandardCharsets.UTF_8),
                "rules/after-order.drl", RULES.getBytes(StandardCharsets.UTF_8),
                "templates/thank-you.yaml", TEMPLATE.getBytes(StandardCharsets.UTF_8)));
    }
}
