package io.siyu.playbook;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Trigger;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.SubjectKind;
import io.siyu.message.Scope;
import java.util.List;
import java.util.Optional;

/**
 * What the steps of a campaign are judged against.
 *
 * @param trigger absent when it was not readable
 * @param channel the channel of steps that name none; empty if there is no usable one
 * @param channelWritten whether the campaign names one at all
 */
record Outline(Purpose purpose, Optional<Trigger> trigger, String channel, boolean channelWritten) {

    /** The cadence, if the campaign is one. */
    Optional<Trigger.OnCadence> cadence() {
        return trigger.filter(Trigger.OnCadence.class::isInstance).map(Trigger.OnCadence.class::cast);
    }

    /** Whether the steps are planned for an audience. */
    boolean isPlanned() {
        return trigger.filter(Trigger::isPlanned).isPresent();
    }

    /** Whether an event of a store or the retailer calls for whom the steps are. */
    boolean isCalled() {
        return call().isPresent();
    }

    /** Whether the event that calls is a store's. */
    boolean isOfStore(Catalogue catalogue) {
        return call().filter(event -> catalogue.require(event.type()).about() == SubjectKind.STORE)
                .isPresent();
    }

    private Optional<Trigger.OnCall> call() {
        return trigger.filter(Trigger.OnCall.class::isInstance).map(Trigger.OnCall.class::cast);
    }

    /** What the text of a step may print; one that issues a coupon tells of it. */
    Scope scope(Catalogue catalogue, boolean coupon, Audience audience) {
        if (!audience.equals(Audience.MEMBERS)) {
            Scope community = Scope.ofCommunity();
            return call().map(event -> community.withEvent(catalogue.require(event.type())))
                    .orElse(community);
        }
        Scope member = Scope.ofMember(catalogue);
        Scope entered = trigger.map(entry -> entered(member, catalogue, entry))
                .orElseGet(() -> member.withAnyEvent(catalogue).withCoupon(catalogue));
        return coupon ? entered.withCoupon(catalogue) : entered;
    }

    private static Scope entered(Scope member, Catalogue catalogue, Trigger trigger) {
        if (trigger instanceof Trigger.OnEvent event) {
            EventType type = catalogue.require(event.type());
            Scope scope = member.withEvent(type);
            return type.indexOf("couponId") < 0 ? scope : scope.withCoupon(catalogue);
        }
        if (trigger instanceof Trigger.OnCall call) {
            return entered(member, catalogue, new Trigger.OnEvent(call.type(), List.of()));
        }
        if (trigger instanceof Trigger.OnAbsence absence) {
            return entered(member, catalogue, new Trigger.OnEvent(absence.after(), List.of()));
        }
        return trigger instanceof Trigger.OnDate date && date.of().equals(Trigger.OnDate.COUPON_EXPIRY)
                ? member.withCoupon(catalogue)
                : member;
    }
}
