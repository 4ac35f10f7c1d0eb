package io.siyu.partition;

import io.siyu.rule.Edition;

/** The editions a node has loaded. */
@FunctionalInterface
public interface Editions {

    /** The edition with this hash; {@code ""} is the edition without rules or campaigns that holds before the first. */
    Edition edition(String hash);
}
