package io.siyu.rule.drools.typed;

import io.siyu.campaign.Registers;
import io.siyu.event.Field;
import io.siyu.rule.Accessor;
import io.siyu.rule.KeptType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The paths in a pattern behind {@code exists} or {@code not}. */
record KeptScope(KeptType type) implements Scope {

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public Optional<Accessor> accessor(String path) {
        return type.accessor(path);
    }

    @Override
    public List<String> known() {
        return type.fields().stream().map(Accessor::path).toList();
    }

    @Override
    public Optional<Field> personal(String path) {
        return Optional.empty();
    }

    @Override
    public Registers registers() {
        return Registers.UNCHECKED;
    }

    @Override
    public @Nullable Field field(String path) {
        return null;
    }

    @Override
    public boolean tellsStore() {
        return true;
    }
}
