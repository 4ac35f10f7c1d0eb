package io.siyu.web.wiring;

import io.siyu.house.LiveHouse;
import io.siyu.partition.Loop;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.replay.DryRun;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.grid.TableWorkbooks;
import io.siyu.web.metrics.RuleFaults;
import io.siyu.web.publish.Drafts;
import io.siyu.web.settings.ServerSettings;
import io.siyu.web.wiring.HousePublishing.Press;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Playbooks made into editions by Drools, kept in the database, told to the partitions. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class EditionWiring {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Bean
    PlaybookReader playbookReader() {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of, TableWorkbooks::read);
    }

    /** why: a compiler remembers the book it made last; a rule tried apart would make the reader's forget it. */
    @Bean
    RuleCompiler apart() {
        return new DroolsRuleCompiler();
    }

    @Bean
    HouseLastWeek lastWeek(RedisHouse house, KnownEditions known) {
        return new HouseLastWeek(house.pastOf(known), house.time(), Clock.systemUTC());
    }

    @Bean
    PublishedEditions publishedEditions(JdbcClient jdbc) {
        return new PublishedEditions(jdbc);
    }

    @Bean
    KnownEditions knownEditions(PublishedEditions published, PlaybookReader reader) {
        return new KnownEditions(published, reader);
    }

    @Bean
    Controls controls(RedisHouse house, ObjectProvider<TraceDoor> trace) {
        return new Controls(house, trace.getIfAvailable());
    }

    @Bean
    HousePublishing publishing(Press press, RedisHouse house, Controls controls, ServerSettings settings) {
        HousePublishing publishing =
                new HousePublishing(press, house.time(), controls, new DryRun(house.pastOf(press.known())));
        if (settings.playbook() != null) {
            new FirstPlaybook(settings.playbook()).publish(publishing);
        }
        return publishing;
    }

    @Bean
    HouseCanaries canaries(Press press, RedisHouse house, HousePublishing publishing, Trying trying) {
        return new HouseCanaries(
                new HouseCanaries.House(house::comparing, house.time(), trying.controls(), trying.live()::owner),
                press,
                publishing,
                trying.faults());
    }

    @Bean
    Trying trying(Controls controls, LiveHouse live, RuleFaults faults) {
        return new Trying(controls, live, faults);
    }

    /** What an edition on one partition needs beside publishing. */
    record Trying(Controls controls, LiveHouse live, RuleFaults faults) {}

    /** why: a thread of its own, for after a restart a trial of days is read anew while timers go on. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Loop canaryLoop(HouseCanaries canaries) {
        return new Loop("canary", canaries::keep, SECOND, Clock.systemUTC());
    }

    @Bean
    HousePausing pausing(RedisHouse house, KnownEditions editions, Controls controls) {
        return new HousePausing(house.states(), editions, house.time(), controls);
    }

    @Bean
    Press press(PublishedEditions published, KnownEditions known, PlaybookReader reader, Drafts drafts) {
        return new Press(published, known, reader, Clock.systemUTC(), drafts::settle);
    }
}
