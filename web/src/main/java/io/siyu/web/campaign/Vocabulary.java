package io.siyu.web.campaign;

import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.FieldType;
import io.siyu.event.SubjectKind;
import io.siyu.message.ChannelKind;
import io.siyu.playbook.Reading;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a house knows by name, for a form to choose from.
 *
 * @param kinds what each channel's vendor counts
 * @param calling the events of a store or the retailer, which call members, communities and stores
 * @param dates before or after which a campaign may begin
 */
record Vocabulary(
        Map<String, ChannelKind> kinds,
        List<String> channels,
        List<String> events,
        List<String> calling,
        List<String> dates,
        List<String> audiences) {
    static final Vocabulary EMPTY = new Vocabulary(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Vocabulary {
        kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        channels = List.copyOf(channels);
        events = List.copyOf(events);
        calling = List.copyOf(calling);
        dates = List.copyOf(dates);
        audiences = List.copyOf(audiences);
    }

    /** Empty while the playbook cannot be read at all. */
    static Vocabulary of(Reading reading) {
        return reading.draft()
                .map(edition -> new Vocabulary(
                        kinds(edition.settings()),
                        edition.settings().channels().keySet().stream().sorted().toList(),
                        events(edition.catalogue(), type -> true),
                        events(edition.catalogue(), Vocabulary::calls),
                        dates(edition.catalogue()),
                        List.copyOf(edition.audiences().keySet())))
                .orElse(EMPTY);
    }

    private static Map<String, ChannelKind> kinds(Settings settings) {
        Map<String, ChannelKind> kinds = new TreeMap<>();
        for (String channel : settings.channels().keySet()) {
            ChannelKind.of(settings.kind(channel)).ifPresent(kind -> kinds.put(channel, kind));
        }
        return kinds;
    }

    private static List<String> events(Catalogue catalogue, Predicate<EventType> which) {
        return catalogue.types().stream()
                .filter(which)
                .map(EventType::name)
                .sorted()
                .toList();
    }

    private static boolean calls(EventType type) {
        return !type.house() && (type.about() == SubjectKind.STORE || type.about() == SubjectKind.RETAILER);
    }

    private static List<String> dates(Catalogue catalogue) {
        Stream<String> yearly = catalogue.memberAttributes().stream()
                .filter(field -> field.type() == FieldType.DATE)
                .map(field -> "member." + field.name());
        return Stream.concat(Stream.of("coupon.expiresAt", "order.last"), yearly)
                .toList();
    }
}
