package io.siyu.web.live;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells every open Live screen when there is something new to ask for; sends no data itself. */
@Component
class LiveStream implements SmartLifecycle {

    private static final int QUIET_ROUNDS = 20;

    // why: a browser that stopped reading must not fill its socket; it connects again by itself.
    private static final long LIFE_MILLIS = 600_000;

    private final LiveFeed feed;
    private final List<SseEmitter> screens = new CopyOnWriteArrayList<>();
    private final AtomicBoolean newcomer = new AtomicBoolean();
    private volatile boolean running;
    private long told = -1;
    private int quiet;

    LiveStream(LiveFeed feed) {
        this.feed = feed;
    }

    SseEmitter open() {
        SseEmitter screen = new SseEmitter(LIFE_MILLIS);
        screen.onCompletion(() -> screens.remove(screen));
        screen.onTimeout(screen::complete);
        screens.add(screen);
        // why: something may have come between the page it was served with and this connection
        newcomer.set(true);
        return screen;
    }

    @Scheduled(fixedDelay = 1_000)
    void beat() {
        boolean greet = newcomer.getAndSet(false);
        long revision = screens.isEmpty() ? told : feed.revision();
        quiet++;
        if (revision != told || greet) {
            tellAll(SseEmitter.event().name("live").data(Long.toString(revision)));
            told = revision;
            quiet = 0;
        } else if (quiet >= QUIET_ROUNDS) {
            tellAll(SseEmitter.event().comment("still here"));
            quiet = 0;
        }
    }

    private void tellAll(SseEmitter.SseEventBuilder event) {
        var parts = event.build();
        screens.removeIf(screen -> {
            try {
                screen.send(parts);
                return false;
            } catch (IOException | IllegalStateException gone) {
                return true;
            }
        });
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets the open screens go first; else the server would wait for them before it stops. */
    @Override
    public void stop() {
        running = false;
        screens.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
