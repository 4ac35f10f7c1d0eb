package io.siyu.partition.redis;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.partition.Editions;
import io.siyu.partition.FailPoint;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs a house in which a store calls everybody, until it is killed at a fail point: tells {@code HIT} when it
 * is where it shall die.
 */
public final class CalledHouse {
    /** Members, communities and the store each have a step of the campaign "shelf". */
    static final Editions EDITIONS = CalledHouse::edition;

    private static final String SHELF = "shelf";

    private CalledHouse() {}

    /** Arguments: Redis URL, file of the house key, fail point, how often it is passed before. */
    public static void main(String[] args) throws InterruptedException {
        URI url = URI.create(args[0]);
        FailPoint death = DoomedHouse.death(FailPoint.Place.valueOf(args[2]), Integer.parseInt(args[3]));
        RedisHouse house = DoomedHouse.house(url, Path.of(args[1]), death);
        DoomedHouse.live(house, EDITIONS, new DoomedHouse.Vendor(url), death).start();
        Thread.currentThread().join();
    }

    private static Edition edition(String hash) {
        Edition shop = Shop.EDITIONS.edition(hash);
        Map<String, Template> templates = new TreeMap<>();
        List<Step> steps = List.of(
                act("task", new Step.Action.Task(Text.of("task")), Audience.STORE),
                act("send", new Step.Action.Send("phone", Text.of("send")), Audience.MEMBERS),
                act("push", new Step.Action.Send("phone", Text.of("push")), Audience.COMMUNITIES));
        for (String step : List.of("send", "push")) {
            String id = SHELF + "/" + step;
            templates.put(id, new Template(id, Purpose.SERVICE, "phone", 0, Text.of(step), Set.of()));
        }
        Campaign shelf = new Campaign(
                SHELF,
                "campaigns/shelf.yaml",
                Text.of("Shelf"),
                Purpose.SERVICE,
                0,
                new Trigger.OnCall("stock.expiring", Duration.ofHours(2), List.of()),
                steps,
                List.of(),
                null,
                List.of(),
                0);
        return new Edition(
                hash, shop.catalogue(), shop.settings(), Map.of(SHELF, shelf), templates, List.of(), new Rules());
    }

    private static Step act(String id, Step.Action action, Audience audience) {
        return new Step.Act(id, action, null, audience, List.of());
    }

    /** Whoever is asked enters, and whatever is due is done. */
    private record Rules() implements RuleBook, RuleSession {
        @Override
        public RuleSession open() {
            return this;
        }

        @Override
        public List<RuleSummary> rules() {
            return List.of();
        }

        @Override
        public Fired fire(Fact fact) {
            return switch (fact.event().type().name()) {
                case "stock.expiring" -> propose(Action.ENROL, null);
                case "step.due" -> due(String.valueOf(fact.event().value("step")));
                default -> Fired.NOTHING;
            };
        }

        private static Fired due(String step) {
            return step.isEmpty() || step.startsWith(".")
                    ? propose(Action.ENROL, null)
                    : propose(Action.valueOf(step.toUpperCase(Locale.ROOT)), step);
        }

        private static Fired propose(Action action, @Nullable String step) {
            String target = step == null ? SHELF : SHELF + "/" + step;
            return new Fired(List.of(new Proposal("Call to " + target, action, target, SHELF, step, 0)), List.of());
        }

        @Override
        public void close() {}
    }
}
