package io.siyu.rule.drools.drl;

/**
 * A piece of a rule as its author wrote it, and where it begins.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Written(String text, int line, int column) {}
