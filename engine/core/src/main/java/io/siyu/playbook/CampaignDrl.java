package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Diagnostic;
import io.siyu.rule.RuleCompiler.Source;
import java.util.List;
import java.util.Optional;

/**
 * The DRL a campaign became, with the way back from its places to those of the campaign's file.
 *
 * @param source named after the campaign's file
 * @param origins where each condition of the author went
 */
public record CampaignDrl(Source source, List<Origin> origins) {

    /** What a condition of the DRL is to the campaign's file. */
    enum Authorship {
        /** It stands there as it is. */
        WRITTEN,
        /** A word there stands for it. */
        MADE,
        /** It is of a saved audience that is named there. */
        INHERITED
    }

    /**
     * A condition in the DRL.
     *
     * @param line in the DRL, from 1
     * @param column of its first character in the DRL, from 1
     * @param length in code points
     * @param condition as it stands in the campaign's file
     */
    record Origin(int line, int column, int length, Condition condition, Authorship authorship) {

        /** A condition the author wrote there. */
        Origin(int line, int column, int length, Condition condition) {
            this(line, column, length, condition, Authorship.WRITTEN);
        }

        private boolean holds(Diagnostic fault) {
            return holds(fault.line(), fault.column());
        }

        private boolean holds(int at, int place) {
            return at == line && place >= column && place <= column + length;
        }

        /** The column in the campaign's file of one in the DRL. */
        private int at(int place) {
            return authorship == Authorship.WRITTEN ? condition.column() + place - column : condition.column();
        }

        private Diagnostic back(Diagnostic fault) {
            int column = at(fault.column());
            return new Diagnostic(fault.file(), condition.line(), column, fault.code(), fault.message());
        }
    }

    public CampaignDrl {
        origins = List.copyOf(origins);
    }

    /** What an author wrote at a place of the DRL, with its place in the campaign's file; empty for what is ours. */
    public Optional<Condition> authored(String text, int line, int column) {
        return origins.stream()
                .filter(origin -> origin.holds(line, column))
                .findFirst()
                .map(origin -> new Condition(text, origin.condition().line(), origin.at(column)));
    }

    /** The condition of this text as an author wrote it; empty when none did. */
    public Optional<Condition> authored(String text) {
        return origins.stream()
                .map(Origin::condition)
                .filter(condition -> condition.text().equals(text))
                .findFirst();
    }

    /** Whether a fault of the DRL stands in something the author wrote. */
    boolean written(Diagnostic fault) {
        return stands(fault, Authorship.WRITTEN);
    }

    /** Whether a fault of the DRL stands in something of another file, which may have told it already. */
    boolean inherited(Diagnostic fault) {
        return stands(fault, Authorship.INHERITED);
    }

    private boolean stands(Diagnostic fault, Authorship in) {
        return origins.stream().anyMatch(origin -> origin.authorship() == in && origin.holds(fault));
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
