package io.siyu.rule;

import io.siyu.campaign.Diagnostic;
import java.util.List;

/** Turns DRL into a rule book. */
public interface RuleCompiler {

    /** Compiles all sources; every fault of every file is reported, and a rule with a fault is left out of the book. */
    Compiled compile(List<Source> sources, FactSchema schema);

    /**
     * One DRL file, or the DRL a campaign became.
     *
     * @param file path inside the playbook
     */
    record Source(String file, String drl) {}

    /** The book and what is wrong; publishable only without diagnostics. */
    record Compiled(RuleBook book, List<Diagnostic> diagnostics) {
        public Compiled {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
