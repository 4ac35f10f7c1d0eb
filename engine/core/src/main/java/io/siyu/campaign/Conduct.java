package io.siyu.campaign;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the house conducts itself towards those it writes to, beyond purposes, quiet hours and caps.
 *
 * @param compliance what is asked of each channel; channels of which nothing is asked are absent
 * @param communityCaps caps of what goes to a community, across all campaigns
 * @param arbitration how long marketing messages that count for the same cap wait for one another; absent means not at all
 * @param kinds for each channel that says so, what kind of channel it is: it decides what its texts may hold
 * @param links where members reach the house's door for links, such as {@code https://go.example.com}; empty for none
 */
public record Conduct(
        Map<String, Compliance> compliance,
        List<Cap> communityCaps,
        @Nullable Duration arbitration,
        Map<String, String> kinds,
        String links) {

    /** Nothing beyond. */
    public static final Conduct NONE = new Conduct(Map.of(), List.of(), null, Map.of(), "");

    public Conduct {
        compliance = Collections.unmodifiableMap(new TreeMap<>(compliance));
        communityCaps = List.copyOf(communityCaps);
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /** The conduct of a house whose channels are of the kind they are called and that has no door for links. */
    public Conduct(Map<String, Compliance> compliance, List<Cap> communityCaps, @Nullable Duration arbitration) {
        this(compliance, communityCaps, arbitration, Map.of(), "");
    }

    /** What is asked of this channel. */
    public Compliance of(String channel) {
        Compliance asked = compliance.get(channel);
        return asked == null ? Compliance.NONE : asked;
    }
}
