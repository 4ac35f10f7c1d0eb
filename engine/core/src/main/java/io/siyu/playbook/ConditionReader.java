package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Reads the DRL constraints under {@code when}; their meaning is checked with the rules the campaign becomes. */
final class ConditionReader {

    private ConditionReader() {}

    static List<Condition> read(Fields fields, Draft draft) {
        List<Condition> conditions = new ArrayList<>();
        for (YamlNode item : fields.list("when")) {
            Words.scalar(item, draft.faults()).ifPresent(text -> {
                if (isWhole(text, draft)) {
                    Diagnostic place = draft.start(text);
                    conditions.add(new Condition(text.text().strip(), place.line(), place.column()));
                }
            });
        }
        return conditions;
    }

    /** Whether the text can stand between two commas of a pattern without ending it. */
    private static boolean isWhole(YamlNode.Text text, Draft draft) {
        int wrong = Constraint.firstFault(text.text());
        if (wrong < 0) {
            return true;
        }
        draft.fault(
                text,
                wrong,
                "condition.syntax",
                "The condition (" + text.text() + ") is not one whole comparison.\n"
                        + "Maybe a quote or bracket is missing, or it should be two conditions.");
        return false;
    }
}
