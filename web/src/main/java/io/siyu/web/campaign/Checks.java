package io.siyu.web.campaign;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Cap;
import io.siyu.campaign.LocalClock;
import io.siyu.campaign.Occurrence;
import io.siyu.campaign.QuietHours;
import io.siyu.campaign.Schedule;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Trigger;
import io.siyu.rule.Edition;
import io.siyu.web.campaign.Checklist.Item;
import io.siyu.web.campaign.Checklist.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at one campaign without faults: its texts, its people, its limits, its times. Pure. */
record Checks(Campaign campaign, Edition edition, CampaignText text) {
    private static final Duration LOOKED_AHEAD = Duration.ofDays(400);
    private static final int OCCURRENCES = 2_000;
    private static final List<String> LANGUAGES = List.of("zh", "en");

    /** @param now null when it is not known */
    List<Item> all(@Nullable Instant now, List<String> unreached) {
        List<Item> items = new ArrayList<>();
        items.add(languages());
        items.add(audience());
        items.add(
                campaign.holdoutPermille() > 0
                        ? new Item("holdout", Level.FINE, List.of(text.value("/holdout")))
                        : new Item("holdout", Level.LOOK, List.of()));
        items.add(caps());
        channels(unreached).ifPresent(items::add);
        if (now != null && campaign.trigger().isPlanned()) {
            items.add(window(now));
            items.add(quiet(now));
            if (campaign.trigger().clock() == LocalClock.MEMBER) {
                items.add(new Item("clock", Level.FINE, List.of()));
            }
        }
        return items;
    }

    private Item languages() {
        Set<String> lacking = new TreeSet<>();
        Stream.of("text", "name").flatMap(name -> text.pointers(name).stream()).forEach(pointer -> {
            List<String> told = text.names(pointer);
            LANGUAGES.stream()
                    .filter(language -> !told.isEmpty() && !told.contains(language))
                    .forEach(language -> lacking.add(place(pointer) + " (" + language + ")"));
            if (told.isEmpty() && !text.value(pointer).isEmpty()) {
                lacking.add(place(pointer));
            }
        });
        return lacking.isEmpty()
                ? new Item("languages", Level.FINE, List.of())
                : new Item("languages", Level.LOOK, List.of(String.join(", ", lacking)));
    }

    /** The id of the step a value belongs to; its pointer if it belongs to none. */
    private String place(String pointer) {
        String step = pointer.substring(0, pointer.lastIndexOf('/'));
        return Stream.of("send", "coupon", "push", "task")
                .map(verb -> text.value(step + "/" + verb))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(pointer);
    }

    private Item audience() {
        Stream<String> members = text.values().entrySet().stream()
                .filter(value ->
                        value.getKey().equals("audience") || value.getKey().startsWith("audience/"))
                .map(value -> (value.getKey()
                                        .replaceAll("^audience/?|/[0-9]+", "")
                                        .replace('/', ' ') + " " + value.getValue())
                        .strip());
        List<String> asked = Stream.concat(Stream.of(text.value("/trigger/when")), members)
                .filter(value -> !value.isBlank())
                .map(value -> value.replace("\n", ", "))
                .toList();
        return asked.isEmpty()
                ? new Item("audience", Level.LOOK, List.of())
                : new Item("audience", Level.FINE, List.of(String.join(", ", asked)));
    }

    private Item caps() {
        List<String> caps = Stream.concat(campaign.caps().stream(), edition.settings().caps().stream())
                .filter(cap -> cap.purpose() == null || cap.purpose() == campaign.purpose())
                .map(Cap::toString)
                .toList();
        return caps.isEmpty()
                ? new Item(Item.CAPS, Level.LOOK, List.of())
                : new Item(Item.CAPS, Level.FINE, List.of(String.join(", ", caps)));
    }

    private Optional<Item> channels(List<String> unreached) {
        List<String> missing = campaign.steps().stream()
                .filter(Step.Act.class::isInstance)
                .flatMap(act -> Stream.ofNullable(edition.templates().get(campaign.id() + "/" + ((Step.Act) act).id())))
                .map(Template::channel)
                .filter(unreached::contains)
                .distinct()
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item("channels", Level.LOOK, List.of(String.join(", ", missing))));
    }

    private Item window(Instant now) {
        List<Occurrence> all = occurrences(campaign, Instant.EPOCH, now);
        List<Occurrence> ahead = occurrences(campaign, now, now);
        if (ahead.isEmpty()) {
            return new Item("window", Level.STOP, List.of());
        }
        long missed = all.stream().filter(one -> !one.closes().isAfter(now)).count();
        boolean cadence = campaign.trigger() instanceof Trigger.OnCadence;
        return cadence && missed > 0
                ? new Item("window", Level.LOOK, List.of(String.valueOf(missed), String.valueOf(all.size())))
                : new Item("window", Level.FINE, List.of(first(ahead, occurrences(onHousesClock(), now, now))));
    }

    /** By the house's clock, where anything is to come by that. */
    private String first(List<Occurrence> ahead, List<Occurrence> here) {
        return (here.isEmpty() ? ahead : here)
                .get(0)
                .planned()
                .atZone(zone())
                .toLocalDateTime()
                .toString()
                .replace('T', ' ');
    }

    private Item quiet(Instant now) {
        QuietHours quiet = edition.settings().quietHours();
        if (quiet == null || !quiet.purposes().contains(campaign.purpose())) {
            return new Item("quiet", Level.FINE, List.of(quiet == null ? "—" : quiet.toString()));
        }
        Set<String> held = new LinkedHashSet<>();
        // why: the hours of quiet are those of the member, and so is the time of a step by the member's clock
        occurrences(onHousesClock(), now, now).stream()
                .filter(one -> quiet.endAfter(one.planned(), zone()) != null)
                .forEach(one -> held.add(one.step()));
        return held.isEmpty()
                ? new Item("quiet", Level.FINE, List.of(quiet.toString()))
                : new Item("quiet", Level.LOOK, List.of(quiet.toString(), String.join(", ", held)));
    }

    private Campaign onHousesClock() {
        return campaign.onRetailersClock();
    }

    private List<Occurrence> occurrences(Campaign planned, Instant from, Instant now) {
        // why: what repeats for ever is looked at from now on; only what has an end can have missed its beginning.
        boolean endless = campaign.trigger() instanceof Trigger.OnSchedule;
        Instant begin = endless ? now : from;
        var all = Schedule.from(List.of(planned), zone(), begin, now.plus(LOOKED_AHEAD));
        List<Occurrence> some = new ArrayList<>();
        while (all.hasNext() && some.size() < OCCURRENCES) {
            some.add(all.next());
        }
        return some;
    }

    private ZoneId zone() {
        return edition.settings().zone();
    }
}
