package io.siyu.web.calendar;

import io.siyu.report.calendar.CampaignCalendar;
import io.siyu.rule.Edition;
import io.siyu.web.access.AllowedToSignedIn;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
            Locale locale,
            Model model) {
        LocalDate monday = calendars.monday(from);
        int days = WEEKS * 7;
        Edition meant = calendars.meant(drafts);
        CampaignCalendar calendar = CampaignCalendar.of(meant, monday, days);
        Map<String, String> names = new TreeMap<>();
        meant.campaigns()
                .forEach((id, campaign) -> names.put(id, campaign.name().in(locale.getLanguage())));
        model.addAttribute("calendar", calendar)
                .addAttribute("names", names)
                .addAttribute(
                        "byEvents", calendar.byEvents().stream().map(names::get).toList())
                .addAttribute(
                        "byMembersClock",
                        calendar.byMembersClock().stream().map(names::get).toList())
                .addAttribute("grid", CalendarGrid.of(calendar, calendars.zone()))
                .addAttribute("today", calendars.today())
                .addAttribute("drafts", drafts)
                .addAttribute("from", monday)
                .addAttribute("before", monday.minusDays(days))
                .addAttribute("after", monday.plusDays(days));
        return "campaign/calendar";
    }
}
