package io.siyu.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The decisions a live house keeps, as a file: the same lines in the same order as a replay writes. */
public final class DecisionFile {
    private static final Comparator<Told> ORDER = Comparator.comparing(Told::at)
            .thenComparingInt(Told::partition)
            .thenComparingLong(Told::position)
            .thenComparingInt(Told::ordinal);

    private DecisionFile() {}

    /** Writes all that are still kept, numbered from 1; how many. */
    public static long write(Watch watch, int partitions, OutputStream out) throws IOException {
        List<Told> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.addAll(watch.decisions(partition));
        }
        all.sort(ORDER);
        long seq = 0;
        for (Told told : all) {
            seq++;
            String line = "{\"seq\":" + seq + "," + told.line().substring(1) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
        return seq;
    }
}
