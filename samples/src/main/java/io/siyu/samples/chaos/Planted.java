package io.siyu.samples.chaos;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A bug planted to see whether chaos finds it.
 *
 * @param what the bug in one sentence
 * @param edits what it changes in the scripts
 * @param ports what it puts before the ports of a node
 */
record Planted(String name, String what, List<Wire.Edit> edits, UnaryOperator<Ports> ports) {
    /** The house as it is. */
    static final Planted NONE = new Planted("none", "", List.of(), UnaryOperator.identity());

    /** A bug in scripts: pieces of their text, each followed by what stands in its place. */
    static Planted inScript(String name, String what, String... pieces) {
        List<Wire.Edit> edits = IntStream.range(0, pieces.length / 2)
                .mapToObj(i -> new Wire.Edit(pieces[2 * i], pieces[2 * i + 1]))
                .toList();
        return new Planted(name, what, edits, UnaryOperator.identity());
    }

    /** A bug in Java. */
    static Planted inPorts(String name, String what, UnaryOperator<Ports> ports) {
        return new Planted(name, what, List.of(), ports);
    }

    @Override
    public String toString() {
        return name;
    }
}
