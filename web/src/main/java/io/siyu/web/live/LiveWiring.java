package io.siyu.web.live;

import io.siyu.dispatch.Phones;
import io.siyu.partition.HouseTime;
import io.siyu.report.Watch;
import io.siyu.web.publish.Publishing;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "siyu.engine.enabled", havingValue = "true", matchIfMissing = true)
class LiveWiring {

    @Bean
    HouseFeed liveFeed(Watch watch, Phones phones, HouseTime time, Publishing publishing, Clock clock) {
        return new HouseFeed(watch, phones, time, publishing::edition, clock);
    }
}
