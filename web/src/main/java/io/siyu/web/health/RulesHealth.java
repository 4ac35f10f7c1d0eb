package io.siyu.web.health;

import io.siyu.partition.StoreDownException;
import io.siyu.report.rhythm.RuleStanding;
import io.siyu.report.rhythm.RuleStandings;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Rules that fell silent, throw or meet a limit. The house itself is well: it does what they say. */
@Component("rules")
class RulesHealth extends AbstractHealthIndicator {
    private final RuleStandings standings;

    RulesHealth(RuleStandings standings) {
        this.standings = standings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> told = new TreeMap<>();
        try {
            standings.rules().stream()
                    .filter(one -> one.standing().alarms())
                    .forEach(one -> told.put(one.rule().name(), told(one)));
        } catch (StoreDownException away) {
            told.put("unknown", String.valueOf(away.getMessage()));
        }
        health.up().withDetails(told);
    }

    private static String told(RuleStanding one) {
        return one.reason() + "\nMaybe " + one.rule().file() + ":" + one.rule().line()
                + " asks for what no event says any more; the screen Rule health shows its days.";
    }
}
