package io.siyu.web.publish;

import io.siyu.campaign.Template;
import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Channel.State;
import io.siyu.rule.Edition;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The channels this server was told how to reach, and what an edition asks of others. */
@Component
public class Reach {

    private final List<Channel> channels;

    Reach(ObjectProvider<Channel> channels) {
        this.channels =
                channels.stream().sorted(Comparator.comparing(Channel::name)).toList();
    }

    /** Every channel of this server, by name. */
    public List<Channel> channels() {
        return channels;
    }

    /** The channels that messages of this edition go by although this server cannot reach them, sorted: they fail. */
    public List<String> missing(Edition edition) {
        // why: a server of screens alone sends nothing, so it has nothing to miss.
        return edition.templates().values().stream()
                .map(Template::channel)
                .filter(name -> !name.isEmpty()) // why: a task stays in the house
                .filter(name -> !channels.isEmpty() && channels.stream().noneMatch(channel -> reaches(channel, name)))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean reaches(Channel channel, String name) {
        return channel.name().equals(name) && channel.state() != State.UNSET;
    }
}
