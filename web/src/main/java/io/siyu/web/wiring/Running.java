package io.siyu.web.wiring;

import io.siyu.house.LiveHouse;
import io.siyu.partition.quartz.Pulse;
import io.siyu.partition.quartz.QuartzCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the engine's parts before the server accepts requests, and stops them in the other order after it. */
final class Running implements SmartLifecycle {
    /** Before the web server starts, after it stops. */
    private static final int BEFORE_THE_SERVER = 0;

    private final LiveHouse house;
    private final QuartzCalendar calendar;
    private final Pulse pulse;
    private final @Nullable TraceDoor trace;
    private volatile boolean running;

    /** @param trace drives the house instead of threads and schedulers; null when a clock runs by itself */
    Running(LiveHouse house, QuartzCalendar calendar, Pulse pulse, @Nullable TraceDoor trace) {
        this.house = house;
        this.calendar = calendar;
        this.pulse = pulse;
        this.trace = trace;
    }

    @Override
    public void start() {
        if (trace == null) {
            house.start();
            pulse.start();
        } else {
            trace.open();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        if (trace != null) {
            trace.close();
        }
        pulse.close();
        calendar.close();
        house.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER;
    }
}
