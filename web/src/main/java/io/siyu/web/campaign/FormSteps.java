package io.siyu.web.campaign;

import io.siyu.campaign.Hour;
import io.siyu.web.campaign.FormField.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a form asks of each step. */
final class FormSteps {
    private static final List<String> VERBS =
            List.of("send", "push", "task", "coupon", "tag", "webhook", "wait", "branch", "split", "end");
    /** What a planned campaign can do. */
    static final List<String> ACTS = List.of("send", "push", "task", "coupon", "tag", "webhook");

    private static final List<String> CARRIED = List.of("send", "push", "coupon", "webhook");
    private static final List<String> GROUPS = List.of("communities", "marketing", "content", "service");
    private static final List<String> WHOM = with("members", GROUPS);
    private static final List<String> ANSWERS = List.of("coupon.issued", "coupon.claimed", "coupon.redeemed");

    /** What fields, the head of a step or steps inside it say; a step with other names is shown as it is written too. */
    private static final Set<String> SHOWN = Set.of(
            "send",
            "push",
            "task",
            "tag",
            "coupon",
            "webhook",
            "wait",
            "branch",
            "split",
            "parts",
            "end",
            "name",
            "at",
            "value",
            "expires",
            "when",
            "text",
            "fields",
            "data",
            "answer",
            "then",
            "otherwise",
            "only",
            "day",
            "window",
            "audience",
            "kind",
            "channel",
            "hour");

    private final FormFields fields;
    private final CampaignText text;
    private final boolean cadence;
    private final boolean planned;

    FormSteps(FormFields fields) {
        this.fields = fields;
        this.text = fields.text();
        this.cadence = text.names("/trigger").contains("cadence");
        this.planned = TriggerKind.isPlanned(text);
    }

    List<FormPart> parts() {
        List<FormPart> parts = new ArrayList<>();
        steps(new Inside("/steps", ""), 0, parts);
        return parts;
    }

    /** A list of steps inside a step, and which way leads there. */
    record Inside(String list, String way) {}

    private void steps(Inside in, int depth, List<FormPart> parts) {
        for (String at : text.items(in.list())) {
            parts.add(part(at, depth, in.way()));
            for (Inside inside : insides(text, at)) {
                steps(inside, depth + 1, parts);
            }
        }
    }

    /** The lists of steps that lie in a step, or that may. */
    static List<Inside> insides(CampaignText text, String at) {
        List<Inside> lists = new ArrayList<>();
        if (text.names(at).contains("answer") || !text.value(at + "/wait/event").isEmpty()) {
            List.of("then", "otherwise").forEach(name -> lists.add(new Inside(at + "/" + name, name)));
        }
        for (String name : List.of("branch", "parts")) {
            List<String> ways = text.items(at + "/" + name);
            for (int way = 0; way < ways.size(); way++) {
                lists.add(new Inside(ways.get(way) + "/steps", String.valueOf(way + 1)));
            }
        }
        return lists;
    }

    private FormPart part(String at, int depth, String way) {
        List<String> names = text.names(at);
        String verb = VERBS.stream().filter(names::contains).findFirst().orElse("other");
        List<FormField> asked = new ArrayList<>();
        if (ACTS.contains(verb)) {
            act(at, verb, asked);
        } else {
            inside(at, verb, asked);
        }
        boolean community = ConditionPlaces.isForCommunities(text, at);
        String source = SHOWN.containsAll(names) ? "" : text.source(at);
        return new FormPart(
                at, depth, way, verb, text.value(at + "/" + verb), text.value(at + "/day"), community, asked, source);
    }

    private void act(String at, String verb, List<FormField> asked) {
        if (cadence) {
            asked.add(fields.of(at + "/day", "day", Input.NUMBER));
            asked.add(fields.of(at + "/at", "at", Input.TIME));
            asked.add(fields.of(at + "/window", "window", Input.LINE));
        }
        whom(at, verb).ifPresent(asked::add);
        if (CARRIED.contains(verb)) {
            asked.add(fields.channel(at + "/channel"));
        }
        if (List.of("send", "push").contains(verb)
                || (verb.equals("coupon") && text.names(at).contains("text"))) {
            asked.add(fields.pick(at + "/hour", "hour", List.of(Hour.BEST)));
        }
        switch (verb) {
            case "tag" -> asked.add(fields.of(at + "/name", "tag", Input.LINE));
            case "coupon" -> coupon(at, asked);
            case "webhook" -> data(at + "/data", asked);
            default -> {}
        }
        if (!text.names("/variants").isEmpty() || text.names(at).contains("only")) {
            asked.add(fields.of(at + "/only", "only", Input.CODE));
        }
        asked.add(fields.when(at + "/when"));
        words(at, verb, asked);
    }

    private Optional<FormField> whom(String at, String verb) {
        boolean outermost = at.lastIndexOf('/') == "/steps".length();
        if (verb.equals("coupon") || !(planned || (outermost && fields.isCalled()))) {
            return Optional.empty();
        }
        String audience = at + "/audience";
        if (planned) {
            return Optional.of(fields.choice(audience, "whom", WHOM));
        }
        return Optional.of(
                verb.equals("push")
                        ? fields.choice(audience, "group", GROUPS)
                        : fields.choice(audience, "whom", verb.equals("task") ? with("store", WHOM) : WHOM));
    }

    private static List<String> with(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream()).toList();
    }

    private void words(String at, String verb, List<FormField> asked) {
        text.names(at + "/fields")
                .forEach(name -> asked.addAll(fields.words(at + "/fields/" + name, "text", Input.WORDS)));
        boolean says = List.of("send", "push", "task").contains(verb);
        if (text.names(at).contains("text") || (says && !text.names(at).contains("fields"))) {
            asked.addAll(fields.words(at + "/text", "text", Input.WORDS));
        }
    }

    private void coupon(String at, List<FormField> asked) {
        for (String name : List.of("kind", "value", "expires")) {
            asked.add(fields.of(at + "/" + name, name, Input.LINE));
        }
        if (!planned) {
            asked.add(fields.choice(at + "/answer/event", "answer", ANSWERS));
            asked.add(fields.of(at + "/answer/within", "within", Input.LINE));
        }
    }

    private void data(String at, List<FormField> asked) {
        text.names(at).forEach(name -> asked.add(fields.named(at + "/" + name, "data")));
        asked.add(fields.row(at + "/+/name", "data-name", Input.LINE, ""));
        asked.add(fields.row(at + "/+/value", "data-value", Input.LINE, ""));
    }

    private void inside(String at, String verb, List<FormField> asked) {
        if (verb.equals("wait")) {
            wait(at + "/wait", asked);
        }
        List<String> paths = text.items(at + "/branch");
        for (int way = 0; way < paths.size(); way++) {
            asked.add(fields.way(paths.get(way) + "/when", Input.CODE, way + 1));
        }
        List<String> parts = text.items(at + "/parts");
        for (int way = 0; way < parts.size(); way++) {
            asked.add(fields.way(parts.get(way) + "/share", Input.LINE, way + 1));
        }
    }

    private void wait(String at, List<FormField> asked) {
        List<String> names = text.names(at);
        if (names.contains("until")) {
            asked.add(fields.of(at + "/until", "wait-until", Input.TIME));
        } else if (names.contains("event")) {
            asked.add(fields.event(at + "/event"));
            asked.add(fields.of(at + "/within", "within", Input.LINE));
            asked.add(fields.when(at + "/when"));
        } else {
            asked.add(fields.of(at, "wait", Input.LINE));
        }
    }
}
