package io.siyu.web.calendar;

import io.siyu.report.calendar.CampaignCalendar;
import io.siyu.report.calendar.CampaignCalendar.Day;
import io.siyu.report.calendar.PlannedStep;
import io.siyu.report.calendar.Pressure;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A calendar as rows of campaigns over columns of days.
 *
 * @param pressures for each day the fullest cap; empty where none is touched
 */
record CalendarGrid(List<LocalDate> dates, List<Row> rows, List<Optional<Pressure>> pressures) {
    private static final int TOLD = 12;

    CalendarGrid {
        dates = List.copyOf(dates);
        rows = List.copyOf(rows);
        pressures = List.copyOf(pressures);
    }

    /** One campaign over all days. */
    record Row(String campaign, List<List<Mark>> days) {
        Row {
            days = days.stream().map(List::copyOf).toList();
        }
    }

    /** One step on its day. */
    record Mark(String step, LocalTime at, String channel, boolean community) {}

    static CalendarGrid of(CampaignCalendar calendar, ZoneId zone) {
        Map<String, List<List<Mark>>> rows = new LinkedHashMap<>();
        List<Day> days = calendar.days();
        for (int number = 0; number < days.size(); number++) {
            for (PlannedStep step : days.get(number).steps()) {
                List<Mark> marks = rows.computeIfAbsent(step.campaign(), campaign -> empty(days.size()))
                        .get(number);
                if (marks.size() < TOLD) {
                    marks.add(mark(step, zone));
                }
            }
        }
        return new CalendarGrid(
                days.stream().map(Day::date).toList(),
                rows.entrySet().stream()
                        .map(row -> new Row(row.getKey(), row.getValue()))
                        .toList(),
                days.stream().map(day -> day.pressures().stream().findFirst()).toList());
    }

    private static Mark mark(PlannedStep step, ZoneId zone) {
        return new Mark(
                step.step(),
                step.at().atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                step.channel(),
                !step.audience().equals(PlannedStep.MEMBERS));
    }

    private static List<List<Mark>> empty(int days) {
        List<List<Mark>> cells = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            cells.add(new ArrayList<>());
        }
        return cells;
    }
}
