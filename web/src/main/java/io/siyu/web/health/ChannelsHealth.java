package io.siyu.web.health;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Channel.State;
import io.siyu.web.publish.Publishing;
import io.siyu.web.publish.Reach;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** How each channel fares. An ill vendor does not make the house ill: it waits, and the other channels go on. */
@Component("channels")
class ChannelsHealth extends AbstractHealthIndicator {
    private final Reach reach;
    private final Publishing publishing;

    ChannelsHealth(Reach reach, Publishing publishing) {
        this.reach = reach;
        this.publishing = publishing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, String> told = new TreeMap<>();
        for (Channel channel : reach.channels()) {
            State state = channel.state();
            if (state != State.UNSET) {
                told.put(channel.name(), state.name().toLowerCase(Locale.ROOT));
            }
        }
        for (String name : reach.missing(publishing.edition())) {
            told.put(
                    name,
                    "not set up: its messages fail.\nMaybe docs/channels.md tells what to set for \"" + name + "\".");
        }
        health.up().withDetails(told);
    }
}
