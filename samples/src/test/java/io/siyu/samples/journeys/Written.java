package io.siyu.samples.journeys;

import io.siyu.samples.journeys.Plan.Act;
import io.siyu.samples.journeys.Plan.Arm;
import io.siyu.samples.journeys.Plan.Await;
import io.siyu.samples.journeys.Plan.Course;
import io.siyu.samples.journeys.Plan.End;
import io.siyu.samples.journeys.Plan.Entry;
import io.siyu.samples.journeys.Plan.Fork;
import io.siyu.samples.journeys.Plan.Limit;
import io.siyu.samples.journeys.Plan.Part;
import io.siyu.samples.journeys.Plan.Pause;
import io.siyu.samples.journeys.Plan.Quiet;
import io.siyu.samples.journeys.Plan.Split;
import io.siyu.samples.journeys.Plan.Test;
import io.siyu.samples.journeys.Plan.Until;
import io.siyu.samples.journeys.Plan.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan as the files of a playbook, as a retailer would write them. */
final class Written {
    private final StringBuilder text = new StringBuilder();

    private Written() {}

    static Map<String, String> files(Plan plan) {
        Map<String, String> files = new TreeMap<>();
        files.put("settings.yaml", settings(plan));
        for (Course course : plan.courses()) {
            files.put("campaigns/" + course.id() + ".yaml", new Written().course(course));
        }
        return files;
    }

    private static String settings(Plan plan) {
        Quiet quiet = plan.quiet();
        String hours = quiet == null
                ? ""
                : "quietHours: {from: \"%s\", to: \"%s\", spread: %s, purposes: [marketing]}%n"
                        .formatted(quiet.from(), quiet.to(), length(quiet.spread()));
        return """
                version: 1
                retailer: Model
                zone: %s
                currency: USD
                language: en
                stale: 24h
                channels: {phone: [service, marketing], webhook: [service, marketing]}
                holdout: %s%%
                """.formatted(plan.zone(), plan.control() / 10) + hours + caps(plan.caps());
    }

    private static String caps(List<Limit> caps) {
        return caps.isEmpty()
                ? ""
                : caps.stream()
                        .map(cap -> "{max: %d, per: %s%s}"
                                .formatted(cap.max(), length(cap.per()), cap.marketing() ? ", purpose: marketing" : ""))
                        .collect(Collectors.joining(", ", "caps: [", "]\n"));
    }

    private String course(Course course) {
        text.append("""
                version: 1
                id: %s
                name: {en: "%s"}
                purpose: %s
                priority: %d
                channel: phone
                """.formatted(
                        course.id(), course.id(), course.marketing() ? "marketing" : "service", course.priority()));
        entry(course.entry());
        if (!course.variants().isEmpty()) {
            text.append(course.variants().entrySet().stream()
                    .map(variant -> variant.getKey() + ": " + variant.getValue() + "%")
                    .collect(Collectors.joining(", ", "variants: {", "}\n")));
        }
        text.append(course.holdout() > 0 ? "holdout: " + course.holdout() / 10 + "%\n" : "");
        text.append(caps(course.caps()));
        text.append(course.exits().isEmpty() ? "" : "exits: [" + String.join(", ", course.exits()) + "]\n");
        text.append(course.goal().isEmpty() ? "" : "goal: {event: " + course.goal() + ", exit: true}\n");
        text.append("steps:\n");
        ways(course.steps(), "  ");
        return text.toString();
    }

    private void entry(Entry entry) {
        text.append("trigger:\n");
        if (entry.without().isEmpty()) {
            text.append("  event: ").append(entry.event()).append('\n');
        } else {
            text.append("  absence: %s%n  after: %s%n  within: %s%n"
                    .formatted(entry.without(), entry.event(), length(entry.within())));
        }
        when(entry.when(), "  ");
        Duration again = entry.again();
        text.append("entry: {again: %s, meanwhile: %s}%n"
                .formatted(
                        again == null ? "always" : again.isZero() ? "never" : length(again),
                        entry.restart() ? "restart" : "stay"));
    }

