package io.siyu.partition.quartz;

import java.util.Properties;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;

/** Makes schedulers that belong to one house alone. */
final class Schedulers {
    private Schedulers() {}

    /** A scheduler with this name and store that runs one kind of job; not started. */
    static Scheduler make(String name, int threads, Properties store, Job job) throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", name);
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        properties.setProperty("org.quartz.threadPool.threadNamePrefix", name);
        properties.putAll(store);
        // why: Quartz keeps schedulers by name for the whole process, so two houses in one process would share one.
        synchronized (Schedulers.class) {
            Scheduler scheduler = new StdSchedulerFactory(properties).getScheduler();
            SchedulerRepository.getInstance().remove(name);
            scheduler.setJobFactory((fired, into) -> job);
            return scheduler;
        }
    }
}
