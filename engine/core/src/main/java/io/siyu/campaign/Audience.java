package io.siyu.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Whom a step addresses: members, the communities of one type (or of every type), or the store that calls.
 *
 * @param kind {@code member}, {@code community} or {@code store}
 * @param communityType {@code marketing}, {@code content} or {@code service}; absent means every type
 */
public record Audience(String kind, @Nullable String communityType) {

    /** Every member of the retailer. */
    public static final Audience MEMBERS = new Audience("member", null);

    /** Communities of every type. */
    public static final Audience COMMUNITIES = new Audience("community", null);

    /** The store whose event calls. */
    public static final Audience STORE = new Audience("store", null);
}
