package io.siyu.samples.bench.frame;

/** What kind of number a figure is: which way is better, and whether the machine's speed is in it. */
public enum Kind {
    /** So many per second: more is better, a faster machine has more. */
    RATE,
    /** So long: less is better, a faster machine needs less. */
    TIME,
    /** Against a reference of the same run: more is better, the machine's speed cancels out. */
    RATIO,
    /** A size: less is better, the machine's speed is not in it. */
    SIZE;

    /** Whether more is better. */
    public boolean isMoreBetter() {
        return this == RATE || this == RATIO;
    }

    /** What was measured, as the machine of the committed calibration would have it. */
    double scaled(double measured, double slowness) {
        return switch (this) {
            case RATE -> measured * slowness;
            case TIME -> measured / slowness;
            case RATIO, SIZE -> measured;
        };
    }

    /** Whether {@code value} is as good as {@code wanted}. */
    boolean meets(double value, double wanted) {
        return isMoreBetter() ? value >= wanted : value <= wanted;
    }

    /** How good {@code value} is as a part of {@code committed}; 1 is as good, less is worse. */
    double part(double value, double committed) {
        return isMoreBetter() ? value / committed : committed / value;
    }
}
