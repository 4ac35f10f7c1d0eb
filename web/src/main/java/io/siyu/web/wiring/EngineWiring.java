package io.siyu.web.wiring;

import io.siyu.dispatch.Phones;
import io.siyu.dispatch.phone.PhoneChannel;
import io.siyu.house.LiveHouse;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.FailPoint;
import io.siyu.partition.quartz.Beats;
import io.siyu.partition.quartz.Pulse;
import io.siyu.partition.quartz.QuartzCalendar;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.report.Health.Ill;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The threads that decide and send, and when they start and stop. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class EngineWiring {

    @Bean(destroyMethod = "")
    LiveHouse liveHouse(RedisHouse house, KnownEditions editions, Phones phones, EngineSettings engine) {
        return new LiveHouse(new LiveHouse.Plan(
                house,
                editions,
                new LiquidTexts(),
                List.of(new PhoneChannel("phone", phones)),
                engine.workers(),
                engine.cached(),
                FailPoint.NONE,
                Clock.systemUTC()));
    }

    @Bean
    Running engine(LiveHouse house, QuartzCalendar calendar, Pulse pulse, ObjectProvider<TraceDoor> trace) {
        return new Running(house, calendar, pulse, trace.getIfAvailable());
    }

    @Bean
    Complaints complaints(RedisHouse store, LiveHouse house, Beats beats) {
        store.examineToo(() -> {
            List<Ill> ills = new ArrayList<>(house.ills());
            beats.faults().forEach(fault -> ills.add(new Ill("pulse", fault)));
            return ills;
        });
        return new Complaints();
    }

    /** That the doctor asks the engine's threads too. */
    record Complaints() {}
}
