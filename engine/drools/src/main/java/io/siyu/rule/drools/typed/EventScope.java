package io.siyu.rule.drools.typed;

import io.siyu.campaign.Registers;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.SubjectKind;
import io.siyu.rule.Accessor;
import io.siyu.rule.FactSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paths in the pattern of an event. */
record EventScope(EventType event, FactSchema schema) implements Scope {

    @Override
    public String name() {
        return event.drlName();
    }

    @Override
    public Optional<Accessor> accessor(String path) {
        return schema.accessor(event, path);
    }

    @Override
    public List<String> known() {
        return Stream.concat(
                        event.fields().stream().map(Field::name),
                        schema.shared().stream().map(Accessor::path))
                .toList();
    }

    @Override
    public Optional<Field> personal(String path) {
        int index = event.indexOf(path);
        Stream<Field> read = index >= 0
                ? Stream.of(event.fields().get(index))
                : schema.catalogue().memberAttributes().stream()
                        .filter(attribute -> path.equals("member." + attribute.name()));
        return read.filter(Field::personal).findFirst();
    }

    @Override
    public Registers registers() {
        return schema.registers();
    }

    @Override
    public @Nullable Field field(String path) {
        int index = event.indexOf(path);
        return index < 0 ? null : event.fields().get(index);
    }

    @Override
    public boolean tellsStore() {
        return event.about() == SubjectKind.STORE || event.indexOf("store") >= 0;
    }
}
