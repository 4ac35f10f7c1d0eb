package io.siyu.web.lifecycle;

import java.util.Locale;

/** Why a deed was not done. */
public enum Refusal {
    /** The table knows no such way from where the campaign stands. */
    NOT_NOW,
    /** The role does not include it. */
    NOT_YOURS,
    /** Who wrote the words does not approve them. */
    OWN,
    /** Others words are meant than those that were looked at. */
    CHANGED,
    /** What is sent back needs to hear why. */
    NO_REMARK,
    /** A draft is in the way. */
    DRAFTED,
    /** The house publishes approved words only. */
    NOT_APPROVED,
    /** The words have faults. */
    FAULTY,
    /** Something on the checklist speaks against it. */
    UNCHECKED;

    /** As answers and message keys write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of what people are told. */
    public String messageKey() {
        return "refused." + word();
    }
}
