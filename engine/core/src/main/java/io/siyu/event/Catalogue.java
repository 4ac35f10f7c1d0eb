package io.siyu.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All event types the house knows, built in and the retailer's own, and the attributes a member may have. */
public final class Catalogue {
    private final Map<String, EventType> types = new LinkedHashMap<>();
    private final Map<String, EventType> byDrlName = new LinkedHashMap<>();
    private final List<Field> memberAttributes;
    private final String currency;

    /** @param currency ISO 4217 code of every money field */
    public Catalogue(Collection<EventType> types, List<Field> memberAttributes, String currency) {
        for (EventType type : types) {
            this.types.put(type.name(), type);
            this.byDrlName.put(type.drlName(), type);
        }
        this.memberAttributes = List.copyOf(memberAttributes);
        this.currency = currency;
    }

    /** The type with this dotted name. */
    public Optional<EventType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The type rules call by this name. */
    public Optional<EventType> drlType(String drlName) {
        return Optional.ofNullable(byDrlName.get(drlName));
    }

    /** A type the house itself relies on; its absence is a fault of the build. */
    public EventType require(String name) {
        return type(name).orElseThrow(() -> new IllegalStateException("The catalogue lacks (" + name + ")."));
    }

    public List<EventType> types() {
        return new ArrayList<>(types.values());
    }

    public List<Field> memberAttributes() {
        return memberAttributes;
    }

    public String currency() {
        return currency;
    }

    /** How many decimals the currency has: 2 for CNY and USD, 0 for JPY. */
    public int currencyDigits() {
        return java.util.Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
