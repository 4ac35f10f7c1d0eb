package io.siyu.message;

import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.message.Printable.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values one text may print, by name. */
public final class Scope {

    private static final String COUPON = "coupon.issued";
    private final Map<String, Printable> printables = new TreeMap<>();
    private final Set<String> personal;

    private Scope(Set<String> personal) {
        this.personal = personal;
    }

    /** What a text for a community may print: the retailer's name. */
    public static Scope ofCommunity() {
        Scope scope = new Scope(new TreeSet<>());
        scope.add(new Printable("retailer", From.HOUSE, "retailer", FieldType.TEXT, true));
        return scope;
    }

    /** What every text for a member may print: the retailer's name and the member's own fields. */
    public static Scope ofMember(Catalogue catalogue) {
        Scope scope = ofCommunity();
        scope.add(new Printable("member.level", From.MEMBER, "level", FieldType.INTEGER, true));
        scope.add(new Printable("member.tags", From.MEMBER, "tags", FieldType.TEXTS, true));
        scope.add(new Printable("product.sku", From.PAIRS, "sku", FieldType.TEXT, false, 128, List.of()));
        scope.add(new Printable("product.name", From.PAIRS, "name", FieldType.TEXT, false, 200, List.of()));
        scope.add(new Printable("product.price", From.PAIRS, "price", FieldType.MONEY, false));
        scope.add(new Printable("product.link", From.PAIRS, "link", FieldType.TEXT, false, 500, List.of()));
        for (Field field : catalogue.memberAttributes()) {
            From from = field.personal() ? From.VAULT : From.MEMBER;
            scope.add(Printable.of("member." + field.name(), from, field, false));
        }
        return scope;
    }

    /** With the fields of the event that enters members, by their own names. */
    public Scope withEvent(EventType type) {
        Scope next = copy();
        for (Field field : type.fields()) {
            if (field.personal()) {
                next.personal.add(field.name());
            } else {
                next.add(Printable.of(field.name(), From.TRIGGER, field, field.required()));
            }
        }
        return next;
    }

    /** With the fields of every event type, none of them sure to be there: what a template that rules name may print. */
    public Scope withAnyEvent(Catalogue catalogue) {
        Scope any = copy();
        for (EventType type : catalogue.types()) {
            Scope next = copy().withEvent(type);
            any.personal.addAll(next.personal);
            for (Printable printable : next.printables.values()) {
                any.add(printable.from() == From.TRIGGER ? printable.sometimes(any.find(printable.name())) : printable);
            }
        }
        return any;
    }

    /** With the coupon that is expiring or being issued, as {@code coupon.…}. */
    public Scope withCoupon(Catalogue catalogue) {
        Scope next = copy();
        for (Field field : catalogue.require(COUPON).fields()) {
            String name = field.name().equals("couponId") ? "id" : field.name();
            next.add(Printable.of("coupon." + name, From.TRIGGER, field, true));
        }
        return next;
    }

    /** The value of this name. */
    public Optional<Printable> find(String name) {
        return Optional.ofNullable(printables.get(name));
    }

    /** All names, sorted. */
    public List<String> names() {
        return List.copyOf(printables.keySet());
    }

    /** What is wrong with a text; empty when it may be sent. */
    public List<TextFault> check(String source) {
        Liquid.Read read = Liquid.read(source);
        List<TextFault> faults = new ArrayList<>(read.faults());
        int mark = Math.max(source.indexOf('⟦'), source.indexOf('⟧'));
        if (mark >= 0) {
            faults.add(new TextFault(
                    mark,
                    "text.mark",
                    "The signs ⟦ and ⟧ mark personal values and cannot be written.\nMaybe use 【 and 】."));
        }
        new TextCheck(this, faults).check(read.parts());
        return faults.stream().distinct().toList();
    }

    /** Whether a text may show this only through a mark. */
    boolean isPersonal(String name) {
        Printable printable = printables.get(name);
        return printable != null && printable.from() == From.VAULT;
    }

    /** Whether it is a personal field of the event, of which texts keep nothing. */
    boolean isHidden(String name) {
        return personal.contains(name);
    }

    /** What is known of the longest beginning of a name; null when nothing is called so, or it is personal. */
    @Nullable
    Shape shape(String name) {
        Printable printable = printables.get(known(name));
        return printable == null || printable.from() == From.VAULT
                ? null
                : Shape.of(printable.type(), printable.items(), printable.always());
    }

    /** What follows that beginning. */
    String rest(String name) {
        String known = known(name);
        return known.length() < name.length() ? name.substring(known.length() + 1) : "";
    }

    private String known(String name) {
        String known = name;
        while (!printables.containsKey(known) && known.indexOf('.') > 0) {
            known = known.substring(0, known.lastIndexOf('.'));
        }
        return printables.containsKey(known) ? known : name;
    }

    /** Advice on what a loop may go through. */
    String maybeList() {
        List<String> lists = printables.values().stream()
                .filter(printable -> Kind.of(printable.type()) == Kind.LIST)
                .map(Printable::name)
                .toList();
        return lists.isEmpty()
                ? "Maybe \"(1..3)\"."
                : "Maybe one of these was meant: " + String.join(", ", lists) + ".";
    }

    private Scope copy() {
        Scope copy = new Scope(new TreeSet<>(personal));
        copy.printables.putAll(printables);
        return copy;
    }

    private void add(Printable printable) {
        printables.put(printable.name(), printable);
    }
}
