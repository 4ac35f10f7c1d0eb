package io.siyu.samples.bench.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import java.util.Properties;

/** The committed values: of the calibration loop, and of figures by {@code benchmark.figure}. */
public final class Committed {
    private static final String FILE = "committed.properties";
    private static final String CALIBRATION = "calibration.ms";

    private final Properties values;

    Committed(Properties values) {
        this.values = values;
    }

    /** Those that lie beside this class. */
    public static Committed shipped() {
        Properties values = new Properties();
        try (InputStream in = Committed.class.getResourceAsStream(FILE)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The committed figures (" + FILE + ") could not be read.", e);
        }
        return new Committed(values);
    }

    /** CPU milliseconds of the calibration loop on the machine all absolute figures are scaled to. */
    public double calibration() {
        return value(CALIBRATION)
                .orElseThrow(() -> new IllegalStateException("The file (" + FILE + ") lacks " + CALIBRATION + "."));
    }

    /** What a figure was, if it was committed. */
    public OptionalDouble figure(String benchmark, String name) {
        return value(benchmark + "." + name);
    }

    private OptionalDouble value(String key) {
        String text = values.getProperty(key);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
