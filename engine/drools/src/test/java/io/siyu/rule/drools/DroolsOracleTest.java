package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.Explained;
import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.Proposal;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleCompiler.Compiled;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.RuleSession;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random rules decide random facts as Drools' own compiler lets them decide. */
class DroolsOracleTest {

    private static final int RULES = 60;
    private static final int FACTS = 2000;

    @Test
    void fires_as_drools_own_compiler_does() {
        long seed = Long.getLong("siyu.seed", System.nanoTime());
        System.out.println("siyu.seed=" + seed);
        RandomShop shop = new RandomShop(seed);
        String drl = shop.rules(RULES);
        Compiled compiled = Shop.compile(drl);
        Set<String> dead = dead(compiled, drl);
        assertThat(compiled.diagnostics())
                .as("seed %d", seed)
                .extracting(Diagnostic::code)
                .isSubsetOf("drl.never-holds");
        int fired = 0;
        try (DroolsOracle oracle = new DroolsOracle(List.of(new Source("rules/a.drl", drl)), Shop.SCHEMA);
                RuleSession session = compiled.book().open()) {
            for (int i = 0; i < FACTS; i++) {
                Fact fact = shop.fact();
                SortedSet<String> names = names(session.fire(fact));
                SortedSet<String> judged = oracle.fire(fact);
                assertThat(names).as(() -> told(drl, fact, names, judged)).isEqualTo(judged);
                assertThat(explained(compiled.book(), fact)).isEqualTo(names);
                assertThat(names).as("seed %d", seed).doesNotContainAnyElementsOf(dead);
                fired += names.size();
            }
        }
        assertThat(fired).as("seed %d", seed).isGreaterThan(FACTS);
    }

    /** The rules that never hold, as the compiler says; where there is a choice, or none is looked for, they may. */
    private static Set<String> dead(Compiled compiled, String drl) {
        List<String> lines = drl.lines().toList();
        return compiled.diagnostics().stream()
                .filter(fault -> !isBehindNot(lines.get(fault.line() - 1).substring(0, fault.column())))
                .map(fault -> lines.get(fault.line() - 1))
                .filter(line -> !line.contains("||"))
                .map(line -> line.substring("rule \"".length(), line.indexOf('"', "rule \"".length())))
                .collect(Collectors.toSet());
    }

    private static boolean isBehindNot(String before) {
        Matcher kept = Pattern.compile(" (exists|not) [A-Z][a-z]+\\(").matcher(before);
        boolean not = false;
        while (kept.find()) {
            not = kept.group(1).equals("not");
        }
        return not;
    }

    private static SortedSet<String> names(Fired fired) {
        assertThat(fired.faults()).isEmpty();
        return fired.proposals().stream().map(Proposal::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> explained(RuleBook book, Fact fact) {
        return book.explain(fact).stream()
                .filter(Explained::fired)
                .map(explained -> explained.rule().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String told(String drl, Fact fact, Set<String> ours, Set<String> drools) {
        Set<String> differ = new TreeSet<>(ours);
        differ.addAll(drools);
        differ.removeIf(name -> ours.contains(name) && drools.contains(name));
        String rules = drl.lines()
                .filter(line -> differ.stream().anyMatch(name -> line.startsWith("rule \"" + name + "\"")))
                .collect(Collectors.joining("\n"));
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < fact.event().data().fields().size(); i++) {
            data.append(fact.event().data().fields().get(i).name()).append('=');
            data.append(fact.event().data().at(i)).append(' ');
        }
        return "\n" + rules + "\n" + data + fact.about() + "\nours " + ours + " drools " + drools + "\n";
    }
}
