package io.siyu.campaign;

import java.util.Locale;

/** Why a message is sent; consent, channels and caps are kept per purpose. */
public enum Purpose {
    /** Triggered by what the member did: order, payment, shipping, refund notices. */
    SERVICE,
    /** Everything that wants to sell, including coupons and win-back. */
    MARKETING;

    /** The word used in files and on the wire: {@code service} or {@code marketing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
