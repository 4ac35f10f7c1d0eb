package io.siyu.event;

import io.siyu.campaign.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A catalogued type of event: its name, the kind of subject it is about and its typed fields, in order. */
public final class EventType {
    private final String name;
    private final SubjectKind about;
    private final boolean house;
    private final Text label;
    private final List<Field> fields;
    private final Map<String, Integer> index = new HashMap<>();

    /**
     * @param name past tense, dotted: {@code order.placed}
     * @param about the kind of subject its events have
     * @param house made by the house itself; refused from outside
     */
    public EventType(String name, SubjectKind about, boolean house, Text label, List<Field> fields) {
        this.name = name;
        this.about = about;
        this.house = house;
        this.label = label;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            index.put(fields.get(i).name(), i);
        }
    }

    public String name() {
        return name;
    }

    public SubjectKind about() {
        return about;
    }

    public boolean house() {
        return house;
    }

    public Text label() {
        return label;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The position of a field in {@link Values}, or -1. */
    public int indexOf(String field) {
        Integer i = index.get(field);
        return i == null ? -1 : i;
    }

    /** The name rules use: the dotted parts capitalised, {@code order.placed} → {@code OrderPlaced}. */
    public String drlName() {
        StringBuilder drl = new StringBuilder(name.length());
        for (String part : name.split("\\.", -1)) {
            drl.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
        }
        return drl.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
