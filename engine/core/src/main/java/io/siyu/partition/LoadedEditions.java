package io.siyu.partition;

import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Editions known by hash, and the empty one that holds before the first activation. */
public final class LoadedEditions implements Editions {
    private final Map<String, Edition> byHash = new TreeMap<>();

    /** These editions; the first lends its catalogue and settings to the empty one. */
    public LoadedEditions(List<Edition> editions) {
        Edition first = editions.get(0);
        byHash.put("", new Edition("", first.catalogue(), first.settings(), Map.of(), Map.of(), RuleBook.EMPTY));
        editions.forEach(edition -> byHash.put(edition.hash(), edition));
    }

    /** Whether the edition is among them. */
    public boolean knows(String hash) {
        return byHash.containsKey(hash);
    }

    @Override
    public Edition edition(String hash) {
        Edition edition = byHash.get(hash);
        if (edition == null) {
            throw new IllegalArgumentException("The edition (" + hash
                    + ") is not loaded.\nMaybe give its playbook too; known: " + byHash.keySet());
        }
        return edition;
    }
}
