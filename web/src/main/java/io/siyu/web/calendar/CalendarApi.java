package io.siyu.web.calendar;

import io.siyu.report.calendar.CampaignCalendar;
import io.siyu.web.access.AllowedToPrograms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is planned and what meets, by programs. */
@RestController
class CalendarApi {

    private final Calendars calendars;

    CalendarApi(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/api/calendar")
    @AllowedToPrograms
    CampaignCalendar calendar(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "28") int days,
            @RequestParam(defaultValue = "false") boolean drafts) {
        return calendars.of(from == null ? calendars.today() : from, days, drafts);
    }

    @ExceptionHandler
    ProblemDetail unfit(IllegalArgumentException unfit) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unfit.getMessage()));
    }
}
