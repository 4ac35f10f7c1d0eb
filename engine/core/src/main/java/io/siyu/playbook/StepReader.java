package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Course;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the steps of one campaign; each begins with what it does, such as {@code send}, {@code wait} or {@code branch}. */
final class StepReader {

    /** Most steps of a campaign, those inside others included. */
    static final int MOST = 500;

    private static final List<String> INSIDE = List.of("wait", "branch", "split", "end");
    private static final List<String> COUPON_EVENTS = List.of("coupon.issued", "coupon.claimed", "coupon.redeemed");
    private static final int ALL = 1000;

    /** What a step may do. */
    static final List<String> VERBS =
            Stream.concat(ActReader.VERBS.stream(), INSIDE.stream()).toList();

    private final Draft draft;
    private final Outline outline;
    private final ActReader acts;
    private final Map<String, YamlNode> named = new LinkedHashMap<>();
    private int count;

    /**
     * @param outline what the campaign says before its steps
     * @param variants names of the campaign's variants
     */
    StepReader(Draft draft, Outline outline, Set<String> variants) {
        this.draft = draft;
        this.outline = outline;
        this.acts = new ActReader(draft, outline, variants);
    }

    List<Step> read(Fields campaign) {
        List<YamlNode> items = campaign.list("steps");
        if (items.isEmpty()) {
            campaign.fault(
                    "steps", "step.none", "The campaign has no steps.\nMaybe add \"steps:\" and \"- send: hello\".");
        }
        List<Step> steps = steps(items, false);
        steps.stream().flatMap(step -> Course.paths(step).stream()).forEach(this::forMembers);
        for (Course.Stop stop : Course.of(steps).stops()) {
            YamlNode taken = stop.step() instanceof Step.Act ? null : named.get(stop.id());
            if (taken != null && !(stop.step() instanceof Step.End)) {
                draft.faults()
                        .add(
                                taken,
                                "step.place",
                                "The step \"" + stop.id() + "\" is called like another one by its place.\nMaybe \""
                                        + stop.id() + "-own\".");
            }
        }
        return steps;
    }

    /** Reports steps for others inside a path, which only members take. */
    private void forMembers(List<Step> path) {
        for (Step.Act act : Course.of(path).acts()) {
            YamlNode place = named.get(act.id());
            if (place != null && !act.audience().equals(Audience.MEMBERS)) {
                draft.faults()
                        .add(
                                place,
                                "step.audience-inside",
                                "Only members take the paths of a branch, a split or an answer.\n"
                                        + "Maybe move the step before or behind it.");
            }
        }
    }

