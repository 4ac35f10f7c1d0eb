package io.siyu.web.wiring;

import io.siyu.house.TraceHouse;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.redis.RedisHouse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes the place of threads and schedulers when the clock is a trace's. */
@EngineOn
@ConditionalOnProperty(name = "siyu.clock", havingValue = "trace")
@Configuration(proxyBeanMethods = false)
class TraceWiring {

    @Bean(destroyMethod = "")
    TraceDoor traceDoor(RedisHouse house, KnownEditions editions, EngineWiring.Node node) {
        return new TraceDoor(
                () -> new TraceHouse(new TraceHouse.Plan(
                        house, editions, new LiquidTexts(), editions.inForce().catalogue(), node.observer())),
                house.partitions());
    }
}
