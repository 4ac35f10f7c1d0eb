package io.siyu.playbook;

import io.siyu.campaign.Nearest;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.SubjectKind;
import io.siyu.rule.FactSchemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The reading of event catalogues: the one that ships, and a retailer's own {@code catalogue.yaml} in the same form,
 * which adds types, optional fields of shipped types, and member attributes.
 */
public final class CatalogueFile {

    private static final String SHIPPED = "/io/siyu/event/catalogue.yaml";
    private static final Pattern TYPE_NAME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*");
    private static final List<String> KINDS =
            Arrays.stream(SubjectKind.values()).map(SubjectKind::word).toList();

    private final Faults faults;
    private final String currency;
    private final boolean own;
    private final FieldsFile fieldsFile;
    private final Map<String, Map<String, Field>> shared = new LinkedHashMap<>();
    private final Map<String, EventType> types = new LinkedHashMap<>();
    private final Map<String, Field> attributes = new LinkedHashMap<>();

    private CatalogueFile(Faults faults, String currency, boolean own) {
        this.faults = faults;
        this.currency = currency;
        this.own = own;
        this.fieldsFile = new FieldsFile(faults, currency);
    }

    /**
     * The catalogue that ships.
     *
     * @param currency ISO 4217 code of the house, from its settings
     */
    public static Catalogue shipped(String currency) {
        Faults faults = new Faults();
        CatalogueFile file = new CatalogueFile(faults, currency, false);
        Yaml.read("catalogue.yaml", bytes(), faults).ifPresent(file::add);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The shipped catalogue is broken: " + faults.sorted());
        }
        return file.catalogue();
    }

    /** The shipped catalogue with what {@code root}, a retailer's own file, adds; its faults are added to {@code faults}. */
    public static Catalogue with(YamlNode root, String currency, Faults faults) {
        CatalogueFile file = new CatalogueFile(faults, currency, true);
        Catalogue shipped = shipped(currency);
        shipped.types().forEach(type -> file.types.put(type.name(), type));
        shipped.memberAttributes().forEach(attribute -> file.attributes.put(attribute.name(), attribute));
        file.add(root);
        return file.catalogue();
    }

    private static byte[] bytes() {
        try (InputStream in = CatalogueFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("The resource (" + SHIPPED + ") is missing from the jar.");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(YamlNode root) {
        Optional<Fields> open = Fields.of(root, faults);
        if (open.isEmpty()) {
            return;
        }
        try (Fields file = open.get()) {
            file.integer("version", 1, 1);
            file.entries("shared").forEach((name, node) -> shared.put(name, fieldsFile.read(node)));
            file.map("member").ifPresent(this::addMember);
            file.map("events").ifPresent(this::addEvents);
        }
    }

    private void addMember(Fields member) {
        try (member) {
            member.node("attributes").ifPresent(node -> {
                for (Field attribute : fieldsFile.read(node).values()) {
                    boolean taken = FactSchemas.isTaken("member." + attribute.name());
                    if (attributes.putIfAbsent(attribute.name(), attribute) != null || taken) {
                        fault(node, "The member attribute (" + attribute.name() + ") ships with the house.");
                    }
                }
            });
        }
    }

    private void addEvents(Fields events) {
        for (Map.Entry<String, YamlNode> entry : events.mapping().values().entrySet()) {
            Fields.of(entry.getValue(), faults).ifPresent(type -> addType(entry.getKey(), type));
        }
    }

    private void addType(String name, Fields type) {
        try (type) {
            List<Field> fields = fields(type);
            EventType known = types.get(name);
            if (known != null) {
                types.put(name, extended(known, fields, type));
                return;
            }
            boolean house = type.flag("house", false);
            refuseOddType(name, house, type.mapping());
            SubjectKind about =
                    type.choice("about", KINDS).flatMap(SubjectKind::of).orElse(SubjectKind.MEMBER);
            types.put(name, new EventType(name, about, house, fieldsFile.label(type, name), fields));
        }
    }

    private void refuseOddType(String name, boolean house, YamlNode where) {
        if (!TYPE_NAME.matcher(name).matches() || (own && name.indexOf('.') < 0)) {
            faults.add(
                    where,
                    "catalogue.name",
                    "The event type (" + name + ") must be lower-case words joined by dots, in the past tense."
                            + "\nMaybe \"" + name.toLowerCase(Locale.ROOT) + ".done\".");
        }
        if (own && house) {
            faults.add(
                    where,
                    "catalogue.house",
                    "Only the house itself makes house events, so (" + name + ") cannot be one."
                            + "\nMaybe delete \"house: true\".");
        }
    }

    private List<Field> fields(Fields type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String set : type.texts("use")) {
            if (!shared.containsKey(set)) {
                String nearest = Nearest.maybe(set, shared.keySet());
                type.fault("use", "catalogue.use", "The set of fields (" + set + ") is unknown.\n" + nearest);
            }
            fields.putAll(shared.getOrDefault(set, Map.of()));
        }
        type.node("fields").ifPresent(node -> fields.putAll(fieldsFile.read(node)));
        return new ArrayList<>(fields.values());
    }

    private EventType extended(EventType known, List<Field> added, Fields type) {
        List<Field> fields = new ArrayList<>(known.fields());
        for (Field field : added) {
            if (known.house() || known.indexOf(field.name()) >= 0 || field.required()) {
                fault(
                        type.place("fields"),
                        "The shipped event (" + known.name() + ") cannot get the field (" + field.name()
                                + ") this way: only new, optional fields are added, and none to house events.");
            } else {
                fields.add(field);
            }
        }
        return new EventType(known.name(), known.about(), known.house(), known.label(), fields);
    }

    private void fault(YamlNode where, String message) {
        faults.add(where, "catalogue.clash", message + "\nMaybe choose another name.");
    }

    private Catalogue catalogue() {
        List<EventType> all = new ArrayList<>();
        for (EventType type : types.values()) {
            boolean carries = type.name().equals("member.joined") || type.name().equals("member.updated");
            all.add(carries ? withAttributes(type) : type);
        }
        return new Catalogue(all, new ArrayList<>(attributes.values()), currency);
    }

    private EventType withAttributes(EventType type) {
        List<Field> fields = new ArrayList<>(type.fields());
        attributes.values().stream().filter(a -> type.indexOf(a.name()) < 0).forEach(fields::add);
        return new EventType(type.name(), type.about(), type.house(), type.label(), fields);
    }
}
