package io.siyu.report.rhythm;

import io.siyu.partition.StoreDownException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules did, for as long as a test runs; can be away. */
public final class InMemoryRuleDays implements RuleDays {
    private final RuleCounts counts = new RuleCounts();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<LocalDate>> written = new TreeMap<>();
    private final Map<String, Sighting> fired = new TreeMap<>();
    private final Map<String, RuleTrouble> troubles = new TreeMap<>();
    private boolean away;

    /** Answers nothing until it is back. */
    public void away(boolean isAway) {
        away = isAway;
    }

    private void answer() {
        if (away) {
            throw new StoreDownException("away");
        }
    }

    @Override
    public void add(Noted noted) {
        answer();
        counts.add(noted.counts());
        fired.putAll(noted.fired());
        noted.troubles().forEach((rule, trouble) -> troubles.merge(rule, trouble, RuleTrouble::and));
    }

    @Override
    public RuleCounts since(LocalDate day) {
        answer();
        RuleCounts since = new RuleCounts();
        since.add(counts);
        since.fired().keySet().removeIf(one -> one.isBefore(day));
        since.asked().keySet().removeIf(one -> one.isBefore(day));
        since.came().keySet().removeIf(one -> one.isBefore(day));
        return since;
    }

    @Override
    public void forget(LocalDate before) {
        answer();
        counts.fired().keySet().removeIf(day -> day.isBefore(before));
        counts.asked().keySet().removeIf(day -> day.isBefore(before));
        counts.came().keySet().removeIf(day -> day.isBefore(before));
    }

    @Override
    public void written(Map<String, String> now, LocalDate day) {
        answer();
        now.forEach((rule, text) -> {
            if (!text.equals(texts.put(rule, text))) {
                written.computeIfAbsent(rule, r -> new ArrayList<>()).add(day);
                troubles.remove(rule);
            }
        });
    }

    @Override
    public Map<String, List<LocalDate>> written() {
        answer();
        return Map.copyOf(written);
    }

    @Override
    public Map<String, Sighting> fired() {
        answer();
        return Map.copyOf(fired);
    }

    @Override
    public Map<String, RuleTrouble> troubles() {
        answer();
        return Map.copyOf(troubles);
    }
}
