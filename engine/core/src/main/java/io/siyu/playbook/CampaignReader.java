package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Entry;
import io.siyu.campaign.Goal;
import io.siyu.campaign.Journey;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.campaign.Trigger;
import io.siyu.campaign.Whom;
import io.siyu.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one campaign file. */
final class CampaignReader {

    private static final int HIGHEST_PRIORITY = 1_000;
    private static final long MOST_COUNTED = 1_000_000_000L;
    static final String PLANNED_EXIT = "exit.cadence";

    private static final List<String> KEYS = List.of("orderId", "couponId");

    private CampaignReader() {}

    /** The campaign, as far as it can be told; publishable only when no fault was added. */
    static Optional<Campaign> read(YamlNode root, Draft draft) {
        return Fields.of(root, draft.faults()).flatMap(fields -> campaign(fields, draft));
    }

    private static Optional<Campaign> campaign(Fields fields, Draft draft) {
        try (fields) {
            Versions.check(fields);
            String id = fields.requiredValue("id", WrittenValues::id, "");
            Text name = TextReader.required(fields, "name", draft);
            Purpose purpose = fields.requiredValue("purpose", Words::purpose, Purpose.SERVICE);
            long priority = fields.integer("priority", 0, HIGHEST_PRIORITY).orElse(0L);
            Optional<Trigger> trigger = TriggerReader.read(fields, draft);
            Map<String, Integer> variants = JourneyReader.variants(fields, draft);
            List<Step> steps =
                    new StepReader(draft, outline(fields, draft, purpose, trigger), variants.keySet()).read(fields);
            Journey journey = new JourneyReader(fields, draft, trigger)
                    .read(variants, (event, entry) -> exit(event, draft, trigger, entry));
            List<String> exits = exits(fields, draft, trigger, journey.entry());
            Whom audience = CallReader.audience(fields, trigger, draft);
            return trigger.map(entry -> new Campaign(
                    id,
                    draft.file(),
                    name,
                    purpose,
                    (int) priority,
                    entry,
                    steps,
                    exits,
                    goal(fields, draft),
                    CapReader.ofCampaign(
                            fields, draft.house().settings().channels().keySet()),
                    fields.value("holdout", WrittenValues::permille).orElse(0),
                    journey,
                    audience));
        }
    }

    private static Outline outline(Fields fields, Draft draft, Purpose purpose, Optional<Trigger> trigger) {
        String channel = Channels.read(fields, draft).orElse("");
        Channels.checkPurpose(fields, channel, purpose, draft);
        return new Outline(purpose, trigger, channel, fields.has("channel"));
    }

    private static List<String> exits(Fields fields, Draft draft, Optional<Trigger> trigger, Entry entry) {
        List<String> exits = new ArrayList<>();
        for (YamlNode item : fields.list("exits")) {
            if (!(item instanceof YamlNode.Mapping)) {
                Words.scalar(item, draft.faults())
                        .flatMap(text -> Words.checked(text, name -> exit(name, draft, trigger, entry), draft.faults()))
                        .ifPresent(exits::add);
            }
        }
        return exits;
    }

    static String plannedExit() {
        return "cadences and schedules end by their goal, for everybody.\nMaybe a condition on its steps.";
    }

    private static String exit(String name, Draft draft, Optional<Trigger> trigger, Entry entry) {
        TriggerReader.event(name, draft);
        List<String> carried = keys(draft.house().catalogue().require(name));
        List<String> entered = trigger.filter(any -> entry.per() != Entry.Per.MEMBER)
                .map(of -> triggerKeys(of, draft))
                .orElse(List.of());
        if (trigger.filter(Trigger::isPlanned).isPresent()) {
            throw new WrongValue(PLANNED_EXIT, plannedExit());
        }
        if (!entered.isEmpty() && entered.stream().noneMatch(carried::contains)) {
            throw new WrongValue(
                    "exit.key",
                    "it carries neither order nor coupon of what entered the member.\n"
                            + "Maybe an event of the same order or coupon.");
        }
        return name;
    }

    /** The fields that name an order or a coupon the trigger tells of. */
    static List<String> triggerKeys(Trigger trigger, Draft draft) {
        if (trigger instanceof Trigger.OnEvent event) {
            return keys(draft.house().catalogue().require(event.type()));
        }
        if (trigger instanceof Trigger.OnAbsence absence) {
            if (absence.event().equals(absence.after())) {
                return List.of(); // why: another order is waited for, so the enrolment is about none of them
            }
            List<String> missed = keys(draft.house().catalogue().require(absence.event()));
            return keys(draft.house().catalogue().require(absence.after())).stream()
                    .filter(missed::contains)
                    .toList();
        }
        boolean coupon = trigger instanceof Trigger.OnDate date && date.of().equals(Trigger.OnDate.COUPON_EXPIRY);
        return coupon ? List.of("couponId") : List.of();
    }

    private static List<String> keys(EventType type) {
        return KEYS.stream().filter(key -> type.indexOf(key) >= 0).toList();
    }

    private static @Nullable Goal goal(Fields campaign, Draft draft) {
        return campaign.map("goal").map(fields -> goalOf(fields, draft)).orElse(null);
    }

    private static @Nullable Goal goalOf(Fields fields, Draft draft) {
        try (fields) {
            String event = fields.requiredValue("event", name -> TriggerReader.event(name, draft), "");
            long count = fields.integer("count", 1, MOST_COUNTED).orElse(0L);
            boolean exit = fields.flag("exit", false);
            return event.isEmpty() ? null : new Goal(event, ConditionReader.read(fields, draft), count, exit);
        }
    }
}
