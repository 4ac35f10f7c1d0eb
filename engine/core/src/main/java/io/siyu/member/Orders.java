package io.siyu.member;

/** A member's orders: count, total, last, per store, and counts in exact windows. */
public record Orders() {
    /** None yet. */
    public static final Orders NONE = new Orders();
}
