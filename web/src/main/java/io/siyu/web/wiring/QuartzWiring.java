package io.siyu.web.wiring;

import io.siyu.house.LiveHouse;
import io.siyu.partition.Agenda;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionLog;
import io.siyu.partition.jdbc.JdbcOccasions;
import io.siyu.partition.quartz.Beats;
import io.siyu.partition.quartz.Pulse;
import io.siyu.partition.quartz.QuartzCalendar;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.report.rhythm.RuleWatch;
import io.siyu.web.settings.ServerSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Both schedulers: the calendar in the house database, the pulse in this node's memory. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class QuartzWiring {

    @Bean
    Agenda agenda(RedisHouse house, LiveHouse live, KnownEditions editions, JdbcClient jdbc) {
        Agenda.House parts = new Agenda.House(house.log(), house.time(), house.partitions(), live::owner);
        return new Agenda(parts, editions::inForce, new JdbcOccasions(jdbc));
    }

    @Bean(destroyMethod = "")
    QuartzCalendar calendar(Agenda agenda, HouseTime time, DataSource database, ServerSettings settings) {
        boolean postgres = settings.databaseUrl().startsWith("jdbc:postgresql:");
        return new QuartzCalendar(agenda, time, new QuartzCalendar.Tables(new HouseConnections(database), postgres));
    }

    @Bean
    Plans plans(QuartzCalendar calendar, HouseTime time, KnownEditions editions, LiveHouse live) {
        return new Plans(calendar, time, editions, live::owner);
    }

    @Bean
    Unhurried unhurried(HousePublishing publishing, RuleWatch rules) {
        return new Unhurried(publishing, rules);
    }

    /** What asks the database at a beat and can wait for it. */
    record Unhurried(HousePublishing publishing, RuleWatch rules) {}

    @Bean
    Beats beats(Plans plans, Agenda agenda, Unhurried unhurried, RedisHouse house) {
        PartitionLog log = house.log();
        List<Integer> all = IntStream.range(0, house.partitions()).boxed().toList();
        Map<String, Runnable> pieces = new LinkedHashMap<>();
        // why: what is due does not wait for the database, which the others ask first.
        pieces.put("timers", () -> log.tick(all));
        pieces.put("agenda", agenda::keep);
        pieces.put("publishing", unhurried.publishing()::finish);
        pieces.put("calendar", plans::follow);
        pieces.put("rules", unhurried.rules()::beat);
        return new Beats(pieces);
    }

    @Bean(destroyMethod = "")
    Pulse pulse(EngineSettings engine, Beats beats) {
        return new Pulse(engine.beat(), beats);
    }

    /** why: Quartz asks for connections in its own way. */
    private record HouseConnections(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
