package io.siyu.report.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two campaigns that speak to the same people in the same time.
 *
 * @param from first day on which both run
 * @param until last such day
 * @param days on how many days both have a step
 * @param audiences whom both speak to
 * @param channels over which both send
 */
public record Overlap(
        String one,
        String other,
        LocalDate from,
        LocalDate until,
        int days,
        Share share,
        Set<String> audiences,
        Set<String> channels) {

    /** How much of their audiences is the same, as far as their conditions tell. */
    public enum Share {
        /** Both ask for the same. */
        SAME,
        /** One asks for nothing, so it speaks to everybody the other speaks to. */
        WITHIN,
        /** Each asks for something else. */
        SOME
    }

    public Overlap {
        audiences = Collections.unmodifiableSet(new TreeSet<>(audiences));
        channels = Collections.unmodifiableSet(new TreeSet<>(channels));
    }
}
