package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Step;
import io.siyu.event.Event;
import io.siyu.event.HouseEvents;
import io.siyu.member.Coupon;
import io.siyu.member.Intent;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.Printed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Issues a coupon a step proposed: a letter to the member, and the message that tells of it. */
final class CouponIssue {
    private final Turn turn;

    CouponIssue(Turn turn) {
        this.turn = turn;
    }

    void issue(Intent intent) {
        Campaign campaign = turn.edition.campaign(intent.campaign());
        String step = intent.step();
        if (campaign == null || step == null) {
            return;
        }
        Step.Act act = campaign.act(step).orElse(null);
        if (act == null || !(act.action() instanceof Step.Action.IssueCoupon coupon)) {
            return;
        }
        Event issued = issued(intent, coupon);
        turn.letters.add(new Letter(issued));
        if (coupon.text() != null) {
            tell(intent, campaign, issued);
        }
    }

    private Event issued(Intent intent, Step.Action.IssueCoupon coupon) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("couponId", "c" + intent.proposal().substring(1));
        data.put("kind", coupon.kind());
        data.put("value", coupon.value());
        data.put("expiresAt", turn.at.plus(coupon.expires()));
        data.put("campaign", intent.campaign());
        return HouseEvents.of(
                turn.edition.catalogue().require("coupon.issued"),
                "issued-" + intent.proposal(),
                turn.state.subject(),
                turn.at,
                data);
    }

    private void tell(Intent intent, Campaign campaign, Event issued) {
        String template = campaign.id() + "/" + intent.step();
        var prints = turn.edition.templates().get(template);
        Map<String, String> about = new LinkedHashMap<>(intent.about());
        about.putAll(Printed.about(issued, prints == null ? java.util.Set.of() : prints.prints(), turn.edition.settings()));
        new Judge(turn).judge(new Intent(
                Ids.proposal(turn.state.subject(), campaign.id(), String.valueOf(intent.step()), intent.occurrence()),
                intent.occurrence(),
                intent.trigger(),
                intent.event(),
                intent.since(),
                intent.rule(),
                campaign.id(),
                intent.step(),
                Action.SEND.word(),
                template,
                intent.priority(),
                about));
    }

    /** What a text may print of a coupon. */
    static Map<String, String> about(Coupon coupon, Edition edition) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("couponId", coupon.id());
        data.put("kind", coupon.kind());
        data.put("value", coupon.value());
        data.put("expiresAt", coupon.expiresAt());
        data.put("campaign", coupon.campaign());
        Event event = HouseEvents.of(
                edition.catalogue().require("coupon.issued"),
                coupon.id(),
                io.siyu.event.Subject.RETAILER,
                Instant.EPOCH,
                data);
        return Printed.about(event, data.keySet(), edition.settings());
    }
}
