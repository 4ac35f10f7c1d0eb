package io.siyu.campaign;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the house conducts itself towards those it writes to, beyond purposes, quiet hours and caps.
 *
 * @param compliance what is asked of each channel; channels of which nothing is asked are absent
 * @param communityCaps caps of what goes to a community, across all campaigns
 * @param arbitration how long marketing messages that count for the same cap wait for one another; absent means not at all
 * @param saying how things are said
 */
public record Conduct(
        Map<String, Compliance> compliance,
        List<Cap> communityCaps,
        @Nullable Duration arbitration,
        Saying saying) {

    /** Nothing beyond. */
    public static final Conduct NONE = new Conduct(Map.of(), List.of(), null, Saying.PLAIN);

    /**
     * How the texts of the house are said.
     *
     * @param kinds for each channel that says so, what kind of channel it is: it decides what its texts may hold
     * @param links where members reach the house's door for links, such as {@code https://go.example.com}; empty for none
     * @param impersonal channels over which nobody is shown a product for what they bought
     */
    public record Saying(Map<String, String> kinds, String links, Set<String> impersonal) {

        /** Channels are of the kind they are called, and links go where they lead. */
        public static final Saying PLAIN = new Saying(Map.of(), "", Set.of());

        public Saying {
            kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
            impersonal = Collections.unmodifiableSet(new TreeSet<>(impersonal));
        }
    }

    public Conduct {
        compliance = Collections.unmodifiableMap(new TreeMap<>(compliance));
        communityCaps = List.copyOf(communityCaps);
    }

    /** A conduct of which nothing more is to be said. */
    public Conduct(Map<String, Compliance> compliance, List<Cap> communityCaps, @Nullable Duration arbitration) {
        this(compliance, communityCaps, arbitration, Saying.PLAIN);
    }

    /** What is asked of this channel. */
    public Compliance of(String channel) {
        Compliance asked = compliance.get(channel);
        return asked == null ? Compliance.NONE : asked;
    }
}
