package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the steps of one campaign; each begins with what it does: {@code send}, {@code coupon} or {@code wait}. */
final class StepReader {

    /** What a step may do. */
    static final List<String> VERBS = List.of("send", "coupon", "wait");

    private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

    private final Draft draft;
    private final Outline outline;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    /** @param outline what the campaign says before its steps */
    StepReader(Draft draft, Outline outline) {
        this.draft = draft;
        this.outline = outline;
    }

    List<Step> read(Fields campaign) {
        List<Step> steps = new ArrayList<>();
        List<YamlNode> items = campaign.list("steps");
        if (items.isEmpty()) {
            campaign.fault(
                    "steps", "step.none", "The campaign has no steps.\nMaybe add \"steps:\" and \"- send: hello\".");
        }
        for (YamlNode item : items) {
            Fields.of(item, draft.faults()).flatMap(this::step).ifPresent(steps::add);
        }
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Wait) {
            draft.faults()
                    .add(items.get(items.size() - 1), "step.wait-last", "Nothing follows this wait.\nMaybe delete it.");
        }
        return steps;
    }

    private Optional<Step> step(Fields fields) {
        List<String> verbs = VERBS.stream().filter(fields::has).toList();
        if (verbs.size() != 1) {
            draft.faults().add(fields.mapping(), "step.form", form(fields, verbs));
            return Optional.empty();
        }
        try (fields) {
            return verbs.get(0).equals("wait") ? pause(fields) : act(fields, verbs.get(0));
        }
    }

    private static String form(Fields fields, List<String> verbs) {
        String does = "A step does one thing (" + String.join(", ", VERBS) + "); this one does " + verbs.size() + ".\n";
        if (!verbs.isEmpty()) {
            return does + "Maybe split it in two.";
        }
        String first = fields.mapping().keys().keySet().stream().findFirst().orElse("");
        return does + Nearest.maybe(first, VERBS);
    }

    private Optional<Step> pause(Fields fields) {
        if (outline.cadence().isPresent()) {
            fields.fault(
                    "wait",
                    "step.wait-cadence",
                    "The steps of a cadence have a day and do not wait.\nMaybe delete it and set \"day\" of the next step.");
        }
        return fields.value("wait", WrittenValues::positive).map(Step.Wait::new);
    }

    private Optional<Step> act(Fields fields, String verb) {
        String id = fields.value(verb, WrittenValues::id).orElse("");
        unique(fields, verb, id);
        Audience audience = audience(fields);
        Step.Action action = verb.equals("send") ? send(fields) : coupon(fields, audience);
        TextReader.check(fields, "text", outline.scope(draft.house().catalogue(), action, audience), draft);
        return Optional.of(new Step.Act(id, action, moment(fields), audience, ConditionReader.read(fields, draft)));
    }

    private void unique(Fields fields, String verb, String id) {
        Integer first =
                id.isEmpty() ? null : lines.putIfAbsent(id, fields.place(verb).line());
        if (first != null) {
            fields.fault(
                    verb,
                    "step.duplicate",
                    "The step \"" + id + "\" is there already, in line " + first + ".\nMaybe \"" + id + "-2\".");
        }
    }

    private Step.Action send(Fields fields) {
        String channel = channel(fields, true);
        return new Step.Action.Send(channel, TextReader.required(fields, "text", draft));
    }

    private Step.Action coupon(Fields fields, Audience audience) {
        if (!audience.equals(Audience.MEMBERS)) {
            fields.fault(
                    "audience",
                    "step.coupon-audience",
                    "A coupon is issued to members, not to communities.\nMaybe tell the communities in a step of their own.");
        }
        Text text = TextReader.optional(fields, "text", draft).orElse(null);
        int digits = draft.house().catalogue().currencyDigits();
        return new Step.Action.IssueCoupon(
                fields.requiredText("kind"),
                fields.value("value", amount -> WrittenValues.money(amount, digits))
                        .orElse(0L),
                fields.requiredValue("expires", WrittenValues::positive, Duration.ofDays(1)),
                channel(fields, text != null),
                text);
    }

    private String channel(Fields fields, boolean needed) {
        boolean own = fields.has("channel");
        String channel = own ? Channels.read(fields, draft).orElse("") : outline.channel();
        if (needed && channel.isEmpty() && !own && !outline.channelWritten()) {
            fields.requiredText("channel");
        }
        if (needed && own) {
            Channels.checkPurpose(fields, channel, outline.purpose(), draft);
        }
        return channel;
    }

    private Audience audience(Fields fields) {
        Audience audience = AudienceReader.read(fields, draft.faults());
        if (!outline.isPlanned() && fields.has("audience")) {
            fields.fault(
                    "audience",
                    "step.audience",
                    "Only the steps of a cadence or schedule choose an audience; others go to the member who entered.\nMaybe delete it.");
        }
        return audience;
    }

    private @Nullable Moment moment(Fields fields) {
        if (outline.cadence().isEmpty()) {
            for (String key : List.of("day", "at", "window")) {
                if (fields.has(key)) {
                    fields.fault(
                            key,
                            "step.moment",
                            "Only the steps of a cadence have \"" + key
                                    + "\".\nMaybe a wait before the step was meant.");
                }
            }
            return null;
        }
        int days = outline.cadence().get().days();
        long day = fields.requiredValue("day", text -> day(text, days), 1);
        LocalTime at = fields.requiredValue("at", WrittenValues::time, LocalTime.NOON);
        Duration window = fields.requiredValue("window", StepReader::window, SHORTEST_WINDOW);
        return new Moment((int) day, at, window);
    }

    private static int day(String text, int days) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > days) {
            throw new WrongValue("step.day", "the cadence has the days 1 to " + days + ".\nMaybe make it longer.");
        }
        return Integer.parseInt(text);
    }

    static Duration window(String text) {
        Duration window = WrittenValues.duration(text);
        if (window.compareTo(SHORTEST_WINDOW) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new WrongValue("step.window", "a window is open for 1m to 24h.\nMaybe \"4h\".");
        }
        return window;
    }
}
