package io.siyu.web.publish;

import io.siyu.playbook.Playbook;
import io.siyu.report.canary.Comparison;
import io.siyu.web.publish.Publishing.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Editions tried on one partition, whose members are a fair sample, before the whole house decides by them. One at a time; it
 * goes on or back by itself. Safe for many threads.
 */
public interface Canaries {

    /**
     * Begins one: the playbook's edition decides in one partition from now on.
     *
     * @param by who begins it, for the history
     * @throws IllegalStateException when the playbook has faults, one is running, or this house cannot have one
     */
    Canary begin(Playbook playbook, Terms terms, String by);

    /** The one that is running, with what it has come to so far. */
    Optional<Canary> running();

    /**
     * Publishes what is tried for the whole house.
     *
     * @return the new revision
     * @throws IllegalStateException when none is running
     */
    long goOn(String by);

    /** Gives the partition back what the others decide by; returns and throws as {@link #goOn}. */
    long goBack(String by);

    /**
     * On what terms an edition is tried.
     *
     * @param length how long, in house time; afterwards it is published if nothing spoke against it
     * @param within how many times as many, or as few, messages it may bring; above 1
     */
    record Terms(Duration length, double within) {
        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofDays(30);
        private static final double MOST = 1_000;

        /** An hour, and twice as many or half as few. */
        public static final Terms USUAL = new Terms(Duration.ofHours(1), 2);

        public Terms {
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("An edition is tried for 1 to " + LONGEST.toMinutes()
                        + " minutes, not " + length.toMinutes() + ".\nMaybe 60.");
            }
            if (!(within > 1) || within > MOST) {
                throw new IllegalArgumentException(
                        "Messages may become up to so many times as many, above 1 and at most " + (int) MOST + ", not "
                                + within + ".\nMaybe 2.");
            }
        }
    }

    /**
     * An edition that is tried.
     *
     * @param before the edition of all others
     * @param ends house time
     * @param fault why one of its rules could not be evaluated; empty if all could, as far as this server saw
     */
    record Canary(
            Published published, String before, Instant began, Instant ends, Comparison comparison, String fault) {
        /** Events the partition must have had before it goes on by itself. */
        public static final int ENOUGH = 100;

        /** Whether it has had enough to go on by. */
        public boolean hasHeardEnough() {
            return comparison.canary().events() >= ENOUGH;
        }
    }

    /** How a trial came to its end, unless something of {@link Comparison.Against} did it. */
    enum Ending {
        /** Its time was over and nothing spoke against it. */
        PASSED,
        /** Somebody published it before that. */
        PUBLISHED,
        /** Somebody gave the partition its old edition back. */
        STOPPED,
        /** A rule of it could not be evaluated. */
        RULE;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The word kept in the history. */
        public String word() {
            return word;
        }
    }
}
