package io.siyu.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Whom a cadence step addresses: all members, or the communities of one type (or of every type).
 *
 * @param kind {@code member} or {@code community}
 * @param communityType {@code marketing}, {@code content} or {@code service}; absent means every type
 */
public record Audience(String kind, @Nullable String communityType) {

    /** Every member of the retailer. */
    public static final Audience MEMBERS = new Audience("member", null);
}
