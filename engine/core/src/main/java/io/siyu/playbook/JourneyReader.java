package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Window;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Reads how members enter a campaign, what differs between them, and how they leave it. */
final class JourneyReader {
    private static final int ALL = 1000;
    private static final int DIGITS = 8;
    private static final String ALWAYS = "always";
    private static final String NEVER = "never";

    /** What makes a version: all that a member inside goes through. */
    private static final List<String> VERSIONED = List.of("steps", "variants", "channel", "purpose");

    private final Fields fields;
    private final Draft draft;
    private final Optional<Trigger> trigger;

    JourneyReader(Fields fields, Draft draft, Optional<Trigger> trigger) {
        this.fields = fields;
        this.draft = draft;
        this.trigger = trigger;
    }

    /** The journey; {@code exit} checks the event of an exit. */
    Journey read(Map<String, Integer> variants, BiFunction<String, Entry, String> exit) {
        Entry entry = fields.map("entry").map(this::entry).orElse(Entry.FREE);
        boolean moves = fields.choice("inFlight", List.of("finish", "move"))
                .filter("move"::equals)
                .isPresent();
        return new Journey(entry, leaves(name -> exit.apply(name, entry)), variants, window(), version(), moves);
    }

    /** The shares of the variants in 1/1000, in written order. */
    static Map<String, Integer> variants(Fields campaign, Draft draft) {
        Map<String, Integer> variants = new LinkedHashMap<>();
        campaign.map("variants").ifPresent(names -> {
            names.mapping()
                    .keys()
                    .forEach((name, key) -> Words.checked(key, WrittenValues::id, draft.faults())
                            .ifPresent(id -> variants.put(
                                    id,
                                    names.value(name, WrittenValues::permille).orElse(0))));
            int sum = variants.values().stream().mapToInt(share -> share).sum();
            if (sum != ALL) {
                campaign.fault("variants", "variant.sum", Words.notAll("The variants", sum));
            }
        });
        return variants;
    }

    private boolean isPlanned() {
        return trigger.filter(Trigger::isPlanned).isPresent();
    }

    private Entry entry(Fields entry) {
        try (entry) {
            if (isPlanned()) {
                fields.fault(
                        "entry",
                        "entry.planned",
                        "Nobody enters a cadence or schedule; its steps go to an audience.\nMaybe delete it.");
            }
            Entry.Per per = entry.value("per", this::per).orElse(null);
            Duration again = entry.value("again", JourneyReader::again).orElse(Duration.ZERO);
            boolean restarts = entry.choice("meanwhile", List.of("stay", "restart"))
                    .filter("restart"::equals)
                    .isPresent();
            return new Entry(per, again, restarts);
        }
    }

    private Entry.Per per(String word) {
        Entry.Per per = Arrays.stream(Entry.Per.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new WrongValue("entry.per", "it must be one of order, coupon, member.\nMaybe \"member\"."));
        boolean told = per == Entry.Per.MEMBER
                || trigger.isEmpty()
                || CampaignReader.triggerKeys(trigger.get(), draft).contains(per.field());
        if (!told) {
            throw new WrongValue("entry.per", "the trigger tells of no " + word + ".\nMaybe \"member\" was meant.");
        }
        return per;
    }

    private static Duration again(String text) {
        if (text.equals(ALWAYS)) {
            return Duration.ZERO;
        }
        if (text.equals(NEVER)) {
            return Entry.NEVER;
        }
        try {
            return WrittenValues.positive(text);
        } catch (WrongValue wrong) {
            throw new WrongValue("entry.again", "it must be always, never or a length of time.\nMaybe \"30d\".");
        }
    }

    private List<Journey.Exit> leaves(UnaryOperator<String> exit) {
        List<Journey.Exit> leaves = new ArrayList<>();
        for (YamlNode item : fields.list("exits")) {
            if (item instanceof YamlNode.Mapping) {
                Fields.of(item, draft.faults()).map(one -> leave(one, exit)).ifPresent(leaves::add);
            }
        }
        return leaves;
    }

    private Journey.Exit leave(Fields one, UnaryOperator<String> exit) {
        try (one) {
            List<Condition> when = ConditionReader.read(one, draft);
            if (isPlanned()) {
                draft.faults().add(one.mapping(), CampaignReader.PLANNED_EXIT, CampaignReader.plannedExit());
            } else if (!one.has("event") && !one.has("when")) {
                draft.faults()
                        .add(
                                one.mapping(),
                                "exit.form",
                                "An exit names an event, conditions, or both.\nMaybe \"when: member.level >= 3\".");
            }
            return new Journey.Exit(
                    isPlanned() ? null : one.value("event", exit).orElse(null), when);
        }
    }

    private @Nullable Window window() {
        return fields.map("window").map(this::window).orElse(null);
    }

    private Window window(Fields window) {
        try (window) {
            LocalDateTime from = window.value("from", ScheduleReader::local).orElse(null);
            LocalDateTime until = window.value("until", ScheduleReader::local).orElse(null);
            if (isPlanned()) {
                fields.fault(
                        "window",
                        "window.planned",
                        "A cadence or schedule has its own days.\nMaybe set \"from\" and \"until\" of the schedule.");
            } else if (from != null && until != null && !from.isBefore(until)) {
                window.fault(
                        "until", "window.order", "The window closes before it opens.\nMaybe the year is mistyped.");
            } else if (!window.has("from") && !window.has("until")) {
                fields.fault("window", "window.empty", "The window has no bounds.\nMaybe \"until: 2027-12-31 23:00\".");
            }
            return new Window(from, until);
        }
    }

    private String version() {
        StringBuilder content = new StringBuilder();
        for (String key : VERSIONED) {
            fields.node(key).ifPresent(node -> content.append(key).append(YamlJson.of(node)));
        }
        return DigestUtils.sha256Hex(content.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }
}
