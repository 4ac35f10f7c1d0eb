package io.siyu.web.wiring;

import io.siyu.house.Observer;
import io.siyu.partition.HouseTime;
import io.siyu.report.jdbc.JdbcRuleDays;
import io.siyu.report.rhythm.RuleWatch;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Who looks on at what rules do, and where that is kept. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class WatchWiring {
    @Bean
    RuleWatch ruleWatch(DataSource database, KnownEditions editions, HouseTime time, ServerSettings server) {
        // why: a trace has no clock but its lines, so the newest of them says what day it is.
        boolean byLines = server.clock() == ClockMode.TRACE;
        return new RuleWatch(
                new JdbcRuleDays(database),
                () -> inForce(editions.current()),
                byLines ? () -> Instant.EPOCH : time::now);
    }

    private static RuleWatch.InForce inForce(KnownEditions.Current current) {
        return new RuleWatch.InForce(current.edition(), current.revision());
    }

    @Bean
    @Primary
    Observer observers(@Qualifier("houseMeters") Observer meters, RuleWatch rules) {
        return new RuleWatching(meters, rules);
    }
}
