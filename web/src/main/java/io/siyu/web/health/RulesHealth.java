package io.siyu.web.health;

import io.siyu.report.rhythm.RuleStanding;
import io.siyu.report.rhythm.RuleStandings;
import io.siyu.report.rhythm.Standing.Kind;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * How many rules fell silent, throw or meet a limit, as it was seen last. The house itself is well: it does what they say.
 * Anybody may ask, so no rule is named and nothing is read.
 */
@Component("rules")
class RulesHealth extends AbstractHealthIndicator {
    private final RuleStandings standings;

    RulesHealth(RuleStandings standings) {
        this.standings = standings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        standings.last().ifPresentOrElse(rules -> tell(rules, health), () -> health.withDetail("known", false));
    }

    private static void tell(List<RuleStanding> rules, Health.Builder health) {
        health.withDetail("silent", many(rules, Kind.SILENT))
                .withDetail("throwing", many(rules, Kind.THROWING))
                .withDetail("stopped", many(rules, Kind.LIMITED));
    }

    private static long many(List<RuleStanding> rules, Kind kind) {
        return rules.stream().filter(one -> one.standing().kind() == kind).count();
    }
}
