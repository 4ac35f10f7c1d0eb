package io.siyu.replay;

/**
 * A count in a sample of all subjects, and what it says of all of them.
 *
 * @param counted in the sample
 * @param all as many as there are most likely in all
 * @param low with {@code high} an interval that holds the true count 19 times of 20; both are {@code counted} where all were read
 */
public record Estimate(long counted, long all, long low, long high) {
    /** 19 times of 20, by the normal distribution. */
    private static final double SIGMAS = 1.96;
    /** When none of a sample is a hit, fewer than this many stay unseen 19 times of 20. */
    private static final double UNSEEN = 3;

    /** Of members, each of whom counts once at most. */
    public static Estimate ofMembers(long counted, double share) {
        return of(counted, counted, share);
    }

    /**
     * From a sample in which each subject is with the same chance, whoever else is: the estimator of Horvitz and Thompson.
     *
     * @param squares the sum over subjects of the square of each one's count
     * @param share of all subjects that are in the sample, above 0 and at most 1
     */
    static Estimate of(long counted, long squares, double share) {
        if (share >= 1) {
            return new Estimate(counted, counted, counted, counted);
        }
        double all = counted / share;
        if (counted == 0) {
            return new Estimate(0, 0, 0, (long) Math.ceil(UNSEEN / share));
        }
        double deviation = Math.sqrt((1 - share) * squares) / share;
        long low = Math.max(counted, Math.round(all - SIGMAS * deviation));
        return new Estimate(counted, Math.round(all), low, Math.round(all + SIGMAS * deviation));
    }
}