    private void ways(List<Way> ways, String indent) {
        for (Way way : ways) {
            way(way, indent);
        }
    }

    private void way(Way way, String indent) {
        String inside = indent + "  ";
        if (way instanceof Act act) {
            act(act, indent);
        } else if (way instanceof Pause pause) {
            text.append("%s- wait: %s%n".formatted(indent, length(pause.length())));
        } else if (way instanceof Until until) {
            text.append("%s- wait: {until: \"%s\"}%n".formatted(indent, until.time()));
        } else if (way instanceof Fork fork) {
            text.append(indent).append("- branch:\n");
            fork.arms().forEach(arm -> arm(arm, inside + "  "));
        } else if (way instanceof Split split) {
            text.append("%s- split: %s%n%sparts:%n".formatted(indent, split.id(), inside));
            split.parts().forEach(part -> part(part, inside));
        } else if (way instanceof Await await) {
            await(await, inside);
        } else if (way instanceof End end) {
            text.append("%s- end: %s%n".formatted(indent, end.id()));
        }
    }

    /** A wait of its own, or what belongs to the coupon right before. */
    private void await(Await await, String inside) {
        String length = length(await.within());
        if (await.coupon().isEmpty()) {
            text.append("%s- wait:%n%s  event: %s%n%s  within: %s%n"
                    .formatted(inside.substring(2), inside, await.event(), inside, length));
            when(await.when(), inside + "  ");
        } else {
            text.append("%sanswer: {event: %s, within: %s}%n".formatted(inside, await.event(), length));
        }
        list("then", await.then(), inside);
        list("otherwise", await.otherwise(), inside);
    }

    private void list(String key, List<Way> ways, String indent) {
        if (!ways.isEmpty()) {
            text.append(indent).append(key).append(":\n");
            ways(ways, indent + "  ");
        }
    }

    private void arm(Arm arm, String indent) {
        String lead = "- ";
        if (!arm.when().isEmpty()) {
            text.append(indent).append(lead).append(conditions(arm.when())).append('\n');
            lead = "  ";
        }
        text.append(indent).append(lead).append("steps:\n");
        ways(arm.steps(), indent + "    ");
    }

    private void part(Part part, String indent) {
        text.append("%s  - share: %d%%%n%s    steps:%n".formatted(indent, part.percent(), indent));
        ways(part.steps(), indent + "      ");
    }

    private void act(Act act, String indent) {
        text.append("%s- %s: %s%n".formatted(indent, act.verb(), act.id()));
        if (!act.only().isEmpty()) {
            text.append("%s  only: [%s]%n".formatted(indent, String.join(", ", act.only())));
        }
        when(act.when(), indent + "  ");
        if (act.verb().equals("webhook")) {
            text.append("%s  data: {level: '{{ member.level }}'}%n".formatted(indent));
        } else if (act.verb().equals("coupon")) {
            text.append("%s  kind: GIFT%n%s  value: 10%n%s  expires: 30d%n".formatted(indent, indent, indent));
        } else if (!act.verb().equals("tag")) {
            text.append("%s  text: %s%n".formatted(indent, act.id()));
        }
    }

    private void when(List<Test> tests, String indent) {
        if (!tests.isEmpty()) {
            text.append(indent).append(conditions(tests)).append('\n');
        }
    }

    private static String conditions(List<Test> tests) {
        return tests.stream()
                .map(test -> test.field().equals("tagged")
                        ? "'member.tagged(\"loyal\") == " + (test.number() == 1) + "'"
                        : "'" + test.field() + " " + test.operator() + " " + test.number() + "'")
                .collect(Collectors.joining(", ", "when: [", "]"));
    }

    private static String length(Duration length) {
        return length.toMinutes() % 60 == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
    }
}
