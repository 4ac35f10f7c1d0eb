package io.siyu.message;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Pairs.Product;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import io.siyu.rule.Printed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one rendering sees; one instance serves one rendering. */
final class Seen {
    /** The product of the pair table. */
    static final String PRODUCT = "product";

    private static final String MEMBER = "member.";
    private static final String PROFILING = "profiling";

    private final Map<String, String> about;
    private final @Nullable MemberProfile member;
    private final Tongue tongue;
    private final Kept kept;
    private final Showing showing;
    private final Map<String, Object> locals = new TreeMap<>();
    private final Set<String> absent = new TreeSet<>();
    private int rounds;
    private int work;

    /**
     * @param about values of the trigger, as the enrolment keeps them
     * @param member absent for communities and other subjects
     */
    Seen(Map<String, String> about, @Nullable MemberProfile member, Tongue tongue, Kept kept, Showing showing) {
        this.showing = showing;
        this.about = about;
        this.member = member;
        this.tongue = tongue;
        this.kept = kept;
    }

    /** The types of what enrolments and members keep, by name; a name that event types use differently has none. */
    record Kept(Map<String, FieldType> ofTrigger, Map<String, FieldType> ofMember) {

        static Kept of(Catalogue catalogue) {
            Map<String, FieldType> ofTrigger = new TreeMap<>();
            Set<String> unclear = new TreeSet<>();
            for (EventType type : catalogue.types()) {
                for (Field field : type.fields()) {
                    FieldType known = field.personal() ? null : ofTrigger.putIfAbsent(field.name(), field.type());
                    if (known != null && known != field.type()) {
                        unclear.add(field.name());
                    }
                }
            }
            unclear.forEach(ofTrigger::remove);
            Map<String, FieldType> ofMember = new TreeMap<>();
            catalogue.memberAttributes().forEach(field -> ofMember.put(field.name(), field.type()));
            return new Kept(ofTrigger, ofMember);
        }
    }

    /**
     * What the message shows beside what is known.
     *
     * @param channel over which it goes
     */
    record Showing(String channel, Pairs pairs, Links links, Sending sending) {}

    /** The link to an address. */
    String linked(String address) {
        return showing.links().to(address, showing.sending());
    }

    private @Nullable Object ofProduct(String field) {
        Product product = shown().product();
        if (product == null) {
            return null;
        }
        return switch (field) {
            case "sku" -> product.sku();
            case "name" -> product.name();
            case "price" -> Worth.number(product.price());
            case "link" -> product.link();
            default -> null;
        };
    }

    /** The product to show, and why this one. */
    Pairs.Shown shown() {
        Pairs pairs = showing.pairs();
        return member == null
                        || tongue.settings().impersonal().contains(showing.channel())
                        || member.consents().objects(showing.channel(), PROFILING)
                ? pairs.unprofiled()
                : pairs.shown(bought(), member.orders().bought().last(), Texts.store(about, member));
    }

    private List<String> bought() {
        List<String> bought = new ArrayList<>();
        String items = about.get("items");
        List<Object> list = items == null ? null : PrintedList.read(items);
        for (Object item : list == null ? List.of() : list) {
            if (item instanceof Map<?, ?> named && named.get("sku") instanceof String sku) {
                bought.add(sku);
            }
        }
        bought.add(about.getOrDefault("sku", ""));
        return bought;
    }

    Map<String, String> about() {
        return about;
    }

    @Nullable
    MemberProfile member() {
        return member;
    }

    Tongue tongue() {
        return tongue;
    }

    /** Gives a value a name; an absent one hides what the name meant. */
    void name(String name, @Nullable Object value) {
        if (value == null) {
            locals.remove(name);
            absent.add(name);
        } else {
            locals.put(name, value);
        }
    }

    /** Begins another round of a loop. */
    void round() {
        if (++rounds > Bounds.ROUNDS) {
            throw new UnrenderableException("more than " + Bounds.ROUNDS + " rounds of its loops");
        }
    }

    /** A value a filter made, unless it or all of them together grew beyond what texts may hold. */
    @Nullable
    Object made(@Nullable Object value) {
        if (value instanceof String text) {
            work += text.length();
            if (text.length() > Bounds.CHARACTERS) {
                throw new UnrenderableException("more than " + Bounds.CHARACTERS + " characters");
            }
        } else if (value instanceof List<?> list && list.size() > Bounds.ELEMENTS) {
            throw new UnrenderableException("a list of more than " + Bounds.ELEMENTS + " elements");
        } else if (value instanceof BigDecimal number && number.precision() > Bounds.DIGITS) {
            throw new UnrenderableException("a number of more than " + Bounds.DIGITS + " digits");
        }
        if (++work > Bounds.WORK) {
            throw new UnrenderableException("too much work");
        }
        return value;
    }

    /** What a name stands for: first what the text itself named, then what member and trigger have. */
    @Nullable
    Object value(String name) {
        int dot = name.indexOf('.');
        String root = dot < 0 ? name : name.substring(0, dot);
        String path = dot < 0 ? "" : name.substring(dot + 1);
        Object local = locals.get(root);
        if (local != null || absent.contains(root)) {
            return Expr.follow(local, path);
        }
        if (root.equals(PRODUCT)) {
            return ofProduct(path);
        }
        if (name.equals("retailer")) {
            return tongue.settings().retailer();
        }
        return name.startsWith(MEMBER) ? ofMember(path) : ofTrigger(Compiled.triggerKey(name));
    }

    private @Nullable Object ofMember(String path) {
        if (member == null) {
            return null;
        }
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        return switch (key) {
            case "level" -> BigDecimal.valueOf(member.level());
            case "tags" -> Expr.follow(member.tags().stream().sorted().toList(), rest);
            default -> {
                FieldType type = kept.ofMember().get(key);
                Object value = member.attributes().get(key);
                yield value == null || type == null ? null : typed(type, Printed.text(type, value, tongue.settings()));
            }
        };
    }

    private @Nullable Object ofTrigger(String path) {
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        String text = about.get(key);
        if (text == null || text.isEmpty()) {
            return null;
        }
        FieldType type = kept.ofTrigger().get(key);
        return Expr.follow(typed(type == null ? FieldType.TEXT : type, text), dot < 0 ? "" : path.substring(dot + 1));
    }

    private static @Nullable Object typed(FieldType type, String text) {
        return switch (type) {
            case INTEGER, DECIMAL, MONEY -> orText(Worth.number(text), text);
            case INSTANT -> orText(Worth.moment(text), text);
            case DATE -> text.length() == 10 && Worth.moment(text) != null ? LocalDate.parse(text) : text;
            case BOOLEAN -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case ITEMS, TEXTS -> PrintedList.read(text);
            default -> text;
        };
    }

    // why: what was kept under another type of the field is still worth printing
    private static Object orText(@Nullable Object typed, String text) {
        return typed == null ? text : typed;
    }
}
