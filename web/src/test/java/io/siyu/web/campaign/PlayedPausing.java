package io.siyu.web.campaign;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Pausing without partitions: what was asked holds at once. */
public final class PlayedPausing implements Pausing {

    private final Set<String> paused = new ConcurrentSkipListSet<>();
    private final Set<String> ended = new ConcurrentSkipListSet<>();

    @Override
    public Told told() {
        return new Told(paused, ended);
    }

    @Override
    public void pause(String campaign) {
        paused.add(campaign);
    }

    @Override
    public void resume(String campaign) {
        paused.remove(campaign);
    }

    @Override
    public void end(String campaign) {
        ended.add(campaign);
    }

    /** Nothing was ever paused or ended. */
    public void reset() {
        paused.clear();
        ended.clear();
    }
}
