package io.siyu.decision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Step;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.member.Coupon;
import io.siyu.member.Enrolment;
import io.siyu.member.Intent;
import io.siyu.rule.Action;
import io.siyu.rule.Edition;
import io.siyu.rule.Printed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues a coupon a step proposed: a letter to the member, and the message that tells of it. */
final class CouponIssue {
    private static final Set<String> PRINTED = Set.of("couponId", "kind", "value", "expiresAt", "campaign");

    private final Turn turn;

    CouponIssue(Turn turn) {
        this.turn = turn;
    }

    void issue(Intent intent) {
        Campaign campaign = campaign(intent);
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

    /** The campaign as the member goes through it. */
    private @Nullable Campaign campaign(Intent intent) {
        String id = intent.campaign();
        return id == null
                ? null
                : turn.edition.campaign(
                        id,
                        turn.state
                                .enrolments()
                                .find(id, intent.occurrence())
                                .map(Enrolment::version)
                                .orElse(""));
    }

    private Event issued(Intent intent, Step.Action.IssueCoupon coupon) {
        return HouseEvent.of(turn.edition.catalogue().require("coupon.issued"), "issued-" + intent.proposal())
                .with("couponId", Ids.coupon(intent.proposal()))
                .with("kind", coupon.kind())
                .with("value", coupon.value())
                .with("expiresAt", turn.at.plus(coupon.expires()))
                .with("campaign", intent.campaign())
                .about(turn.state.subject(), turn.at);
    }

    private void tell(Intent intent, Campaign campaign, Event issued) {
        String template = campaign.id() + "/" + intent.step();
        var prints = turn.edition.templates().get(template);
        Map<String, String> about = new LinkedHashMap<>(intent.about());
        about.putAll(Printed.about(issued, prints == null ? Set.of() : prints.prints(), turn.edition.settings()));
        new Judge(turn)
                .judge(new Intent(
                        Ids.proposal(
                                turn.state.subject(),
                                String.valueOf(intent.campaign()),
                                String.valueOf(intent.step()),
                                intent.occurrence()),
                        intent.occurrence(),
                        intent.trigger(),
                        intent.event(),
                        intent.since(),
                        intent.rule(),
                        intent.campaign(),
                        intent.step(),
                        Action.SEND.word(),
                        template,
                        intent.priority(),
                        about,
                        intent.variant()));
    }

    /** What a text may print of a coupon. */
    static Map<String, String> about(Coupon coupon, Edition edition) {
        Event event = HouseEvent.of(edition.catalogue().require("coupon.issued"), coupon.id())
                .with("couponId", coupon.id())
                .with("kind", coupon.kind())
                .with("value", coupon.value())
                .with("expiresAt", coupon.expiresAt())
                .with("campaign", coupon.campaign())
                .about(Subject.RETAILER, Instant.EPOCH);
        return Printed.about(event, PRINTED, edition.settings());
    }
}
