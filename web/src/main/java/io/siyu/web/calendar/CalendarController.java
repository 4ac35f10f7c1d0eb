package io.siyu.web.calendar;

import io.siyu.report.calendar.CampaignCalendar;
import io.siyu.web.access.AllowedToSignedIn;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CalendarController {
    private static final int WEEKS = 4;

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/campaign/-/calendar")
    @AllowedToSignedIn
    String show(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "true") boolean drafts,
            Model model) {
        LocalDate monday = calendars.monday(from);
        int days = WEEKS * 7;
        CampaignCalendar calendar = calendars.of(monday, days, drafts);
        model.addAttribute("calendar", calendar)
                .addAttribute("grid", CalendarGrid.of(calendar, calendars.zone()))
                .addAttribute("today", calendars.today())
                .addAttribute("drafts", drafts)
                .addAttribute("from", monday)
                .addAttribute("before", monday.minusDays(days))
                .addAttribute("after", monday.plusDays(days));
        return "campaign/calendar";
    }
}
