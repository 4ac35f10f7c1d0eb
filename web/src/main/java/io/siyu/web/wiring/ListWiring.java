package io.siyu.web.wiring;

import io.siyu.house.LiveHouse;
import io.siyu.partition.Loop;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.report.Health.Ill;
import io.siyu.report.jdbc.JdbcWhereabouts;
import io.siyu.report.whereabouts.Lister;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.report.whereabouts.Whereabouts;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import io.siyu.web.wiring.EngineWiring.Symptom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The thread that lists where proposals of campaigns are, and the lists. */
@EngineOn
@ConditionalOnProperty(name = "siyu.lists.enabled", havingValue = "true", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
class ListWiring {
    private static final Duration REST = Duration.ofMillis(500);

    @Bean
    Whereabouts whereabouts(DataSource database) {
        return new JdbcWhereabouts(database);
    }

    @Bean
    Lister lister(RedisHouse house, Whereabouts kept, ListSettings settings) {
        return house.lists().lister(kept, settings.keep());
    }

    @Bean
    StepLists stepLists(RedisHouse house, Whereabouts kept, Lister lister) {
        return new StepLists(kept, lister, house.lists(), house.surveyor());
    }

    @Bean
    Listing listing(Lister lister, LiveHouse live, ServerSettings server) {
        // why: a house whose clock is a trace has no owner but the one server that plays it.
        BooleanSupplier owner = server.clock() == ClockMode.TRACE ? () -> true : live::owner;
        Loop.Round round = () -> owner.getAsBoolean() && lister.round();
        return new Listing(Loop.beside("lists", round, REST, Clock.systemUTC()));
    }

    @Bean
    Symptom unlisted(Listing listing) {
        return () -> listing.loop().fault().stream()
                .map(fault -> new Ill("lists", fault.what()))
                .toList();
    }
}
