package io.siyu.web.wiring;

import io.siyu.house.LiveHouse;
import io.siyu.partition.quartz.Pulse;
import io.siyu.partition.quartz.QuartzCalendar;
import org.springframework.context.SmartLifecycle;

/** Starts the engine's parts before the server accepts requests, and stops them in the other order after it. */
final class Running implements SmartLifecycle {
    /** Before the web server starts, after it stops. */
    private static final int BEFORE_THE_SERVER = 0;

    private final LiveHouse house;
    private final QuartzCalendar calendar;
    private final Pulse pulse;
    private final boolean scheduled;
    private volatile boolean running;

    /** @param scheduled whether the machine's clock drives the house; a trace brings its own time */
    Running(LiveHouse house, QuartzCalendar calendar, Pulse pulse, boolean scheduled) {
        this.house = house;
        this.calendar = calendar;
        this.pulse = pulse;
        this.scheduled = scheduled;
    }

    @Override
    public void start() {
        house.start();
        if (scheduled) {
            calendar.start();
            pulse.start();
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
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
