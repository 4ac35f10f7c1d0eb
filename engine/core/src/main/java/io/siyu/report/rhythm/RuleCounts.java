package io.siyu.report.rhythm;

import io.siyu.event.Event;
import io.siyu.rule.Consulted;
import io.siyu.rule.RuleBook.RuleSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often rules fired, were asked about events of each type, and found each field in them, by day. For one thread. */
public final class RuleCounts {
    private final Map<LocalDate, Map<String, Long>> fired = new TreeMap<>();
    private final Map<LocalDate, Map<String, Long>> asked = new TreeMap<>();
    private final Map<LocalDate, Map<String, Long>> came = new TreeMap<>();
    /** why: a row of a table brings a name of its own, and there are 800 days of each. */
    private final Map<String, String> names = new HashMap<>();

    /**
     * The rules were asked about a fact on this day.
     *
     * @param event of the entry; another than the fact's if that was made while deciding
     * @param reads the fields to look for in it
     */
    public void count(LocalDate day, Consulted consulted, Event event, Reads reads) {
        asked(day, consulted.event(), 1);
        for (String rule : consulted.fired()) {
            fired(day, rule, 1);
        }
        if (consulted.event().equals(event.type().name())) {
            reads.in(event).forEach(path -> came(day, path, 1));
        }
    }

    /** A rule fired so often more on this day. */
    public void fired(LocalDate day, String rule, long times) {
        fired.computeIfAbsent(day, d -> new TreeMap<>()).merge(name(rule), times, Long::sum);
    }

    /** The rules were asked about so many events of this type more on this day. */
    public void asked(LocalDate day, String event, long times) {
        asked.computeIfAbsent(day, d -> new TreeMap<>()).merge(name(event), times, Long::sum);
    }

    /** A field, such as {@code order.placed.store}, came with so many events more on this day. */
    public void came(LocalDate day, String path, long times) {
        came.computeIfAbsent(day, d -> new TreeMap<>()).merge(name(path), times, Long::sum);
    }

    private String name(String written) {
        return names.computeIfAbsent(written, same -> same);
    }

    /** All that the other counted, too. */
    public void add(RuleCounts other) {
        other.fired.forEach((day, rules) -> rules.forEach((rule, times) -> fired(day, rule, times)));
        other.asked.forEach((day, events) -> events.forEach((event, times) -> asked(day, event, times)));
        other.came.forEach((day, fields) -> fields.forEach((field, times) -> came(day, field, times)));
    }

    /** The counts from this day on are the other's. */
    void replace(LocalDate from, RuleCounts other) {
        fired.keySet().removeIf(day -> !day.isBefore(from));
        asked.keySet().removeIf(day -> !day.isBefore(from));
        came.keySet().removeIf(day -> !day.isBefore(from));
        add(other);
    }

    /** The first day counted, or the one given. */
    LocalDate first(LocalDate none) {
        return asked.isEmpty() ? none : asked.keySet().iterator().next();
    }

    boolean hasFired(LocalDate day, String rule) {
        return of(fired, day, rule) > 0;
    }

    public boolean isEmpty() {
        return asked.isEmpty() && fired.isEmpty();
    }

    /** By day and rule. */
    public Map<LocalDate, Map<String, Long>> fired() {
        return fired;
    }

    /** By day and event type. */
    public Map<LocalDate, Map<String, Long>> asked() {
        return asked;
    }

    /** By day and field. */
    public Map<LocalDate, Map<String, Long>> came() {
        return came;
    }

    /**
     * The days of one rule.
     *
     * @param first the first of them
     * @param end the first behind them
     */
    public Diary diary(RuleSummary rule, LocalDate first, LocalDate end) {
        List<Diary.Day> days = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            days.add(new Diary.Day(of(fired, day, rule.name()), of(asked, day, rule.event())));
        }
        Map<String, List<Long>> fields = new TreeMap<>();
        for (String field : rule.reads()) {
            String path = Reads.path(rule.event(), field);
            fields.put(
                    field, first.datesUntil(end).map(day -> of(came, day, path)).toList());
        }
        return new Diary(first, days, List.of(), fields);
    }

    private static long of(Map<LocalDate, Map<String, Long>> counts, LocalDate day, String name) {
        return counts.getOrDefault(day, Map.of()).getOrDefault(name, 0L);
    }
}
