package io.siyu.web.campaign;

import io.siyu.campaign.LocalClock;
import io.siyu.web.campaign.FormField.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a form asks of what begins a campaign. */
final class FormTrigger {

    /** The name of the field that tells which kind it is; nothing of this name stands in a file. */
    static final String KIND = "/trigger/kind";

    /** The name under which the form learns on which day a new cadence begins. */
    static final String FIRST_DAY = "first-day";

    private FormTrigger() {}

    static List<FormField> of(FormFields fields) {
        List<FormField> asked = new ArrayList<>();
        String kind = TriggerKind.of(fields.text());
        asked.add(fields.chosen(KIND, "trigger", kind, TriggerKind.words()));
        switch (kind) {
            case "event" -> asked.add(fields.event("/trigger/event"));
            case "date" -> {
                asked.add(fields.pick("/trigger/date", "date", fields.words().dates()));
                asked.add(fields.of("/trigger/before", "before", Input.LINE));
                asked.add(fields.of("/trigger/after", "after-date", Input.LINE));
            }
            case "absence" -> {
                asked.add(fields.pick("/trigger/after", "after", fields.words().events()));
                asked.add(fields.pick(
                        "/trigger/absence", "absence", fields.words().events()));
                asked.add(fields.of("/trigger/within", "within", Input.LINE));
            }
            case "schedule" -> schedule(fields, asked);
            case "cadence" -> {
                asked.add(fields.of("/trigger/cadence/start", "start", Input.DATE));
                asked.add(fields.of("/trigger/cadence/days", "days", Input.NUMBER));
                asked.add(clock(fields, kind));
            }
            default -> {}
        }
        return asked;
    }

    private static void schedule(FormFields fields, List<FormField> asked) {
        asked.add(fields.of("/trigger/schedule/once", "once", Input.MOMENT));
        for (String rhythm : List.of("cron", "every")) {
            asked.add(fields.of("/trigger/schedule/" + rhythm, rhythm, Input.LINE));
        }
        for (String bound : List.of("from", "until")) {
            asked.add(fields.of("/trigger/schedule/" + bound, bound, Input.MOMENT));
        }
        asked.add(fields.of("/trigger/schedule/window", "window", Input.LINE));
        asked.add(clock(fields, "schedule"));
    }

    private static FormField clock(FormFields fields, String kind) {
        List<String> words =
                Stream.of(LocalClock.values()).map(LocalClock::word).toList();
        return fields.choice("/trigger/" + kind + "/clock", "clock", words);
    }

    /** The campaign begun by what was chosen. */
    static CampaignText answered(CampaignText text, Map<String, String> answers) {
        String kind = answers.getOrDefault(KIND, "");
        for (TriggerKind known : TriggerKind.values()) {
            if (known.word().equals(kind)) {
                return known.begins(text, answers.getOrDefault(FIRST_DAY, ""));
            }
        }
        return text;
    }

    /** The field of the kind, when the campaign is not begun by what was chosen. */
    static List<String> unwritten(CampaignText changed, Map<String, String> answers) {
        String kind = answers.getOrDefault(KIND, "");
        return kind.isEmpty() || kind.equals(TriggerKind.of(changed)) ? List.of() : List.of(KIND);
    }
}
