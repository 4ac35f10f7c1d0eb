package io.siyu.samples.bench.naive;

import java.sql.SQLException;
import java.util.Objects;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** The job of every trigger: sends the message it was stored for. */
public final class SendDelayed implements Job {

    @Override
    public void execute(JobExecutionContext fired) throws JobExecutionException {
        try {
            NaiveHouse house = (NaiveHouse)
                    Objects.requireNonNull(fired.getScheduler().getContext().get(NaiveHouse.NAME));
            house.send(
                    fired.getTrigger().getKey().getName(),
                    fired.getMergedJobDataMap().getString(NaiveHouse.MEMBER));
        } catch (SchedulerException | SQLException e) {
            throw new JobExecutionException("The message was not sent.", e);
        }
    }
}
