package io.siyu.message;

import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import java.util.ArrayList;
import java.util.List;

/** One text in one language, ready to be written: neighbours that never change are one segment. */
record Compiled(List<Segment> segments) {

    private static final String MEMBER = "member.";
    private static final String COUPON = "coupon.";

    Compiled {
        segments = List.copyOf(segments);
    }

    /** Compiles a source; what cannot be printed is left out, for faults are told when a playbook is checked. */
    static Compiled of(String source, Catalogue catalogue, Settings settings) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        for (Part part : Liquid.read(source).parts()) {
            Segment segment = segment(part, catalogue, settings);
            if (segment instanceof Segment.Fixed same) {
                fixed.append(same.text());
            } else {
                flush(fixed, segments);
                segments.add(segment);
            }
        }
        flush(fixed, segments);
        return new Compiled(segments);
    }

    /** The field an enrolment keeps for a variable; empty when the trigger does not bring it. */
    static String triggerKey(String name) {
        if (name.equals("retailer") || name.startsWith(MEMBER)) {
            return "";
        }
        String key = name.startsWith(COUPON) ? name.substring(COUPON.length()) : name;
        return name.startsWith(COUPON) && key.equals("id") ? "couponId" : key;
    }

    private static void flush(StringBuilder fixed, List<Segment> segments) {
        if (!fixed.isEmpty()) {
            segments.add(new Segment.Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }

    private static Segment segment(Part part, Catalogue catalogue, Settings settings) {
        if (!(part instanceof Part.Print print)) {
            return new Segment.Fixed(Placeholders.neutral(((Part.Words) part).text()));
        }
        String otherwise = print.otherwise() == null ? "" : Placeholders.neutral(print.otherwise());
        if (print.name().equals("retailer")) {
            return new Segment.Fixed(Placeholders.neutral(settings.retailer()));
        }
        if (print.name().startsWith(MEMBER)) {
            return ofMember(print.name().substring(MEMBER.length()), otherwise, catalogue);
        }
        return new Segment.OfTrigger(triggerKey(print.name()), otherwise);
    }

    private static Segment ofMember(String name, String otherwise, Catalogue catalogue) {
        if (name.equals("level")) {
            return new Segment.Level(otherwise);
        }
        for (Field field : catalogue.memberAttributes()) {
            if (field.name().equals(name)) {
                return field.personal()
                        ? new Segment.Fixed(Placeholders.mark(name, otherwise))
                        : Segment.Attribute.of(field, otherwise);
            }
        }
        return new Segment.Fixed(otherwise);
    }
}
