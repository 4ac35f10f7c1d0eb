package io.siyu.report.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One rule's days, all of them over.
 *
 * @param first the day on which the first of {@code days} was; the others follow without a gap
 * @param changes days on which it began to be written otherwise, in order
 * @param fields by field it looks at with how many of its events that came, for each of the days
 */
public record Diary(LocalDate first, List<Day> days, List<LocalDate> changes, Map<String, List<Long>> fields) {

    /** How often a rule fired on one day, and of how many events of its type the rules were asked. */
    public record Day(long fired, long asked) {}

    public Diary {
        days = List.copyOf(days);
        changes = List.copyOf(changes);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The days of a rule that looks at no field. */
    public Diary(LocalDate first, List<Day> days, List<LocalDate> changes) {
        this(first, days, changes, Map.of());
    }

    /** The same, of a rule that began to be written otherwise on these days. */
    public Diary changedOn(List<LocalDate> others) {
        return new Diary(first, days, others, fields);
    }

    /** The first day behind it. */
    LocalDate end() {
        return first.plusDays(days.size());
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    /** Its last days, all of them if there are no more. */
    public List<Day> last(int many) {
        return days.subList(Math.max(0, days.size() - many), days.size());
    }

    /** The numbers of the days on which the rule fired. */
    List<Integer> firing() {
        List<Integer> firing = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            if (days.get(day).fired() > 0) {
                firing.add(day);
            }
        }
        return firing;
    }
}
