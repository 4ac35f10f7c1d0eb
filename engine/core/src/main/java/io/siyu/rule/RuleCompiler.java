package io.siyu.rule;

import io.siyu.campaign.Diagnostic;
import java.util.List;

/** Turns DRL, decision tables and sentences into a rule book. */
public interface RuleCompiler {

    /** Compiles all sources; every fault of every file is reported, and a rule that cannot be read is left out of the book. */
    Compiled compile(List<Source> sources, FactSchema schema);

    /** The same; a campaign, template or channel that is not known is a fault too. */
    default Compiled compile(List<Source> sources, FactSchema schema, KnownNames names) {
        return compile(sources, schema);
    }

    /**
     * One file of rules, or the DRL a campaign became.
     *
     * @param file path inside the playbook; its ending says what it holds: DRL, a table (.csv, or .xlsx as CSV), sentences (.dslr), a
     *     dictionary of sentences (.dsl)
     * @param drl its text
     * @param dictionaries those of the playbook; only sentences need them
     */
    record Source(String file, String drl, List<Source> dictionaries) {
        public Source {
            dictionaries = List.copyOf(dictionaries);
        }

        /** A file that is read by itself. */
        public Source(String file, String drl) {
            this(file, drl, List.of());
        }
    }

    /**
     * The book and what is wrong; publishable only without diagnostics.
     *
     * @param warnings what is most likely not meant, but does what it says
     */
    record Compiled(RuleBook book, List<Diagnostic> diagnostics, List<Diagnostic> warnings) {
        public Compiled {
            diagnostics = List.copyOf(diagnostics);
            warnings = List.copyOf(warnings);
        }

        /** A book with nothing to warn of. */
        public Compiled(RuleBook book, List<Diagnostic> diagnostics) {
            this(book, diagnostics, List.of());
        }
    }
}
