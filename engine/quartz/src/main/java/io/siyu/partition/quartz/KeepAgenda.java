package io.siyu.partition.quartz;

import io.siyu.partition.Agenda;
import io.siyu.partition.StoreDownException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** What a firing of the calendar does: the agenda begins what is due. Its name is stored with every trigger. */
@DisallowConcurrentExecution
public final class KeepAgenda implements Job {
    private final Agenda agenda;

    KeepAgenda(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void execute(JobExecutionContext fired) throws JobExecutionException {
        try {
            agenda.keep();
        } catch (StoreDownException down) {
            throw new JobExecutionException("The log did not answer; the pulse begins the step when it does.", down);
        }
    }
}
