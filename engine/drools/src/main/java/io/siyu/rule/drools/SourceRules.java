package io.siyu.rule.drools;

import io.siyu.campaign.Diagnostic;
import io.siyu.rule.FactSchema;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.DrlReader;
import io.siyu.rule.drools.drl.RuleText;
import io.siyu.rule.drools.drl.RuleTree;
import io.siyu.rule.drools.drl.Token;
import io.siyu.rule.drools.sentence.Dictionary;
import io.siyu.rule.drools.sentence.SentenceReader;
import io.siyu.rule.drools.table.TableReader;
import io.siyu.rule.drools.typed.Mention;
import io.siyu.rule.drools.typed.Mentions;
import io.siyu.rule.drools.typed.TypeRule;
import io.siyu.rule.drools.typed.TypedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of one source, and what is wrong in it. Equal only to itself, so that many are compared quickly. */
final class SourceRules {

    private final List<Named> rules = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final DrlFaults found;

    /**
     * A rule that has a name, and where that stands.
     *
     * @param place where the rule begins: {@code rules/a.drl:3}
     * @param sound the rule itself, if nothing is wrong in it
     */
    record Named(String name, Token at, String place, Optional<TypedRule> sound) {}

    private SourceRules(Source source, FactSchema schema) {
        RuleText text = text(source);
        found = text.faults();
        TypeRule typing = new TypeRule(schema, found);
        for (RuleTree tree : DrlReader.read(text.drl(), found)) {
            Optional<TypedRule> sound = typing.type(tree)
                    .filter(rule -> !text.broken().contains(rule.summary().line()));
            mention(tree, sound.map(rule -> rule.event().name()).orElse(""));
            if (!tree.name().isEmpty()) {
                String place = found.file() + ":" + tree.place().line();
                rules.add(new Named(tree.name(), tree.namePlace(), place, sound));
            }
            sound.ifPresent(rule -> pruned(rule, tree.namePlace(), found));
        }
    }

    /** Takes down the names of a rule, sound or not, where nothing else is wrong. */
    private void mention(RuleTree tree, String event) {
        Mentions.of(tree, event).stream()
                .filter(mention -> found.isFine(mention.at().line()))
                .forEach(mentions::add);
    }

    private static RuleText text(Source source) {
        return switch (source.file().substring(source.file().lastIndexOf('.') + 1)) {
            case "csv", "xlsx" -> TableReader.read(source.file(), source.drl());
            case "dslr" -> SentenceReader.read(source);
            case "dsl" -> Dictionary.check(source.file(), source.drl());
            default -> RuleText.ofDrl(source.file(), source.drl());
        };
    }

    private static void pruned(TypedRule rule, Token name, DrlFaults found) {
        if (!rule.clauses().isEmpty() && ExecutableModel.isTriedEachTime(rule)) {
            String wrong = "The rule \"" + rule.name() + "\" is tried for every "
                    + rule.event().drlName() + ": its conditions only search or exclude.";
            found.warn(
                    name, "not-pruned", wrong, "add what it is meant for: a comparison with ==, in, <, <=, > or >=.");
        }
    }

    static SourceRules of(Source source, FactSchema schema) {
        return new SourceRules(source, schema);
    }

    /** An empty list of faults, told as those of this source are. */
    DrlFaults noFaults() {
        return found.another();
    }

    /** Those that have a name, in written order. */
    List<Named> rules() {
        return rules;
    }

    List<Diagnostic> faults() {
        return found.sorted();
    }

    List<Diagnostic> warnings() {
        return found.warnings();
    }

    /** The names its rules take from the rest of the playbook. */
    List<Mention> mentions() {
        return mentions;
    }
}