    /** @param goesOn whether something may follow behind the last of them */
    private List<Step> steps(List<YamlNode> items, boolean goesOn) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean follows = goesOn || i + 1 < items.size();
            if (i > 0 && steps.size() > 0 && steps.get(steps.size() - 1) instanceof Step.End) {
                draft.faults()
                        .add(
                                items.get(i),
                                "step.unreachable",
                                "Nobody comes behind an end.\nMaybe delete one of them.");
            }
            if (++count == MOST + 1) {
                draft.faults()
                        .add(
                                items.get(i),
                                "step.many",
                                "A campaign has at most " + MOST + " steps.\nMaybe make two campaigns of it.");
            }
            if (count <= MOST) {
                Fields.of(items.get(i), draft.faults()).ifPresent(fields -> steps.addAll(step(fields, follows)));
            }
        }
        boolean waits = !steps.isEmpty()
                && (steps.get(steps.size() - 1) instanceof Step.Wait
                        || steps.get(steps.size() - 1) instanceof Step.Until);
        if (waits && !goesOn) {
            draft.faults()
                    .add(items.get(items.size() - 1), "step.wait-last", "Nothing follows this wait.\nMaybe delete it.");
        }
        return steps;
    }

    private List<Step> step(Fields fields, boolean follows) {
        List<String> verbs = VERBS.stream().filter(fields::has).toList();
        if (verbs.size() != 1) {
            draft.faults().add(fields.mapping(), "step.form", form(fields, verbs));
            return List.of();
        }
        String verb = verbs.get(0);
        try (fields) {
            if (outline.isPlanned() && INSIDE.contains(verb) && isTree(fields, verb)) {
                planned(fields, verb);
            }
            return switch (verb) {
                case "wait" -> pause(fields, follows);
                case "branch" -> List.of(new Step.Branch(paths(fields, follows)));
                case "split" -> List.of(split(fields, follows));
                case "end" -> List.of(new Step.End(id(fields, "end")));
                default -> act(fields, verb, follows);
            };
        }
    }

    private static boolean isTree(Fields fields, String verb) {
        return !verb.equals("wait") || fields.place("wait") instanceof YamlNode.Mapping;
    }

    private void planned(Fields fields, String key) {
        fields.fault(
                key,
                "step.planned",
                "The steps of a cadence or schedule are the same for everybody.\nMaybe a condition on a step was meant.");
    }

    private static String form(Fields fields, List<String> verbs) {
        String does = "A step does one thing (" + String.join(", ", VERBS) + "); this one does " + verbs.size() + ".\n";
        if (!verbs.isEmpty()) {
            return does + "Maybe split it in two.";
        }
        String first = fields.mapping().keys().keySet().stream().findFirst().orElse("");
        return does + Nearest.maybe(first, VERBS);
    }

    private String id(Fields fields, String verb) {
        String id = fields.value(verb, WrittenValues::id).orElse("");
        YamlNode first = id.isEmpty() ? null : named.putIfAbsent(id, fields.place(verb));
        if (first != null) {
            fields.fault(
                    verb,
                    "step.duplicate",
                    "The step \"" + id + "\" is there already, in line " + first.line() + ".\nMaybe \"" + id + "-2\".");
        }
        return id;
    }

    private List<Step> act(Fields fields, String verb, boolean follows) {
        String id = id(fields, verb);
        Step.Act act = acts.read(fields, verb, id);
        if (!verb.equals("coupon") || !fields.has("answer")) {
            return List.of(act);
        }
        if (outline.isPlanned()) {
            planned(fields, "answer");
        }
        return fields.map("answer")
                .flatMap(answer -> answer(answer, fields, new Answer(id, follows)))
                .map(await -> List.of(act, await))
                .orElse(List.of(act));
    }

    /** Whose answer is waited for, and whether something follows. */
    private record Answer(String coupon, boolean follows) {}

    private Optional<Step> answer(Fields fields, Fields step, Answer to) {
        try (fields) {
            String event = fields.requiredValue("event", StepReader::aboutCoupons, COUPON_EVENTS.get(1));
            Duration within = fields.requiredValue("within", WrittenValues::positive, Duration.ofDays(1));
            return Optional.of(new Step.Await(
                    event,
                    List.of(),
                    within,
                    to.coupon(),
                    ways(step, "then", to.follows()),
                    ways(step, "otherwise", to.follows())));
        }
    }

    private static String aboutCoupons(String event) {
        if (!COUPON_EVENTS.contains(event)) {
            throw new WrongValue(
                    "coupon.answer",
                    "an answer to a coupon is one of " + String.join(", ", COUPON_EVENTS) + ".\n"
                            + Nearest.maybe(event, COUPON_EVENTS));
        }
        return event;
    }

    private List<Step> pause(Fields fields, boolean follows) {
        if (outline.cadence().isPresent() && !isTree(fields, "wait")) {
            fields.fault(
                    "wait",
                    "step.wait-cadence",
                    "The steps of a cadence have a day and do not wait.\nMaybe delete it and set \"day\" of the next step.");
        }
        if (!(fields.place("wait") instanceof YamlNode.Mapping)) {
            return fields.value("wait", WrittenValues::positive).map(Step.Wait::new).stream()
                    .map(Step.class::cast)
                    .toList();
        }
        return fields.map("wait").flatMap(wait -> pause(wait, fields, follows)).stream()
                .toList();
    }

    private Optional<Step> pause(Fields wait, Fields step, boolean follows) {
        try (wait) {
            wait.has("within");
            wait.has("when");
            if (wait.has("until") == wait.has("event")) {
                draft.faults()
                        .add(
                                wait.mapping(),
                                "step.wait-form",
                                "A wait is a length of time, until a time of day, or for an event.\nMaybe \"until: \\\"10:00\\\"\".");
                return Optional.empty();
            }
            if (wait.has("until")) {
                return wait.value("until", WrittenValues::time).map(Step.Until::new);
            }
            Optional<String> event = wait.value("event", name -> TriggerReader.event(name, draft));
            Duration within = wait.requiredValue("within", WrittenValues::positive, Duration.ofDays(1));
            List<Condition> when = ConditionReader.read(wait, draft);
            List<Step> then = ways(step, "then", follows);
            List<Step> otherwise = ways(step, "otherwise", follows);
            return event.map(of -> new Step.Await(of, when, within, "", then, otherwise));
        }
    }

    private List<Step> ways(Fields fields, String key, boolean follows) {
        return steps(fields.list(key), follows);
    }

    private List<Step.Path> paths(Fields fields, boolean follows) {
        List<Step.Path> paths = new ArrayList<>();
        List<YamlNode> items = fields.list("branch");
        for (int i = 0; i < items.size(); i++) {
            boolean last = i + 1 == items.size();
            Fields.of(items.get(i), draft.faults()).ifPresent(path -> paths.add(path(path, follows, last)));
        }
        return paths;
    }

    private Step.Path path(Fields fields, boolean follows, boolean last) {
        try (fields) {
            List<Condition> when = ConditionReader.read(fields, draft);
            if (!last && !fields.has("when")) {
                draft.faults()
                        .add(
                                fields.mapping(),
                                "branch.otherwise",
                                "Everybody takes this path, nobody a later one.\nMaybe add \"when\", or make it the last.");
            }
            return new Step.Path(when, inside(fields, follows));
        }
    }

    private List<Step> inside(Fields fields, boolean follows) {
        if (!fields.has("steps")) {
            fields.requiredText("steps");
        }
        return ways(fields, "steps", follows);
    }

    private Step split(Fields fields, boolean follows) {
        String id = id(fields, "split");
        List<Step.Part> parts = new ArrayList<>();
        for (Fields part : fields.maps("parts")) {
            try (part) {
                int share = part.requiredValue("share", WrittenValues::permille, 0);
                parts.add(new Step.Part(share, inside(part, follows)));
            }
        }
        int sum = parts.stream().mapToInt(Step.Part::permille).sum();
        if (sum != ALL) {
            fields.fault("parts", "split.sum", Words.notAll("The parts of a split", sum));
        }
        return new Step.Split(id, parts);
    }
}
