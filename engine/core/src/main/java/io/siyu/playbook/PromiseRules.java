package io.siyu.playbook;

import io.siyu.campaign.Promise;
import java.util.List;

/** The rules that promises with a condition become: each is asked before its message goes, and proposes nothing that is done. */
public final class PromiseRules {

    /** The file promises are written in. */
    public static final String FILE = Layout.PROMISES;

    private PromiseRules() {}

    /** The DRL of the promises; without any rule if none has a condition. */
    public static CampaignDrl of(List<Promise> promises) {
        DrlText text = new DrlText();
        for (Promise promise : promises) {
            if (promise instanceof Promise.NeverWhen never) {
                text.append("rule \"" + never.rule() + "\"\nwhen\n    PromiseAsked(");
                text.condition("template == \"" + never.template() + "\"");
                text.conditions(List.of(never.condition()));
                text.closePattern();
                text.append("then\n    propose.send(\"" + never.template() + "\");\nend\n\n");
            }
        }
        return text.drl(FILE);
    }
}
