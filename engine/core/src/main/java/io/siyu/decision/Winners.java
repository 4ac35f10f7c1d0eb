package io.siyu.decision;

import io.siyu.campaign.Cap;
import io.siyu.member.Intent;
import io.siyu.member.Sent;
import java.util.ArrayList;
import java.util.List;

/** Who goes of those that waited for one another, the best first. */
record Winners(List<Winner> list) {
    /** Nobody yet. */
    static final Winners NONE = new Winners(List.of());

    /** One that goes: {@code name} is its campaign and step, or its rule. */
    record Winner(String name, Sent sent) {}

    Winners {
        list = List.copyOf(list);
    }

    Winners with(Intent intent, Sent sent) {
        String name = intent.campaign() == null ? intent.rule() : intent.campaign() + "/" + intent.step();
        List<Winner> longer = new ArrayList<>(list);
        longer.add(new Winner(name, sent));
        return new Winners(longer);
    }

    /** The best of them that takes room in the cap, which counts one campaign's alone unless {@code by} is empty. */
    String in(Cap cap, String by) {
        for (Winner winner : list) {
            Sent sent = winner.sent();
            if (cap.covers(sent.purpose(), sent.channel())
                    && (by.isEmpty() || sent.by().equals(by))) {
                return winner.name();
            }
        }
        return "";
    }
}
