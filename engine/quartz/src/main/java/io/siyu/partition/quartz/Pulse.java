package io.siyu.partition.quartz;

import io.siyu.partition.StoreDownException;
import java.time.Duration;
import java.util.Properties;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.simpl.RAMJobStore;

/** The node's pulse: asks again and again what is due, so that what a crash or an outage swallowed still happens. */
public final class Pulse implements AutoCloseable {
    private final Scheduler scheduler;
    private final Duration every;

    /**
     * A pulse that is not started.
     *
     * @param every real time between two beats; a beat that takes longer delays the next
     */
    public Pulse(Duration every, Beats beats) {
        this.every = every;
        Properties memory = new Properties();
        memory.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
        try {
            this.scheduler = Schedulers.make("pulse", 1, memory, beats);
        } catch (SchedulerException e) {
            throw new IllegalStateException("The pulse could not be made.", e);
        }
    }

    /** Beats from now on. */
    public void start() {
        JobDetail job =
                JobBuilder.newJob(Beats.class).withIdentity("beat", "pulse").build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity("beat", "pulse")
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        try {
            scheduler.scheduleJob(job, trigger);
            scheduler.start();
        } catch (SchedulerException e) {
            throw new StoreDownException("The pulse could not be started.", e);
        }
    }

    /** Lets a beat end and beats no more. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new StoreDownException("The pulse could not be stopped.", e);
        }
    }
}
