package io.siyu.member;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The coupons of one member by id. */
public record Coupons(Map<String, Coupon> byId) {
    /** None. */
    public static final Coupons NONE = new Coupons(Map.of());

    public Coupons {
        byId = Collections.unmodifiableMap(new TreeMap<>(byId));
    }

    public Optional<Coupon> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All, by id in lexical order. */
    public Collection<Coupon> all() {
        return byId.values();
    }
}
