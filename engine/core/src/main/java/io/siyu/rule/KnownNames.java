package io.siyu.rule;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rules may name besides facts.
 *
 * @param checked false where a rule is read alone and any name will do
 * @param campaigns ids of the playbook's campaigns
 * @param templates ids of its message templates, those of campaigns included
 * @param channels names of the house's channels
 */
public record KnownNames(boolean checked, Set<String> campaigns, Set<String> templates, Set<String> channels) {

    /** Any name will do. */
    public static final KnownNames UNCHECKED = new KnownNames(false, Set.of(), Set.of(), Set.of());

    public KnownNames {
        campaigns = Collections.unmodifiableSortedSet(new TreeSet<>(campaigns));
        templates = Collections.unmodifiableSortedSet(new TreeSet<>(templates));
        channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
    }
}
