package io.siyu.rule;

import io.siyu.campaign.Registers;
import io.siyu.campaign.Text;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.SubjectKind;
import io.siyu.rule.ConditionField.About;
import io.siyu.rule.ConditionField.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields that conditions at one place may name: those of an event where there is one, then what is known besides. */
public final class ConditionFields {

    private final Map<String, ConditionField> byPath;
    private final String currency;
    private final int currencyDigits;
    private final Registers registers;

    private ConditionFields(FactSchema schema, Map<String, ConditionField> byPath) {
        this.byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
        this.currency = schema.catalogue().currency();
        this.currencyDigits = schema.catalogue().currencyDigits();
        this.registers = schema.registers();
    }

    /** Where an event is looked at as it comes. */
    public static ConditionFields of(FactSchema schema, EventType event, Set<About> besides) {
        Map<String, ConditionField> byPath = new LinkedHashMap<>();
        for (Field field : event.fields()) {
            ConditionField own = new ConditionField(field.name(), About.EVENT, kind(field), field.label(), List.of());
            byPath.put(own.path(), own);
        }
        if (event.about() == SubjectKind.STORE) {
            schema.shared().stream()
                    .filter(accessor -> accessor.path().startsWith("store."))
                    .forEach(accessor -> add(schema, accessor, About.EVENT, byPath));
        }
        addShared(schema, besides, byPath);
        return new ConditionFields(schema, byPath);
    }

    /** Where there is no event whose fields people know: steps, audiences, dates. */
    public static ConditionFields of(FactSchema schema, Set<About> known) {
        Map<String, ConditionField> byPath = new LinkedHashMap<>();
        addShared(schema, known, byPath);
        return new ConditionFields(schema, byPath);
    }

    private static void addShared(FactSchema schema, Set<About> known, Map<String, ConditionField> byPath) {
        for (Accessor accessor : schema.shared()) {
            about(accessor.path()).filter(known::contains).ifPresent(about -> add(schema, accessor, about, byPath));
        }
    }

    private static void add(FactSchema schema, Accessor accessor, About about, Map<String, ConditionField> byPath) {
        String path = accessor.path();
        Text label = FactLabels.shared(path, schema.catalogue()).orElse(Text.of(path));
        byPath.putIfAbsent(path, new ConditionField(path, about, kind(schema, accessor), label, accessor.parameters()));
    }

    private static Optional<About> about(String path) {
        return switch (path.substring(0, Math.max(0, path.indexOf('.')))) {
            case "member" -> Optional.of(About.MEMBER);
            case "coupon" -> Optional.of(About.COUPON);
            case "community" -> Optional.of(About.COMMUNITY);
            default -> Optional.empty();
        };
    }

    private static Kind kind(FactSchema schema, Accessor accessor) {
        return schema.catalogue().memberAttributes().stream()
                .filter(attribute -> accessor.path().equals("member." + attribute.name()))
                .findFirst()
                .map(ConditionFields::kind)
                .orElse(Kind.of(accessor.type()));
    }

    private static Kind kind(Field field) {
        if (!field.personal()) {
            return Kind.of(field.type());
        }
        return field.type() == FieldType.DATE
                ? Kind.DAY
                : field.seenAs() == FieldType.BOOLEAN ? Kind.PERSONAL : Kind.of(field.seenAs());
    }

    /** All of them, those of the event first. */
    public List<ConditionField> all() {
        return List.copyOf(byPath.values());
    }

    /** The field of this path. */
    public Optional<ConditionField> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The unit of money. */
    public String currency() {
        return currency;
    }

    /** Decimals of that unit. */
    public int currencyDigits() {
        return currencyDigits;
    }

    /** The stores and lists that rows may name. */
    public Registers registers() {
        return registers;
    }
}
