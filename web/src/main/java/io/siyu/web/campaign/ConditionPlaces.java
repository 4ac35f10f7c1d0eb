package io.siyu.web.campaign;

import io.siyu.campaign.Trigger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which facts the conditions of a campaign see, each at its place in the file. */
final class ConditionPlaces {
    private static final String WHEN = "/when";
    private static final String TRIGGER = "/trigger";
    private static final String EVENT = "event";
    private static final String MEMBER = "member";
    private static final String COUPON = "coupon";

    private ConditionPlaces() {}

    /**
     * Where the conditions of one field stand.
     *
     * @param word {@code event:order.placed} where an event is looked at as it comes, else {@code member}, {@code coupon} or
     *     {@code community}; empty while no event is chosen where there must be one
     * @param event the field that names the event; empty where none does
     * @param otherwise the word while that field is empty
     */
    record Placed(String word, String event, String otherwise) {}

    /** Whether a field holds conditions. */
    static boolean isOne(String pointer) {
        return pointer.endsWith(WHEN)
                && Stream.of("/trigger/", "/audience/", "/steps/", "/exits/", "/goal/")
                        .anyMatch(pointer::startsWith);
    }

    /** @param asked what a field of the form is answered with */
    static Placed of(CampaignText text, String pointer, UnaryOperator<String> asked) {
        String holder = pointer.substring(0, pointer.length() - WHEN.length());
        String otherwise = otherwise(text, holder);
        String name = event(text, holder);
        if (name.isEmpty()) {
            return new Placed(otherwise, "", otherwise);
        }
        String event = asked.apply(holder + "/" + name);
        return new Placed(event.isEmpty() ? otherwise : "event:" + event, holder + "/" + name, otherwise);
    }

    /** The name beside the conditions that tells of which event they are; empty when they are of the moment. */
    private static String event(CampaignText text, String holder) {
        if (holder.equals(TRIGGER)) {
            List<String> names = text.names(TRIGGER);
            return names.contains("absence") ? "after" : names.contains(EVENT) ? EVENT : "";
        }
        return holder.equals("/goal") || holder.startsWith("/exits") || holder.endsWith("/wait") ? EVENT : "";
    }

    private static String otherwise(CampaignText text, String holder) {
        boolean planned = TriggerKind.isPlanned(text);
        if (holder.equals("/goal") || holder.endsWith("/wait")) {
            return "";
        }
        if (holder.startsWith("/steps/") && isForCommunities(text, holder)) {
            return "community";
        }
        if (holder.equals("/audience") || planned) {
            return MEMBER;
        }
        boolean dated = holder.equals(TRIGGER) && !text.value("/trigger/date").equals(Trigger.OnDate.COUPON_EXPIRY);
        return dated ? MEMBER : COUPON;
    }

    /** Whether a step speaks to communities; a push does unless it says otherwise. */
    static boolean isForCommunities(CampaignText text, String step) {
        List<String> whom = text.names(step + "/audience");
        String word = text.value(step + "/audience");
        return word.equals("communities")
                || whom.contains("communities")
                || (word.isEmpty() && whom.isEmpty() && text.names(step).contains("push"));
    }
}
