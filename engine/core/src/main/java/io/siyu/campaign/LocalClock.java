package io.siyu.campaign;

import java.util.Locale;

/** Whose clock shows the local times of a plan. */
public enum LocalClock {
    /** The house's, for everybody at one moment. */
    RETAILER,
    /** That of where each member lives as far as that is known, else the house's. */
    MEMBER;

    /** The word used in files: {@code retailer} or {@code member}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
