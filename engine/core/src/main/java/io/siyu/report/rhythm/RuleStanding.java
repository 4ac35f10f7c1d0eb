package io.siyu.report.rhythm;

import io.siyu.rule.RuleBook.RuleSummary;
import org.jspecify.annotations.Nullable;

/**
 * One rule in force and how it fares.
 *
 * @param days the last of its days that are over, and today if it fired today
 * @param fired where it fired last, if that is known
 * @param trouble what was wrong with it lately
 */
public record RuleStanding(
        RuleSummary rule,
        Standing standing,
        Diary days,
        @Nullable Sighting fired,
        @Nullable RuleTrouble trouble) {

    /** Why it stands so, in words for an operator; empty where there is nothing to say. */
    public String reason() {
        return trouble == null ? standing.reason(rule.event()) : trouble.reason();
    }
}
