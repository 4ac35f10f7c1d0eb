package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A step as it begins: what it does, with values that are usual and words to be filled in. Pure. */
final class NewStep {
    private static final List<String> ENTERED = List.of(
            "send", "coupon", "task", "tag", "webhook", "wait", "wait-until", "wait-event", "branch", "split", "end");
    private static final List<String> CALLED =
            Stream.concat(ENTERED.stream(), Stream.of("push")).toList();
    private static final int LONGEST = 60;

    private final CampaignText text;
    private final boolean cadence;
    private final boolean schedule;

    NewStep(CampaignText text) {
        this.text = text;
        List<String> trigger = text.names("/trigger");
        this.cadence = trigger.contains("cadence");
        this.schedule = trigger.contains("schedule");
    }

    /** What may be added to this campaign; a push to one that an event begins only if the event calls. */
    List<String> kinds() {
        if (!cadence && !schedule) {
            return text.names("/trigger").contains("event") ? CALLED : ENTERED;
        }
        List<String> kinds = new ArrayList<>(FormSteps.ACTS);
        if (schedule) {
            kinds.add("wait");
        }
        return kinds;
    }

    /** @param name what it is to be called; blank for what it does */
    YamlNode of(String kind, String name) {
        String id = free(name.isBlank() ? kind.replaceFirst("-.*", "") : name);
        Map<String, YamlNode> step = new LinkedHashMap<>();
        switch (kind) {
            case "wait" -> step.put("wait", YamlTree.text("1d"));
            case "wait-until" -> step.put("wait", YamlTree.map("until", YamlTree.text("10:00")));
            case "wait-event" -> step.put("wait", event("order.paid", "1d"));
            case "branch" -> step.put("branch", YamlTree.list(List.of(way("branch"), rest())));
            case "split" -> {
                step.put("split", YamlTree.text(id));
                step.put("parts", YamlTree.list(List.of(way("parts"), way("parts"))));
            }
            case "end" -> step.put("end", YamlTree.text(id));
            default -> act(kind, id, step);
        }
        return YamlTree.map(step);
    }

    /** One more path of a step: of a branch with a condition, of a split with a share. */
    static YamlNode way(String of) {
        Map<String, YamlNode> way = new LinkedHashMap<>();
        if (of.equals("parts")) {
            way.put("share", YamlTree.text("50%"));
        } else {
            way.put("when", YamlTree.lines("member.level >= 2"));
        }
        way.put("steps", YamlTree.list(List.of()));
        return YamlTree.map(way);
    }

    private static YamlNode rest() {
        return YamlTree.map("steps", YamlTree.list(List.of()));
    }

    private static YamlNode event(String event, String within) {
        Map<String, YamlNode> wait = new LinkedHashMap<>();
        wait.put("event", YamlTree.text(event));
        wait.put("within", YamlTree.text(within));
        return YamlTree.map(wait);
    }

    private void act(String kind, String id, Map<String, YamlNode> step) {
        step.put(kind, YamlTree.text(id));
        if (cadence) {
            step.put("day", YamlTree.text(day()));
            step.put("at", YamlTree.text("10:00"));
            step.put("window", YamlTree.text("4h"));
        }
        if (cadence || schedule) {
            step.put("audience", YamlTree.text(kind.equals("push") ? "communities" : "members"));
        }
        switch (kind) {
            case "tag" -> {
                // why: a tag is its name and says nothing
            }
            case "webhook" -> step.put("data", YamlTree.map("level", YamlTree.text("{{ member.level }}")));
            case "coupon" -> {
                step.put("kind", YamlTree.text(id.toUpperCase(Locale.ROOT)));
                step.put("value", YamlTree.text("10.00"));
                step.put("expires", YamlTree.text("7d"));
                step.put(
                        "text",
                        words(
                                "送您 {{ coupon.value }} 元券，{{ coupon.expiresAt }} 前可用。",
                                "Here is {{ coupon.value }} for you, good until {{ coupon.expiresAt }}."));
            }
            case "task" -> step.put("text", task());
            default -> step.put("text", words("这里写要说的话。", "What is to be said."));
        }
    }

    private static YamlNode task() {
        return languages("请与这位会员联系。", "Get in touch with this member.");
    }

    /** why: what sells says how to opt out, or the check of a channel that asks for it refuses the step at once. */
    private YamlNode words(String zh, String en) {
        boolean sells = text.value("/purpose").equals("marketing");
        return languages(zh + (sells ? "\n回复 R 退订。" : ""), en + (sells ? "\nReply R to opt out." : ""));
    }

    private static YamlNode languages(String zh, String en) {
        Map<String, YamlNode> words = new LinkedHashMap<>();
        words.put("zh", YamlTree.text(zh + "\n"));
        words.put("en", YamlTree.text(en + "\n"));
        return YamlTree.map(words);
    }

    /** The day of the last step, behind which the next is most likely to be. */
    private String day() {
        String day = text.value("/steps/" + (text.size("/steps") - 1) + "/day");
        return day.isEmpty() ? "1" : day;
    }

    private String free(String wanted) {
        TreeSet<String> taken = new TreeSet<>();
        for (String verb : List.of("send", "push", "task", "tag", "coupon", "webhook", "split", "end")) {
            text.pointers(verb).forEach(pointer -> taken.add(text.value(pointer)));
        }
        String plain =
                wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String id = plain.isEmpty()
                ? "step"
                : plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        String free = id;
        for (int next = 2; taken.contains(free); next++) {
            free = id + "-" + next;
        }
        return free;
    }
}
