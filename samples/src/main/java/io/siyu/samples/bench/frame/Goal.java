package io.siyu.samples.bench.frame;

import java.util.OptionalDouble;

/**
 * What a figure is called and how good it should be.
 *
 * @param name unique within its benchmark, with dots and no spaces: it is also the key of the committed value
 * @param unit as printed behind the number
 * @param must the least it has to be; empty for figures that are only shown
 * @param reach what it could be
 */
public record Goal(String name, String unit, Kind kind, OptionalDouble must, OptionalDouble reach) {

    /** A figure that is only shown. */
    public static Goal shown(String name, String unit, Kind kind) {
        return new Goal(name, unit, kind, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** A figure with what it must be and could be. */
    public static Goal of(String name, String unit, Kind kind, double... mustAndReach) {
        OptionalDouble reach = mustAndReach.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(mustAndReach[1]);
        return new Goal(name, unit, kind, OptionalDouble.of(mustAndReach[0]), reach);
    }
}
