package io.siyu.rule;

/** A rule book's working memory for one thread; keeps nothing between facts. */
public interface RuleSession extends AutoCloseable {

    /** A session of a book without rules. */
    RuleSession SILENT = new RuleSession() {
        @Override
        public Fired fire(Fact fact) {
            return Fired.NOTHING;
        }

        @Override
        public void close() {}
    };

    /** Evaluates all rules for one fact. A rule that throws is a value in the result, never an exception. */
    Fired fire(Fact fact);

    @Override
    void close();
}
