package io.siyu.rule.drools.typed;

import io.siyu.campaign.Nearest;
import io.siyu.rule.KnownNames;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Token;
import java.util.Set;

/**
 * A campaign, template or channel a rule names.
 *
 * @param kind what the name is of
 * @param at where it stands
 */
public record Mention(Kind kind, String name, Token at) {

    /** What a name can be of. */
    public enum Kind {
        CAMPAIGN("campaign", "campaigns/"),
        TEMPLATE("template", "templates/"),
        CHANNEL("channel", "settings.yaml");

        private final String word;
        private final String written;

        Kind(String word, String written) {
            this.word = word;
            this.written = written;
        }
    }

    /** Reports a name the playbook does not know. */
    public void check(KnownNames names, DrlFaults faults) {
        Set<String> known = known(names);
        if (names.checked() && !known.contains(name)) {
            String maybe = Nearest.to(name, known)
                    .map(near -> "\"" + near + "\" was meant.")
                    .orElse("it is missing in " + kind.written + ", or goes by another name there.");
            faults.add(at, "unknown-" + kind.word, "The playbook has no " + kind.word + " \"" + name + "\".", maybe);
        }
    }

    private Set<String> known(KnownNames names) {
        return switch (kind) {
            case CAMPAIGN -> names.campaigns();
            case TEMPLATE -> names.templates();
            case CHANNEL -> names.channels();
        };
    }
}
