package io.siyu.partition.quartz;

import io.siyu.partition.StoreDownException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What one beat of the pulse does, piece by piece; a piece that fails neither stops the others nor the next beat. */
@DisallowConcurrentExecution
public final class Beats implements Job {
    private static final Logger LOG = System.getLogger(Beats.class.getName());

    private final Map<String, Runnable> pieces;
    private final Map<String, String> faults = Collections.synchronizedMap(new TreeMap<>());

    /** @param pieces what to do at every beat, by name, in order */
    public Beats(Map<String, Runnable> pieces) {
        this.pieces = Collections.unmodifiableMap(new LinkedHashMap<>(pieces));
    }

    /** What went wrong in the last beat, one line for each piece. */
    public List<String> faults() {
        synchronized (faults) {
            List<String> told = new ArrayList<>();
            faults.forEach((piece, what) -> told.add(piece + ": " + what));
            return told;
        }
    }

    @Override
    public void execute(JobExecutionContext fired) {
        beat();
    }

    void beat() {
        pieces.forEach(this::beat);
    }

    private void beat(String name, Runnable piece) {
        try {
            piece.run();
            faults.remove(name);
            // why: the loop's edge; the next beat asks the store anew, whatever happened in this one.
        } catch (RuntimeException e) {
            String what = String.valueOf(e.getMessage());
            if (!what.equals(faults.put(name, what))) {
                note(name, what, e);
            }
        }
    }

    private static void note(String name, String what, RuntimeException e) {
        if (e instanceof StoreDownException) {
            LOG.log(Level.WARNING, "The pulse could not do its part ({0}): {1}", name, what);
        } else {
            LOG.log(Level.WARNING, "The pulse could not do its part: " + name, e);
        }
    }
}
