package io.siyu.web.wiring;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Phones;
import io.siyu.dispatch.circuit.CircuitChannel;
import io.siyu.dispatch.phone.PhoneChannel;
import io.siyu.dispatch.rate.RateChannel;
import io.siyu.dispatch.unset.UnsetChannel;
import io.siyu.dispatch.webhook.WebhookChannel;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to reach people: the sandbox phone, and each channel an operator has set up. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class ChannelWiring {
    static final String WEBHOOK = "webhook";

    @Bean
    Channel phoneChannel(Phones phones) {
        return new PhoneChannel("phone", phones);
    }

    @Bean
    Channel webhookChannel(WebhookSettings settings) {
        if (!settings.isSet()) {
            return new UnsetChannel(WEBHOOK);
        }
        Clock clock = Clock.systemUTC();
        Channel webhook = new WebhookChannel(WEBHOOK, WebhookReading.plan(settings), clock);
        WebhookSettings.Circuit circuit = settings.circuit();
        Channel guarded = new CircuitChannel(
                webhook,
                new CircuitChannel.Fuse(circuit.sample(), circuit.percent(), circuit.rest(), circuit.trials()),
                clock);
        return settings.rate() == 0 ? guarded : new RateChannel(guarded, settings.rate(), System::nanoTime);
    }
}
