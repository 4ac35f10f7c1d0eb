package io.siyu.rule;

import io.siyu.campaign.Pairs.Shown;
import io.siyu.campaign.Template;
import io.siyu.member.State;
import java.util.Map;
import java.util.Optional;

/** What deciding asks of an edition's texts: whether a message can be written for somebody. */
@FunctionalInterface
public interface Wording {

    /** Texts that can be written for everybody. */
    Wording ANY = (template, about, state) -> Flaw.NONE;

    /** What stands against the text of a template for this subject, with these values of its trigger. */
    Flaw flaw(Template template, Map<String, String> about, State state);

    /** The product a template shows this subject, and why it is this one; empty when its texts show none. */
    default Optional<Shown> shown(Template template, Map<String, String> about, State state) {
        return Optional.empty();
    }

    /**
     * Why a text is not sent.
     *
     * @param reason {@code render.failed} or {@code text.limit}; empty when nothing stands against it
     * @param ref what was measured, such as {@code 22 of 20 characters}
     */
    record Flaw(String reason, String ref) {

        /** Nothing stands against it. */
        public static final Flaw NONE = new Flaw("", "");

        /** A text that cannot be written at all. */
        public static Flaw failed(String why) {
            return new Flaw("render.failed", why);
        }

        /** A text its channel would refuse. */
        public static Flaw limit(String what) {
            return new Flaw("text.limit", what);
        }

        public boolean isNone() {
            return reason.isEmpty();
        }
    }
}
