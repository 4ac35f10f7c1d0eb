package io.siyu.web.campaign;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Pausing without partitions: what was asked holds at once. */
public final class PlayedPausing implements Pausing {

    private final Set<String> paused = new ConcurrentSkipListSet<>();

    @Override
    public Set<String> paused() {
        return Set.copyOf(paused);
    }

    @Override
    public void pause(String campaign) {
        paused.add(campaign);
    }

    @Override
    public void resume(String campaign) {
        paused.remove(campaign);
    }
}
