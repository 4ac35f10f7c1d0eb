package io.siyu.playbook;

import io.siyu.campaign.CalendarSpan;
import io.siyu.campaign.Cap;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Purpose;
import io.siyu.member.Sends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of frequency caps of the house or of one campaign. */
final class CapReader {

    private static final int MOST = 1_000;

    private CapReader() {}

    /** The caps across all campaigns, of members or of communities, which may be narrowed to a purpose and a channel. */
    static List<Cap> ofHouse(Fields parent, String key, Collection<String> channels) {
        List<Cap> caps = new ArrayList<>();
        for (Fields fields : parent.maps(key)) {
            try (fields) {
                Purpose purpose = fields.value("purpose", Words::purpose).orElse(null);
                caps.add(cap(fields, purpose, channels));
            }
        }
        return caps;
    }

    /** The caps of one campaign, which has one purpose anyway. */
    static List<Cap> ofCampaign(Fields parent, Collection<String> channels) {
        List<Cap> caps = new ArrayList<>();
        for (Fields fields : parent.maps("caps")) {
            try (fields) {
                caps.add(cap(fields, null, channels));
            }
        }
        return caps;
    }

    /** The window written, and the part of the calendar if it is one. */
    private record Per(Duration longest, @Nullable CalendarSpan span) {}

    private static Cap cap(Fields fields, @Nullable Purpose purpose, Collection<String> channels) {
        long max = fields.has("max") ? fields.integer("max", 0, MOST).orElse(0L) : missingMax(fields);
        Per per = fields.requiredValue("per", CapReader::per, new Per(Duration.ofDays(1), null));
        String channel = fields.value("channel", name -> known(name, channels)).orElse(null);
        return new Cap(per.longest(), (int) max, purpose, channel, per.span());
    }

    private static Per per(String text) {
        for (CalendarSpan span : CalendarSpan.values()) {
            if (span.word().equals(text)) {
                return new Per(Sends.HORIZON, span);
            }
        }
        return new Per(window(text), null);
    }

    private static long missingMax(Fields fields) {
        fields.requiredText("max");
        return 0;
    }

    static Duration window(String text) {
        Duration per = WrittenValues.positive(text);
        if (per.compareTo(Sends.HORIZON) > 0) {
            throw new WrongValue(
                    "cap.too-long",
                    "messages are counted for " + Sends.HORIZON.toDays() + " days only.\nMaybe \""
                            + Sends.HORIZON.toDays() + "d\".");
        }
        return per;
    }

    static String known(String channel, Collection<String> channels) {
        if (!channels.contains(channel)) {
            throw new WrongValue(
                    "channel.unknown", "settings.yaml names no such channel.\n" + Nearest.maybe(channel, channels));
        }
        return channel;
    }
}
