package io.siyu.web.wiring;

import io.siyu.dispatch.Outcome;
import io.siyu.house.Observer;
import io.siyu.partition.Admission;
import io.siyu.partition.Flush;
import io.siyu.partition.PartitionStates.Answer;
import io.siyu.report.rhythm.RuleWatch;
import java.time.Duration;
import java.util.List;

/** Tells the watch over rules of what was written, and another observer of everything. */
record RuleWatching(Observer other, RuleWatch watch) implements Observer {
    @Override
    public void unfit(long events) {
        other.unfit(events);
    }

    @Override
    public void admitted(List<Admission> admissions, Duration took) {
        other.admitted(admissions, took);
    }

    @Override
    public void decided(Duration took) {
        other.decided(took);
    }

    @Override
    public void committed(List<Flush> flushes, List<Answer> answers, Duration took) {
        for (int i = 0; i < flushes.size(); i++) {
            if (answers.get(i) != Answer.REFUSED) {
                flushes.get(i).commits().forEach(watch::committed);
            }
        }
        other.committed(flushes, answers, took);
    }

    @Override
    public void forwarded(int letters) {
        other.forwarded(letters);
    }

    @Override
    public void ended(List<Outcome> outcomes) {
        other.ended(outcomes);
    }
}
