package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Diagnostic;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;

/**
 * The DRL a campaign became, with the way back from its places to those of the campaign's file.
 *
 * @param source named after the campaign's file
 * @param origins where each condition of the author went
 */
public record CampaignDrl(Source source, List<Origin> origins) {

    /**
     * A condition in the DRL.
     *
     * @param line in the DRL, from 1
     * @param column of its first character in the DRL, from 1
     * @param length in code points
     */
    record Origin(int line, int column, int length, Condition condition) {

        private boolean holds(Diagnostic fault) {
            return fault.line() == line && fault.column() >= column && fault.column() <= column + length;
        }

        private Diagnostic back(Diagnostic fault) {
            int column = condition.column() + fault.column() - this.column;
            return new Diagnostic(fault.file(), condition.line(), column, fault.code(), fault.message());
        }
    }

    public CampaignDrl {
        origins = List.copyOf(origins);
    }

    /** A fault of the DRL as a fault of the campaign's file; one outside every condition is of the file as a whole. */
    Diagnostic back(Diagnostic fault) {
        return origins.stream()
                .filter(origin -> origin.holds(fault))
                .findFirst()
                .map(origin -> origin.back(fault))
                .orElseGet(() -> new Diagnostic(fault.file(), 0, 0, fault.code(), fault.message()));
    }
}
