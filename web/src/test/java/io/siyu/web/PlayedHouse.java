package io.siyu.web;

import io.siyu.web.live.PlayedFeed;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The ports of the screens, played for tests. */
@TestConfiguration(proxyBeanMethods = false)
public class PlayedHouse {

    @Bean
    @Primary
    PlayedFeed feed() {
        return new PlayedFeed();
    }
}
