package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What begins a campaign, and how a campaign becomes one that something else begins. Pure. */
enum TriggerKind {
    EVENT,
    DATE,
    ABSENCE,
    SCHEDULE,
    CADENCE;

    private static final Pattern DAYS = Pattern.compile("(\\d{1,4})([dw])");
    private static final int FEWEST_DAYS = 7;
    private static final int MOST_DAYS = 92;
    private static final int WEEK = 7;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (TriggerKind kind : values()) {
            words.add(kind.word);
        }
        return words;
    }

    /** The word of what begins the campaign; empty when that is not said. */
    static String of(CampaignText text) {
        return words().stream()
                .filter(text.names("/trigger")::contains)
                .findFirst()
                .orElse("");
    }

    /** Whether its steps are planned by the calendar, and not entered by members one by one. */
    static boolean isPlanned(CampaignText text) {
        return text.names("/trigger").stream().anyMatch(List.of(CADENCE.word, SCHEDULE.word)::contains);
    }

    /**
     * The campaign begun by this instead, with usual values; conditions stay, and the clock of what is planned. What waits becomes days of a cadence, and days
     * become waits.
     *
     * @param firstDay of a cadence, such as {@code 2026-11-04}
     */
    CampaignText begins(CampaignText text, String firstDay) {
        if (of(text).equals(word)) {
            return text;
        }
        CampaignText changed = text;
        boolean fromDays = of(text).equals(CADENCE.word);
        if (fromDays) {
            changed = withoutDays(changed);
        } else if (this == CADENCE) {
            changed = withDays(changed);
        }
        if (this != CADENCE && this != SCHEDULE) {
            for (int step = 0; step < changed.size("/steps"); step++) {
                changed = changed.put("/steps/" + step + "/audience", null);
            }
        }
        int days = Math.min(MOST_DAYS, Math.max(FEWEST_DAYS, lastDay(changed)));
        changed = changed.put("/trigger", trigger(text, firstDay, days));
        String clock = text.value("/trigger/" + of(text) + "/clock");
        return clock.isEmpty() || !isPlanned(changed)
                ? changed
                : changed.put("/trigger/" + word + "/clock", YamlTree.text(clock));
    }

    private YamlNode trigger(CampaignText text, String firstDay, int days) {
        Map<String, YamlNode> trigger = new LinkedHashMap<>();
        switch (this) {
            case EVENT -> trigger.put(word, YamlTree.text("order.placed"));
            case DATE -> {
                trigger.put(word, YamlTree.text("coupon.expiresAt"));
                trigger.put("before", YamlTree.text("3d"));
            }
            case ABSENCE -> {
                trigger.put(word, YamlTree.text("order.placed"));
                trigger.put("after", YamlTree.text("cart.added"));
                trigger.put("within", YamlTree.text("2h"));
            }
            case SCHEDULE -> trigger.put(word, two("cron", "0 10 * * 1", "window", "4h"));
            case CADENCE -> trigger.put(word, two("start", firstDay, "days", String.valueOf(days)));
        }
        text.node("/trigger/when").ifPresent(when -> trigger.put("when", when));
        return YamlTree.map(trigger);
    }

    private static YamlNode two(String one, String value, String other, String more) {
        Map<String, YamlNode> both = new LinkedHashMap<>();
        both.put(one, YamlTree.text(value));
        both.put(other, YamlTree.text(more));
        return YamlTree.map(both);
    }

    private static CampaignText withDays(CampaignText text) {
        CampaignText changed = text;
        int day = 1;
        int step = 0;
        while (step < changed.size("/steps")) {
            String at = "/steps/" + step;
            Matcher wait = DAYS.matcher(changed.value(at + "/wait"));
            if (wait.matches() && changed.size("/steps") > 1) {
                day += Integer.parseInt(wait.group(1)) * (wait.group(2).equals("w") ? WEEK : 1);
                changed = new StepList(changed, "/steps").without(step);
            } else {
                changed = isAct(changed, at) ? moment(changed, at, day) : changed;
                step++;
            }
        }
        return changed;
    }

    private static CampaignText moment(CampaignText text, String at, int day) {
        return text.put(at + "/day", YamlTree.text(String.valueOf(day)))
                .put(at + "/at", YamlTree.text("10:00"))
                .put(at + "/window", YamlTree.text("4h"));
    }

    private static boolean isAct(CampaignText text, String at) {
        return text.names(at).stream().anyMatch(FormSteps.ACTS::contains);
    }

    private static CampaignText withoutDays(CampaignText text) {
        CampaignText changed = text;
        int before = day(text, "/steps/0");
        int step = 0;
        while (step < changed.size("/steps")) {
            String at = "/steps/" + step;
            int day = Math.max(before, day(changed, at));
            for (String name : List.of("day", "at", "window")) {
                changed = changed.put(at + "/" + name, null);
            }
            if (day > before) {
                changed = new StepList(changed, "/steps")
                        .with(step, YamlTree.map("wait", YamlTree.text(day - before + "d")));
                step++;
            }
            before = day;
            step++;
        }
        return changed;
    }

    private static int day(CampaignText text, String at) {
        String day = text.value(at + "/day");
        return day.matches("\\d{1,4}") ? Integer.parseInt(day) : 1;
    }

    private static int lastDay(CampaignText text) {
        int last = 1;
        for (int step = 0; step < text.size("/steps"); step++) {
            last = Math.max(last, day(text, "/steps/" + step));
        }
        return last;
    }
}
