package io.siyu.decision;

import io.siyu.campaign.Compliance;
import io.siyu.campaign.Template;
import io.siyu.decision.Witness.Saw;
import io.siyu.member.MemberProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guard of addresses: a channel does not reach a member who is known to have none there. */
final class Addresses {
    private Addresses() {}

    /** What is known of a member's address. */
    private enum Known {
        THERE,
        MISSING,
        UNTOLD
    }

    static @Nullable Ruling judge(Case c) {
        Template template = c.template();
        if (template == null) {
            return null;
        }
        Compliance asked = Guards.asked(c, template);
        if (asked.address().isEmpty() || !(c.state().profile() instanceof MemberProfile member)) {
            return null;
        }
        return switch (known(member, asked.address())) {
            case THERE -> null;
            case MISSING -> Ruling.drop(Reason.ADDRESS_NONE, asked.address());
            case UNTOLD -> asked.addressNeeded() ? Ruling.drop(Reason.ADDRESS_UNKNOWN, asked.address()) : null;
        };
    }

    private static Known known(MemberProfile member, String attribute) {
        Object told = member.attributes().get(attribute);
        if (told == null) {
            return Known.UNTOLD;
        }
        return told.equals(false) || told.equals("") ? Known.MISSING : Known.THERE;
    }

    static List<Saw> saw(Case c) {
        Template template = c.template();
        String attribute = template == null ? "" : Guards.asked(c, template).address();
        return attribute.isEmpty() || !(c.state().profile() instanceof MemberProfile member)
                ? List.of()
                : List.of(new Saw(attribute, String.valueOf(known(member, attribute) == Known.THERE)));
    }
}
