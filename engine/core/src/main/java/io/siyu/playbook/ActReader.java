package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Condition;
import io.siyu.campaign.Content;
import io.siyu.campaign.Moment;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Step;
import io.siyu.campaign.Text;
import io.siyu.event.Field;
import io.siyu.message.Scope;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a step that does something: {@code send}, {@code push}, {@code task}, {@code tag}, {@code coupon} or {@code webhook}. */
final class ActReader {
    static final List<String> VERBS = List.of("send", "push", "task", "tag", "coupon", "webhook");

    private static final String WEBHOOK = "webhook";
    private static final Duration LONGEST_WINDOW = Duration.ofHours(24);
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

    private final Draft draft;
    private final Outline outline;
    private final Set<String> variants;

    /** @param variants names of the campaign's variants */
    ActReader(Draft draft, Outline outline, Set<String> variants) {
        this.draft = draft;
        this.outline = outline;
        this.variants = variants;
    }

    /** The step whose verb and id were read. */
    Step.Act read(Fields fields, String verb, String id) {
        Audience audience = AudienceReader.read(fields, verb, outline, draft);
        Step.Action action = action(fields, verb, audience);
        Scope scope = outline.scope(draft.house().catalogue(), action instanceof Step.Action.IssueCoupon, audience);
        new ContentReader(fields, draft).check(scope, channel(action), outline.purpose());
        List<Condition> when = ConditionReader.read(fields, draft);
        return new Step.Act(id, action, moment(fields), audience, when, only(fields));
    }

    /** Where its texts go; empty for those that stay in the house. */
    private static String channel(Step.Action action) {
        if (action instanceof Step.Action.Send send) {
            return send.channel();
        }
        return action instanceof Step.Action.IssueCoupon coupon ? coupon.channel() : "";
    }

    private Step.Action action(Fields fields, String verb, Audience audience) {
        return switch (verb) {
            case "task" -> new Step.Action.Task(TextReader.required(fields, "text", draft));
            case "tag" ->
                new Step.Action.Tag(fields.has("name") ? fields.requiredText("name") : fields.requiredText("tag"));
            case "coupon" -> coupon(fields, audience);
            case WEBHOOK -> webhook(fields);
            default -> send(fields, audience);
        };
    }

    private Set<String> only(Fields fields) {
        Set<String> only = new TreeSet<>();
        for (YamlNode item : fields.list("only")) {
            Words.scalar(item, draft.faults())
                    .flatMap(name -> Words.checked(name, this::variant, draft.faults()))
                    .ifPresent(only::add);
        }
        return only;
    }

    private String variant(String name) {
        if (!variants.contains(name)) {
            String known = variants.isEmpty()
                    ? "Maybe add \"variants: {" + name + ": 50%, plain: 50%}\" to the campaign."
                    : Nearest.maybe(name, variants);
            throw new WrongValue("variant.unknown", "the campaign has no such variant.\n" + known);
        }
        return name;
    }

    private Step.Action send(Fields fields, Audience audience) {
        String channel = channel(fields, true);
        Map<String, Text> own = texts(fields, channel, audience);
        ContentReader reader = new ContentReader(fields, draft);
        boolean said = !fields.has("text") && !own.isEmpty() && own.keySet().containsAll(variants);
        Text text = said ? own.values().iterator().next() : reader.text();
        Content content = reader.content();
        if (content.hour() != null && content.hour().at() == null && !audience.equals(Audience.MEMBERS)) {
            fields.fault(
                    "hour",
                    "step.hour",
                    "Only a member has a best hour.\nMaybe a time of day was meant, such as \"10:00\".");
        }
        return new Step.Action.Send(channel, text, own, content);
    }

    private Map<String, Text> texts(Fields fields, String channel, Audience audience) {
        Map<String, Text> texts = new LinkedHashMap<>();
        fields.map("variants").ifPresent(names -> {
            for (Map.Entry<String, YamlNode.Text> name : names.mapping().keys().entrySet()) {
                names.node(name.getKey());
                Words.checked(name.getValue(), this::variant, draft.faults())
                        .ifPresent(known ->
                                names.map(known).ifPresent(own -> texts.put(known, text(own, channel, audience))));
            }
        });
        return texts;
    }

    private Text text(Fields own, String channel, Audience audience) {
        try (own) {
            Text text = TextReader.required(own, "text", draft);
            Scope scope = outline.scope(draft.house().catalogue(), false, audience);
            new ContentReader(own, draft).check(scope, channel, outline.purpose());
            return text;
        }
    }

    private Step.Action coupon(Fields fields, Audience audience) {
        if (!audience.equals(Audience.MEMBERS)) {
            fields.fault(
                    "audience",
                    "step.coupon-audience",
                    "A coupon is issued to members, not to communities.\nMaybe tell the communities in a step of their own.");
        }
        boolean tells = fields.has("text") || fields.has("texts") || fields.has("fields");
        ContentReader reader = new ContentReader(fields, draft);
        Text text = tells ? reader.text() : null;
        int digits = draft.house().catalogue().currencyDigits();
        return new Step.Action.IssueCoupon(
                fields.requiredText("kind"),
                fields.value("value", amount -> WrittenValues.money(amount, digits))
                        .orElse(0L),
                fields.requiredValue("expires", WrittenValues::positive, Duration.ofDays(1)),
                channel(fields, text != null),
                text,
                text == null ? Content.NONE : reader.content());
    }

    private Step.Action webhook(Fields fields) {
        Map<String, String> data = data(fields);
        String channel = fields.has("channel") ? Channels.read(fields, draft).orElse("") : WEBHOOK;
        if (!fields.has("channel") && !draft.house().settings().channels().containsKey(WEBHOOK)) {
            fields.fault(
                    WEBHOOK,
                    "channel.unknown",
                    "settings.yaml names no channel \"webhook\".\nMaybe add \"webhook: [service, marketing]\" there.");
        }
        Channels.checkPurpose(fields, channel, outline.purpose(), draft);
        return new Step.Action.Webhook(channel, data);
    }

    private Map<String, String> data(Fields fields) {
        Map<String, String> data = new TreeMap<>();
        if (!fields.has("data")) {
            fields.requiredText("data");
        }
        Scope scope = outline.scope(draft.house().catalogue(), false, Audience.MEMBERS);
        fields.map("data")
                .ifPresent(values -> values.mapping().values().forEach((name, node) -> {
                    values.node(name);
                    Words.scalar(node, draft.faults()).ifPresent(text -> {
                        new ContentReader(values, draft).check(name, scope, outline.purpose());
                        impersonal(text);
                        data.put(name, text.text());
                    });
                }));
        return data;
    }

    /** Reports a personal value: it would leave the house as it is kept in the vault. */
    private void impersonal(YamlNode.Text text) {
        draft.house().catalogue().memberAttributes().stream()
                .filter(Field::personal)
                .map(field ->
                        Pattern.compile("\\bmember[.]" + field.name() + "\\b").matcher(text.text()))
                .filter(Matcher::find)
                .forEach(found -> draft.fault(
                        text,
                        found.start(),
                        "PERSONAL",
                        "A webhook tells nothing personal.\nMaybe the other program knows the member by its id."));
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
        Duration window = fields.requiredValue("window", ActReader::window, SHORTEST_WINDOW);
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
