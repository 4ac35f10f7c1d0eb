package io.siyu.member;

import java.time.Instant;
import java.util.Map;

/**
 * A subject inside a campaign, once per occurrence.
 *
 * @param occurrence what it is about: an event id, a coupon id, a cadence's start date
 * @param event id of the event that entered the subject
 * @param since when that event happened
 * @param key order or coupon id by which an exit event finds it; empty if none
 * @param about values of the trigger the campaign's texts may print, already formatted
 */
public record Enrolment(
        String campaign,
        String occurrence,
        Instant at,
        String event,
        Instant since,
        String key,
        Map<String, String> about) {
    public Enrolment {
        about = SortedByText.of(about);
    }
}
