package io.siyu.rule;

import java.util.List;

/** All rules of one edition, ready to be evaluated. Safe for many threads; each opens its own session. */
public interface RuleBook {

    /** A book without rules. */
    RuleBook EMPTY = new RuleBook() {
        @Override
        public RuleSession open() {
            return RuleSession.SILENT;
        }

        @Override
        public List<RuleSummary> rules() {
            return List.of();
        }
    };

    /** A session for one thread. */
    RuleSession open();

    /** The rules in it, sorted by name. */
    List<RuleSummary> rules();

    /** Every rule that listens to the fact's event, with what each of its conditions saw; a session fires exactly those that hold. */
    default List<Explained> explain(Fact fact) {
        return List.of();
    }

    /**
     * One rule as people see it.
     *
     * @param file path inside the playbook
     * @param line where its {@code rule} keyword stands, from 1
     * @param event the dotted event type it listens to
     * @param conditions its constraints as written, in order
     * @param drl all of it in DRL, whatever it was written in
     * @param reads the fields of the event itself that its conditions look at, in the order of the alphabet
     */
    record RuleSummary(
            String name, String file, int line, String event, List<String> conditions, String drl, List<String> reads) {
        public RuleSummary {
            conditions = List.copyOf(conditions);
            reads = List.copyOf(reads);
        }

        /** A rule that looks at no field of its event. */
        public RuleSummary(String name, String file, int line, String event, List<String> conditions, String drl) {
            this(name, file, line, event, conditions, drl, List.of());
        }
    }
}
