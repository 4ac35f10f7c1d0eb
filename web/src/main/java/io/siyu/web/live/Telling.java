package io.siyu.web.live;

import io.siyu.decision.Verdict;
import io.siyu.event.Entry;
import io.siyu.event.EntryKind;
import io.siyu.message.Placeholders;
import io.siyu.report.Story;
import io.siyu.report.Told;
import io.siyu.web.live.Timeline.Kind;
import io.siyu.web.live.Timeline.Line;
import io.siyu.web.live.Timeline.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a message's story as a timeline, in the retailer's zone. */
final class Telling {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Story story;
    private final Told decision;
    private final JsonNode line;
    private final boolean scheduled;
    private final ZoneId zone;

    /** @param scheduled whether a planned step of the calendar made the message */
    Telling(Story story, boolean scheduled, ZoneId zone) {
        this.story = story;
        this.scheduled = scheduled;
        this.decision = story.decision();
        this.line = JSON.readTree(decision.line());
        this.zone = zone;
    }

    /** @param about decisions about the same subject, newest first, among them the holds of this proposal */
    Timeline timeline(List<Told> about) {
        List<Stage> stages = new ArrayList<>();
        stages.add(event());
        stages.add(rule());
        stages.add(guards(about));
        stages.add(new Stage(
                Kind.MESSAGE,
                decision.at().atZone(zone),
                decision.channel(),
                lines("proposal", field("proposal"), "template", field("template"))));
        for (Entry receipt : story.receipts()) {
            stages.add(new Stage(
                    Kind.RECEIPT,
                    receipt.at().atZone(zone),
                    receipt.event().type().name(),
                    List.of()));
        }
        return new Timeline(
                decision.message(), decision.subject(), decision.event(), Placeholders.masked(decision.text()), stages);
    }

    private Stage event() {
        Entry entry = story.entry();
        String position = decision.partition() + "-" + decision.position();
        if (entry == null) {
            return new Stage(Kind.EVENT, null, decision.event(), lines("position", position));
        }
        if (entry.kind() != EntryKind.EVENT) {
            return new Stage(
                    Kind.EVENT,
                    entry.at().atZone(zone),
                    field("trigger"),
                    lines("event", decision.event(), "position", position));
        }
        return new Stage(
                Kind.EVENT,
                entry.at().atZone(zone),
                entry.event().type().name(),
                lines(
                        "event", entry.event().id(),
                        "source", entry.event().source(),
                        "subject", entry.event().subject().written(),
                        "position", position));
    }

    private Stage rule() {
        String occurrence = field("occurrence");
        return new Stage(
                Kind.RULE,
                null,
                decision.rule(),
                lines(
                        "edition", decision.edition(),
                        "campaign", decision.campaign(),
                        "step", decision.step(),
                        "trigger", field("trigger"),
                        "quartz", scheduled ? quartzTrigger() : "",
                        "occurrence", occurrence));
    }

    /** The trigger's group and name in the calendar scheduler; the name is the occurrence's id. */
    private String quartzTrigger() {
        return "cadence: " + decision.campaign() + "/" + decision.step() + "/" + field("occurrence");
    }

    private Stage guards(List<Told> about) {
        List<Line> held = new ArrayList<>();
        String proposal = field("proposal");
        for (int i = about.size() - 1; i >= 0; i--) {
            Told earlier = about.get(i);
            if (earlier.verdict() == Verdict.HOLD
                    && JSON.readTree(earlier.line())
                            .path("proposal")
                            .asString("")
                            .equals(proposal)) {
                held.add(new Line("reason", earlier.reason()));
                held.add(new Line("until", minute(earlier.until())));
            }
        }
        return new Stage(
                Kind.GUARDS, decision.at().atZone(zone), decision.verdict().word(), held);
    }

    private String minute(@Nullable Instant until) {
        return until == null ? "" : MINUTE.format(until.atZone(zone));
    }

    private String field(String name) {
        return line.path(name).asString("");
    }

    private static List<Line> lines(String... namesAndValues) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                lines.add(new Line(namesAndValues[i], namesAndValues[i + 1]));
            }
        }
        return lines;
    }
}
