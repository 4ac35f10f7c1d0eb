package io.siyu.report.rhythm;

/**
 * That a rule threw or was stopped by a limit.
 *
 * @param reason of the last time, in plain words
 * @param limit whether a limit stopped it
 * @param last where that was
 * @param times how often since the rule is written so
 */
public record RuleTrouble(String reason, boolean limit, Sighting last, long times) {

    /** Both, the later one's words. */
    RuleTrouble and(RuleTrouble later) {
        return new RuleTrouble(later.reason, later.limit, later.last, times + later.times);
    }
}
