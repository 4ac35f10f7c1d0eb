package io.siyu.web.campaign;

import io.siyu.campaign.Trigger;
import java.util.List;

/** Which facts the conditions of a campaign see, each at its place in the file. */
final class ConditionPlaces {
    private static final String TRIGGER = "/trigger";
    private static final String MEMBER = "member";
    private static final String COUPON = "coupon";

    private ConditionPlaces() {}

    /** {@code event:order.placed} where an event is looked at as it comes, else {@code member}, {@code coupon} or {@code community}. */
    static String of(CampaignText text, String pointer) {
        if (pointer.startsWith("/audience/")) {
            return MEMBER;
        }
        boolean planned = TriggerKind.isPlanned(text);
        if (pointer.equals("/trigger/when")) {
            return trigger(text, planned);
        }
        String step = pointer.substring(0, pointer.lastIndexOf('/'));
        if (isForCommunities(text, step)) {
            return "community";
        }
        return planned ? MEMBER : COUPON;
    }

    private static String trigger(CampaignText text, boolean planned) {
        for (String name : new String[] {"event", "after"}) {
            String event = text.value(TRIGGER + "/" + name);
            boolean begins = name.equals("event") || text.names(TRIGGER).contains("absence");
            if (begins && !event.isEmpty()) {
                return "event:" + event;
            }
        }
        boolean coupon = text.value(TRIGGER + "/date").equals(Trigger.OnDate.COUPON_EXPIRY);
        return coupon && !planned ? COUPON : MEMBER;
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
