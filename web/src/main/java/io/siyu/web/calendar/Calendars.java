package io.siyu.web.calendar;

import io.siyu.partition.HouseTime;
import io.siyu.report.calendar.CampaignCalendar;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Publishing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar of this house: of what is in force, or as it would be with every draft. */
@Component
class Calendars {

    private final Publishing publishing;
    private final Desk desk;
    private final HouseTime time;

    Calendars(Publishing publishing, Desk desk, HouseTime time) {
        this.publishing = publishing;
        this.desk = desk;
        this.time = time;
    }

    /**
     * The calendar of some days.
     *
     * @throws IllegalArgumentException for more days than a calendar shows
     */
    CampaignCalendar of(LocalDate from, int days, boolean drafts) {
        return CampaignCalendar.of(meant(drafts), from, days);
    }

    /** What is in force, or would be with every draft. */
    Edition meant(boolean drafts) {
        Edition inForce = publishing.edition();
        return drafts ? desk.read(desk.drafted(path -> true)).draft().orElse(inForce) : inForce;
    }

    /** The Monday of a day's week; of today's without one. */
    LocalDate monday(@Nullable LocalDate day) {
        return (day == null ? today() : day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The retailer's day. */
    LocalDate today() {
        return time.now().atZone(zone()).toLocalDate();
    }

    ZoneId zone() {
        return publishing.edition().settings().zone();
    }
}
