package io.siyu.message;

import io.siyu.campaign.Nearest;
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

/** The values one text may print, by name. */
public final class Scope {

    private static final String COUPON = "coupon.issued";
    private static final Set<FieldType> UNPRINTABLE = Set.of(FieldType.ITEMS, FieldType.TEXTS);

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
        for (Field field : catalogue.memberAttributes()) {
            if (!UNPRINTABLE.contains(field.type())) {
                From from = field.personal() ? From.VAULT : From.MEMBER;
                scope.add(new Printable("member." + field.name(), from, field.name(), field.type(), false));
            }
        }
        return scope;
    }

    /** With the fields of the event that enters members, by their own names. */
    public Scope withEvent(EventType type) {
        Scope next = copy();
        for (Field field : type.fields()) {
            if (field.personal()) {
                next.personal.add(field.name());
            } else if (!UNPRINTABLE.contains(field.type())) {
                next.add(new Printable(field.name(), From.TRIGGER, field.name(), field.type(), field.required()));
            }
        }
        return next;
    }

    /** With the fields of every event type, none of them sure to be there: what a template that rules name may print. */
    public Scope withAnyEvent(Catalogue catalogue) {
        Scope next = this;
        for (EventType type : catalogue.types()) {
            next = next.withEvent(type);
        }
        Scope any = new Scope(next.personal);
        for (Printable printable : next.printables.values()) {
            boolean always = printable.always() && printable.from() != From.TRIGGER;
            any.add(new Printable(printable.name(), printable.from(), printable.key(), printable.type(), always));
        }
        return any;
    }

    /** With the coupon that is expiring or being issued, as {@code coupon.…}. */
    public Scope withCoupon(Catalogue catalogue) {
        Scope next = copy();
        for (Field field : catalogue.require(COUPON).fields()) {
            String name = field.name().equals("couponId") ? "id" : field.name();
            next.add(new Printable("coupon." + name, From.TRIGGER, field.name(), field.type(), true));
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
        for (Part part : read.parts()) {
            if (part instanceof Part.Print print) {
                check(print).ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<TextFault> check(Part.Print print) {
        Printable printable = printables.get(print.name());
        if (printable == null) {
            return Optional.of(unknown(print));
        }
        if (!printable.always() && print.otherwise() == null) {
            boolean personal = printable.from() == From.VAULT;
            return Optional.of(new TextFault(
                    print.offset(),
                    personal ? "PERSONAL" : "text.default-missing",
                    "\"" + print.name() + "\" " + (personal ? "is personal" : "may be absent")
                            + ", so it needs a default.\nMaybe \"{{ " + print.name()
                            + " | default: \"…\" }}\"."));
        }
        return Optional.empty();
    }

    private TextFault unknown(Part.Print print) {
        if (personal.contains(print.name())) {
            return new TextFault(
                    print.offset(),
                    "PERSONAL",
                    "\"" + print.name() + "\" of the event is personal and not kept for texts.\n"
                            + "Maybe \"{{ member.name | default: \"…\" }}\".");
        }
        return new TextFault(
                print.offset(),
                "text.unknown-variable",
                "There is nothing called \"" + print.name() + "\" to print here.\n"
                        + Nearest.maybe(print.name(), names()));
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
