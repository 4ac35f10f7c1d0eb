package io.siyu.rule;

/** A rule book's working memory for one thread; keeps nothing between facts. */
public interface RuleSession extends AutoCloseable {

    /** Evaluates all rules for one fact. A rule that throws is a value in the result, never an exception. */
    Fired fire(Fact fact);

    @Override
    void close();
}
