package io.siyu.web.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether campaigns are published from the screens only after somebody else approved their words.
 *
 * @param demanded {@code auto}: as soon as two accounts may approve, so that nobody waits for themselves
 */
@ConfigurationProperties("siyu.approval")
public record ApprovalSettings(@DefaultValue("auto") Demanded demanded) {

    /** When approval is demanded. */
    public enum Demanded {
        AUTO,
        ALWAYS,
        NEVER
    }
}
