package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Whom;
import io.siyu.rule.RuleCompiler.Source;
import java.util.ArrayList;
import java.util.List;

/** DRL while it is written; remembers where each condition of an author went. */
final class DrlText {

    private final StringBuilder drl = new StringBuilder();
    private final List<CampaignDrl.Origin> origins = new ArrayList<>();
    private final List<Condition> behind = new ArrayList<>();
    private boolean first = true;

    /** Writes text that is ours; a bracket at its end opens a pattern. */
    void append(String text) {
        drl.append(text);
        first = true;
    }

    /** Writes a constraint of ours. */
    void condition(String text) {
        drl.append(first ? "\n        " : ",\n        ").append(text);
        first = false;
    }

    /** Writes an author's constraints and remembers them; what stands behind a pattern waits until it is closed. */
    void conditions(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (Constraint.isKept(condition.text())) {
                behind.add(condition);
            } else {
                condition(condition.text());
                written(condition);
            }
        }
    }

    private void written(Condition condition) {
        int line = line();
        int end = drl.length() - drl.lastIndexOf("\n");
        int length = condition.text().codePointCount(0, condition.text().length());
        origins.add(new CampaignDrl.Origin(line, end - condition.text().length(), length, condition));
    }

    /** Writes what an audience became and remembers its conditions. */
    void choose(Whom whom) {
        for (Chosen chosen : Chosen.of(whom)) {
            condition(chosen.text());
            int begins = drl.length() - chosen.text().length();
            int lineBegins = drl.lastIndexOf("\n") + 1;
            for (Chosen.Leaf leaf : chosen.leaves()) {
                int column = drl.codePointCount(lineBegins, begins + leaf.offset()) + 1;
                int length = leaf.condition().text().codePointCount(0, leaf.length());
                origins.add(new CampaignDrl.Origin(line(), column, length, leaf.condition(), leaf.authorship()));
            }
        }
    }

    void closePattern() {
        drl.append(first ? ")\n" : "\n    )\n");
        for (Condition condition : behind) {
            drl.append("    ").append(condition.text());
            written(condition);
            drl.append('\n');
        }
        behind.clear();
    }

    CampaignDrl drl(String file) {
        return new CampaignDrl(new Source(file, drl.toString()), origins);
    }

    private int line() {
        return (int) drl.chars().filter(c -> c == '\n').count() + 1;
    }
}
