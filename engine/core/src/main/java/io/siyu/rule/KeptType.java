package io.siyu.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Something a member has several of, which conditions behind {@code exists} and {@code not} look at one by one. */
public final class KeptType {
    private final String name;
    private final Map<String, Accessor> fields = new LinkedHashMap<>();
    private final Function<Fact, Collection<?>> all;

    /**
     * @param name as DRL writes it: {@code Coupon}
     * @param fields what one of them has; each reads {@link Fact#kept}
     * @param all all that the subject of a fact has
     */
    KeptType(String name, List<Accessor> fields, Function<Fact, Collection<?>> all) {
        this.name = name;
        fields.forEach(field -> this.fields.put(field.path(), field));
        this.all = all;
    }

    public String name() {
        return name;
    }

    /** What {@code path} reads of one of them. */
    public Optional<Accessor> accessor(String path) {
        return Moments.accessor(path, word -> Optional.ofNullable(fields.get(word)));
    }

    /** Its fields, in the order people read them. */
    public Collection<Accessor> fields() {
        return fields.values();
    }

    /** All that the subject of a fact has; none for other subjects than members. */
    public Collection<?> all(Fact fact) {
        return all.apply(fact);
    }
}
