package io.siyu.web.campaign;

import io.siyu.campaign.Diagnostic;
import io.siyu.web.lifecycle.Refusal;
import io.siyu.web.lifecycle.Stage;
import io.siyu.web.publish.Desk.Printing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a deed. */
sealed interface Outcome {

    /**
     * It is done.
     *
     * @param after the stage it led to by the table
     * @param printing how it was published; null unless it was
     */
    record Done(String id, Stage after, @Nullable Printing printing) implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param stage where the campaign stands
     * @param faults of the words, if they are what is in the way
     */
    record Refused(Refusal why, Stage stage, List<Diagnostic> faults) implements Outcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
