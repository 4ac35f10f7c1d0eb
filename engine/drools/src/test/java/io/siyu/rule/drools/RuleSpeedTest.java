package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Text;
import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.event.Values;
import io.siyu.member.State;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.RuleSession;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events per CPU-second; the floors are far below what is measured, so that only a lost index is noticed. */
@Tag("full")
class RuleSpeedTest {

    private static final List<String> TIERS = List.of("a", "b", "c", "d");
    private static final int FACTS = 5000;

    private final Random random = new Random(7);
    private final List<EventType> types = new ArrayList<>();
    private final List<String[]> conditions = new ArrayList<>();

    @Test
    void evaluates_ten_thousand_rules_on_a_hundred_event_types() {
        assertThat(eventsPerSecond(10_000, 100)).isGreaterThan(5_000);
    }

    @Test
    void evaluates_a_hundred_rules_in_a_few_microseconds() {
        assertThat(eventsPerSecond(100, 10)).isGreaterThan(50_000);
    }

    private long eventsPerSecond(int rules, int eventTypes) {
        FactSchema schema = schema(eventTypes);
        List<Source> sources = sources(rules);
        new DroolsRuleCompiler().compile(sources, schema);
        long compiling = cpuNanos();
        Compiled compiled = new DroolsRuleCompiler().compile(sources, schema);
        compiling = cpuNanos() - compiling;
        assertThat(compiled.diagnostics()).isEmpty();
        List<Fact> facts = facts();
        long best = 0;
        try (RuleSession session = compiled.book().open()) {
            assertThat(fire(session, facts)).isEqualTo(byHand(facts));
            for (int pass = 0; pass < 10; pass++) {
                long start = cpuNanos();
                fire(session, facts);
                best = Math.max(best, FACTS * 1_000_000_000L / (cpuNanos() - start));
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%,d rules, %d event types: compiled in %,d CPU-ms, %,d events per CPU-second",
                rules,
                eventTypes,
                compiling / 1_000_000,
                best));
        return best;
    }

    private static long fire(RuleSession session, List<Fact> facts) {
        long proposals = 0;
        for (Fact fact : facts) {
            proposals += session.fire(fact).proposals().size();
        }
        return proposals;
    }

    private long byHand(List<Fact> facts) {
        long proposals = 0;
        for (Fact fact : facts) {
            for (String[] rule : conditions) {
                Values data = fact.event().data();
                boolean fires = fact.event().type().drlName().equals(rule[0])
                        && data.number("amount", 0) > Long.parseLong(rule[1])
                        && rule[2].equals(data.text("tier"))
                        && data.number("points", 0) >= Long.parseLong(rule[3]);
                proposals += fires ? 1 : 0;
            }
        }
        return proposals;
    }

    private FactSchema schema(int eventTypes) {
        List<Field> fields = List.of(
                field("amount", FieldType.INTEGER), field("tier", FieldType.TEXT), field("points", FieldType.INTEGER));
        for (int i = 0; i < eventTypes; i++) {
            types.add(new EventType("test.e" + i, SubjectKind.MEMBER, false, Text.of("e"), fields));
        }
        return new FactSchema(new Catalogue(types, List.of(), "CNY"), List.of());
    }

    private static Field field(String name, FieldType type) {
        return new Field(name, type, false, false, 0, Text.of(name), List.of());
    }

    private List<Source> sources(int rules) {
        List<Source> sources = new ArrayList<>();
        for (int from = 0; from < rules; from += 1000) {
            StringBuilder drl = new StringBuilder();
            for (int i = from; i < Math.min(rules, from + 1000); i++) {
                drl.append(rule(i));
            }
            sources.add(new Source("rules/from" + from + ".drl", drl.toString()));
        }
        return sources;
    }

    private String rule(int number) {
        String[] rule = {
            types.get(number % types.size()).drlName(), "" + random.nextInt(1000), tier(), "" + random.nextInt(1000)
        };
        conditions.add(rule);
        return Shop.rule(
                "rule " + number, "%s( amount > %s, tier == \"%s\", points >= %s )".formatted((Object[]) rule));
    }

    private List<Fact> facts() {
        Subject subject = Subject.parse("m1");
        State state = State.fresh(subject, 1);
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            EventType type = types.get(random.nextInt(types.size()));
            Object[] values = {(long) random.nextInt(1000), tier(), (long) random.nextInt(1000)};
            Event event = new Event("e" + i, "test", type, subject, Shop.NOW, new Values(type.fields(), values), false);
            facts.add(new Fact(event, state, Shop.NOW, null, Map.of()));
        }
        return facts;
    }

    private String tier() {
        return TIERS.get(random.nextInt(TIERS.size()));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
