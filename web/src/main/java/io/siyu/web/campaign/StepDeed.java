package io.siyu.web.campaign;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a marketer does to the steps of a campaign beside filling in fields.
 *
 * @param what {@code up}, {@code down}, {@code remove}, {@code path}, or the kind of a step to add
 * @param at pointer of the step or the path; for a new step, of the one it comes behind or of the list it ends
 * @param name of a new step; blank for what it does
 */
record StepDeed(String what, String at, String name) {
    private static final Pattern ITEM = Pattern.compile("(/steps(?:/[a-z0-9]{1,10}){0,60})/(\\d{1,3})");
    private static final Pattern LIST =
            Pattern.compile("/steps|/steps/\\d{1,3}(?:/[a-z0-9]{1,10}){0,60}/(steps|then|otherwise)");

    /**
     * What a button of the form asks for: {@code up /steps/1}; {@code add} with the fields beside it; nothing that is known
     * does nothing.
     */
    static StepDeed of(Map<String, String> answers) {
        String[] button = answers.getOrDefault("step", "").split(" ", 2);
        return button.length == 2
                ? new StepDeed(button[0], button[1], "")
                : new StepDeed(
                        answers.getOrDefault("add-kind", ""),
                        answers.getOrDefault("add-at", ""),
                        answers.getOrDefault("add-name", ""));
    }

    /** Where the step is afterwards, or where something was. */
    String shown(CampaignText before, CampaignText after) {
        Matcher item = ITEM.matcher(at);
        if (after.text().equals(before.text())) {
            return at;
        }
        if (LIST.matcher(at).matches()) {
            return at + "/" + (after.size(at) - 1);
        }
        if (!item.matches()) {
            return at;
        }
        int place = Integer.parseInt(item.group(2));
        int now = switch (what) {
            case "up", "remove" -> Math.max(0, place - 1);
            case "path" -> place;
            default -> place + 1;
        };
        return item.group(1) + "/" + now;
    }

    /** The campaign after it; unchanged when there is nothing to do there. */
    CampaignText done(CampaignText text) {
        Matcher item = ITEM.matcher(at);
        if (LIST.matcher(at).matches() && isHeld(text)) {
            StepList list = new StepList(text, at);
            return isKind(text) ? list.with(list.size(), new NewStep(text).of(what, name)) : alone(text, list);
        }
        if (!item.matches() || text.node(at).isEmpty()) {
            return text;
        }
        StepList list = new StepList(text, item.group(1));
        int place = Integer.parseInt(item.group(2));
        return switch (what) {
            case "up" -> place > 0 ? list.swapped(place - 1) : text;
            case "down" -> place + 1 < list.size() ? list.swapped(place) : text;
            case "remove" -> list.without(place);
            case "path" -> path(text);
            default -> isKind(text) ? list.with(place + 1, new NewStep(text).of(what, name)) : text;
        };
    }

    /** why: a step that is the only one of its path may stand there without a list around it. */
    private CampaignText alone(CampaignText text, StepList list) {
        if (text.size(at) > 0 || list.size() == 0) {
            return text;
        }
        return switch (what) {
            case "remove" -> list.without(0);
            case "path" -> path(text);
            default -> text;
        };
    }

    /** One more path, before the one without a condition that takes the rest. */
    private CampaignText path(CampaignText text) {
        String of = text.names(at).contains("parts") ? "parts" : "branch";
        StepList paths = new StepList(text, at + "/" + of);
        List<String> ways = text.items(at + "/" + of);
        if (ways.isEmpty()) {
            return text;
        }
        int last = ways.size() - 1;
        boolean rest = of.equals("branch") && !text.names(ways.get(last)).contains("when");
        return paths.with(rest ? last : last + 1, NewStep.way(of));
    }

    private boolean isKind(CampaignText text) {
        return new NewStep(text).kinds().contains(what);
    }

    /** Whether the step or the path of the list is there, though the list itself need not be. */
    private boolean isHeld(CampaignText text) {
        return at.equals("/steps")
                || text.node(at.substring(0, at.lastIndexOf('/'))).isPresent();
    }
}
