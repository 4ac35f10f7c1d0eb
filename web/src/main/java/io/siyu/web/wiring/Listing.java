package io.siyu.web.wiring;

import io.siyu.partition.Loop;
import org.springframework.context.SmartLifecycle;

/** Has the thread run that keeps the lists, for as long as the server does. */
final class Listing implements SmartLifecycle {
    /** Behind the engine, and before what it writes to is closed. */
    private static final int WITH_THE_SERVER = 1;

    private final Loop loop;
    private volatile boolean running;

    Listing(Loop loop) {
        this.loop = loop;
    }

    Loop loop() {
        return loop;
    }

    @Override
    public void start() {
        loop.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        loop.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return WITH_THE_SERVER;
    }
}
