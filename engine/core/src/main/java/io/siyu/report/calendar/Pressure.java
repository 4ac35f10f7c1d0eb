package io.siyu.report.calendar;

/**
 * How near a day brings one member to a cap, if every condition holds for them.
 *
 * @param cap as people read it, such as {@code 1 per 1d marketing}
 * @param campaign whose own cap it is; empty for the house's
 * @param planned the most messages within the cap's time that end on this day
 * @param max how many it lets pass
 */
public record Pressure(String cap, String campaign, int planned, int max) {

    /** Whether messages would be dropped. */
    public boolean isOver() {
        return planned > max;
    }
}
