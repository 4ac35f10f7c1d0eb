package io.siyu.rule;

import io.siyu.campaign.Registers;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What conditions may name: per event type its own fields, and what every fact offers besides. */
public final class FactSchema {
    private final Catalogue catalogue;
    private final Map<String, Accessor> shared = new LinkedHashMap<>();
    private final Map<String, KeptType> kept = new LinkedHashMap<>();
    private final Registers registers;

    /** @param shared accessors every event type offers, such as {@code member.level} */
    public FactSchema(Catalogue catalogue, Collection<Accessor> shared) {
        this(catalogue, shared, Registers.UNCHECKED);
    }

    private FactSchema(Catalogue catalogue, Collection<Accessor> shared, Registers registers) {
        KeptTypes.all().forEach(type -> kept.put(type.name(), type));
        this.catalogue = catalogue;
        this.registers = registers;
        for (Accessor accessor : shared) {
            this.shared.put(accessor.path(), accessor);
        }
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** This schema for a playbook with these stores and lists. */
    public FactSchema knowing(Registers known) {
        List<Accessor> all = new ArrayList<>(shared.values());
        all.addAll(RegisterFacts.of(known));
        return new FactSchema(catalogue, all, known);
    }

    /** The stores and lists conditions may name. */
    public Registers registers() {
        return registers;
    }

    /** The event type a pattern names. */
    public Optional<EventType> type(String drlName) {
        return catalogue.drlType(drlName);
    }

    /** What {@code path} reads in a pattern of {@code type}. */
    public Optional<Accessor> accessor(EventType type, String path) {
        return Moments.accessor(path, word -> plain(type, word));
    }

    private Optional<Accessor> plain(EventType type, String path) {
        int index = type.indexOf(path);
        if (index < 0) {
            return Optional.ofNullable(shared.get(path));
        }
        Field field = type.fields().get(index);
        return Optional.of(new Accessor(
                path,
                field.seenAs(),
                List.of(),
                arguments -> fact -> fact.event().data().at(index)));
    }

    /** What a name behind {@code exists} or {@code not} means. */
    public Optional<KeptType> kept(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    /** All that conditions may look at one by one. */
    public Collection<KeptType> kept() {
        return kept.values();
    }

    /** Every accessor that does not depend on the event type. */
    public Collection<Accessor> shared() {
        return shared.values();
    }
}
