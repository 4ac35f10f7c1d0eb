package io.siyu.partition.quartz;

import io.siyu.campaign.Occurrence;
import io.siyu.partition.Agenda;
import io.siyu.partition.HouseClock;
import io.siyu.partition.HouseTime;
import io.siyu.partition.StoreDownException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * The house's calendar: one stored trigger for each planned step of a cadence, at the real time that the house's clock
 * gives it. A trigger carries the occurrence's id and nothing else; firing late, twice or not at all does no harm.
 * Several nodes share the tables, of which one at a time has its calendar started: the owner of the house.
 */
public final class QuartzCalendar implements AutoCloseable {
    static final String NAME = "calendar";
    static final String GROUP = "cadence";
    private static final int THREADS = 1;

    private final Agenda agenda;
    private final HouseTime time;
    private final Tables tables;
    private @Nullable Scheduler scheduler;
    private final JobDetail job = JobBuilder.newJob(KeepAgenda.class)
            .withIdentity("begin", GROUP)
            .withDescription("Begins the steps of cadences that are due.")
            .storeDurably()
            .build();

    /** The tables of a database the calendar lies in, and the class by which Quartz speaks its dialect. */
    public record Tables(ConnectionProvider connections, boolean postgres) {}

    /** A calendar in these tables; plans nothing before it is started. */
    public QuartzCalendar(Agenda agenda, HouseTime time, Tables tables) {
        this.agenda = agenda;
        this.time = time;
        this.tables = tables;
    }

    private static Properties store(Tables tables) {
        String source = "house-" + System.identityHashCode(tables.connections());
        DBConnectionManager.getInstance().addConnectionProvider(source, tables.connections());
        Properties store = new Properties();
        String prefix = "org.quartz.jobStore.";
        store.setProperty(prefix + "class", JobStoreTX.class.getName());
        store.setProperty(
                prefix + "driverDelegateClass",
                "org.quartz.impl.jdbcjobstore." + (tables.postgres() ? "PostgreSQLDelegate" : "StdJDBCDelegate"));
        store.setProperty(prefix + "dataSource", source);
        store.setProperty(prefix + "tablePrefix", "QRTZ_");
        store.setProperty(prefix + "useProperties", "true");
        store.setProperty(prefix + "acquireTriggersWithinLock", "true");
        return store;
    }

    /** Plans and fires from now on; one that was closed begins again with what is stored. */
    public synchronized void start() {
        try {
            if (scheduler == null) {
                scheduler = Schedulers.make(NAME, THREADS, store(tables), new KeepAgenda(agenda));
            }
            plan();
            scheduler.start();
        } catch (SchedulerException e) {
            throw new StoreDownException("The calendar could not be started.", e);
        }
    }

    /**
     * Makes the triggers those of the edition in force and the house's clock; to be called whenever one changes. Does nothing
     * while it is not started.
     */
    public synchronized void plan() {
        if (scheduler == null) {
            return;
        }
        try {
            plan(scheduler);
        } catch (SchedulerException e) {
            throw new StoreDownException("The calendar could not be planned.", e);
        }
    }

    private void plan(Scheduler stored) throws SchedulerException {
        stored.addJob(job, true);
        Map<TriggerKey, Trigger> wanted = wanted();
        List<TriggerKey> gone = new ArrayList<>();
        for (TriggerKey planned : stored.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
            Trigger same = wanted.remove(planned);
            if (same == null) {
                gone.add(planned);
            } else {
                move(stored, same);
            }
        }
        stored.unscheduleJobs(gone);
        for (Trigger trigger : wanted.values()) {
            stored.scheduleJob(trigger);
        }
    }

    private static void move(Scheduler stored, Trigger wanted) throws SchedulerException {
        Trigger before = stored.getTrigger(wanted.getKey());
        if (before == null || !start(wanted).equals(start(before))) {
            stored.rescheduleJob(wanted.getKey(), wanted);
        }
    }

    private static Instant start(Trigger trigger) {
        return trigger.getStartTime().toInstant();
    }

    private Map<TriggerKey, Trigger> wanted() {
        Map<TriggerKey, Trigger> wanted = new LinkedHashMap<>();
        HouseClock clock = time.clock();
        if (!clock.paused()) {
            for (Occurrence occurrence : agenda.coming()) {
                Trigger trigger = trigger(occurrence.id(), clock.realAt(occurrence.planned()));
                wanted.put(trigger.getKey(), trigger);
            }
        }
        return wanted;
    }

    private Trigger trigger(String occurrence, Instant real) {
        return TriggerBuilder.newTrigger()
                .withIdentity(occurrence, GROUP)
                .forJob(job)
                .startAt(Date.from(real))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    /** Ids of the occurrences that have a trigger, sorted; none while it is not started. */
    public synchronized List<String> planned() {
        if (scheduler == null) {
            return List.of();
        }
        try {
            return scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP)).stream()
                    .map(TriggerKey::getName)
                    .sorted()
                    .toList();
        } catch (SchedulerException e) {
            throw new StoreDownException("The calendar could not be read.", e);
        }
    }

    /** Lets a firing end and fires no more; what is planned stays stored. */
    @Override
    public synchronized void close() {
        if (scheduler == null) {
            return;
        }
        try {
            scheduler.shutdown(true);
            scheduler = null;
        } catch (SchedulerException e) {
            throw new StoreDownException("The calendar could not be stopped.", e);
        }
    }
}
