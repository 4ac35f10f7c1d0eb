package io.siyu.message;

import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import java.util.ArrayList;
import java.util.List;

/** One text in one language, ready to be written: neighbours that never change are one segment. */
record Compiled(List<Segment> segments, Extent extent) {

    private static final String MEMBER = "member.";
    private static final String COUPON = "coupon.";

    Compiled {
        segments = List.copyOf(segments);
    }

    /** Compiles a source; what cannot be printed is left out, for faults are told when a playbook is checked. */
    static Compiled of(String source, Catalogue catalogue, Settings settings) {
        List<Segment> segments =
                new Maker(catalogue, settings).segments(Liquid.read(source).parts());
        return new Compiled(segments, Extent.of(segments, catalogue));
    }

    /** Whether there are values for which it cannot be written. */
    boolean mayFail() {
        return segments.stream().anyMatch(Segment::mayFail);
    }

    /** Writes it. */
    String write(Seen seen) {
        StringBuilder text = new StringBuilder(160);
        for (Segment segment : segments) {
            segment.write(text, seen);
        }
        return text.toString();
    }

    /** The field an enrolment keeps for a variable, with the path behind it; empty when the trigger does not bring it. */
    static String triggerKey(String name) {
        if (name.equals("retailer") || name.startsWith(MEMBER)) {
            return "";
        }
        String key = name.startsWith(COUPON) ? name.substring(COUPON.length()) : name;
        return name.startsWith(COUPON) && key.equals("id") ? "couponId" : key;
    }

    /** Makes segments of parts. */
    private record Maker(Catalogue catalogue, Settings settings) {

        List<Segment> segments(List<Part> parts) {
            List<Segment> segments = new ArrayList<>();
            StringBuilder fixed = new StringBuilder();
            for (Part part : parts) {
                Segment segment = segment(part);
                if (segment instanceof Segment.Fixed same) {
                    fixed.append(same.text());
                } else {
                    flush(fixed, segments);
                    segments.add(segment);
                }
            }
            flush(fixed, segments);
            return segments;
        }

        private static void flush(StringBuilder fixed, List<Segment> segments) {
            if (!fixed.isEmpty()) {
                segments.add(new Segment.Fixed(fixed.toString()));
                fixed.setLength(0);
            }
        }

        private Segment segment(Part part) {
            if (part instanceof Part.Words words) {
                return new Segment.Fixed(Placeholders.neutral(words.text()));
            }
            if (part instanceof Part.Choice choice) {
                return new Segment.Choice(choice.branches().stream()
                        .map(branch -> new Segment.Way(branch.test(), segments(branch.parts())))
                        .toList());
            }
            if (part instanceof Part.Loop loop) {
                return new Segment.Loop(loop.each(), segments(loop.parts()), segments(loop.otherwise()));
            }
            if (part instanceof Part.Assign assign) {
                return new Segment.Naming(assign.name(), assign.value());
            }
            return printed((Part.Print) part);
        }

        private Segment printed(Part.Print print) {
            String name = print.plainName();
            String otherwise = print.otherwise() == null ? "" : Placeholders.neutral(print.otherwise());
            if (name == null) {
                return new Segment.Computed(print.value());
            }
            if (name.equals("retailer")) {
                return new Segment.Fixed(Placeholders.neutral(settings.retailer()));
            }
            if (name.startsWith(MEMBER)) {
                return ofMember(print, name.substring(MEMBER.length()), otherwise);
            }
            if (TextCheck.root(name).equals(Seen.PRODUCT)) {
                return new Segment.Computed(print.value());
            }
            String key = triggerKey(name);
            boolean kept = catalogue.types().stream().anyMatch(type -> type.indexOf(key) >= 0);
            return kept ? new Segment.OfTrigger(key, otherwise) : new Segment.Computed(print.value());
        }

        private Segment ofMember(Part.Print print, String name, String otherwise) {
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
            return new Segment.Computed(print.value());
        }
    }
}
