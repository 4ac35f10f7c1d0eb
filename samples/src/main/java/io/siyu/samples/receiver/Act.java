package io.siyu.samples.receiver;

/**
 * What is done with a share of the messages.
 *
 * @param percent of the messages, chosen by their ids
 * @param times for how many first attempts of each; later ones are accepted
 * @param status of a refusal
 * @param retryAfter seconds a refusal asks to wait; negative says nothing
 * @param millis how long a slow one takes
 */
public record Act(Deed deed, int percent, int times, int status, long retryAfter, long millis) {
    /** What is done when no act is meant. */
    static final Act ACCEPT = of(Deed.ACCEPT);

    private static final int UNAVAILABLE = 503;

    public Act {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("A share of " + percent + " percent is not from 0 to 100.");
        }
    }

    /** This deed with every attempt of every message. */
    public static Act of(Deed deed) {
        return new Act(deed, 100, Integer.MAX_VALUE, UNAVAILABLE, -1, 1_000);
    }

    /** With this share of the messages only. */
    public Act share(int percentOfMessages) {
        return new Act(deed, percentOfMessages, times, status, retryAfter, millis);
    }

    /** With the first attempts of each message only. */
    public Act first(int attempts) {
        return new Act(deed, percent, attempts, status, retryAfter, millis);
    }

    /** With this status, and a time to wait in seconds. */
    public Act answer(int answered, long seconds) {
        return new Act(deed, percent, times, answered, seconds, millis);
    }

    /** That takes this long. */
    public Act lasting(long milliseconds) {
        return new Act(deed, percent, times, status, retryAfter, milliseconds);
    }
}
