package io.siyu.web.wiring;

import io.siyu.partition.redis.RedisHouse;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.wiring.HousePublishing.Press;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Playbooks made into editions by Drools, kept in the database, told to the partitions. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class EditionWiring {

    @Bean
    PlaybookReader playbookReader() {
        return new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of);
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
    HousePublishing publishing(
            PublishedEditions published, KnownEditions known, PlaybookReader reader, RedisHouse house) {
        Press press = new Press(published, known, reader, Clock.systemUTC());
        return new HousePublishing(press, house.log(), house.time(), house.partitions());
    }
}
