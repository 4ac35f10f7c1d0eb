package io.siyu.message;

import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import io.siyu.rule.Printed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a compiled text; writes itself for one decision. */
sealed interface Segment {

    void write(StringBuilder to, Seen seen);

    /** How many characters it writes at most for these values; {@link Extent#UNKNOWN} when only writing can tell. */
    default int most(Map<String, String> about, @Nullable MemberProfile member) {
        return Extent.UNKNOWN;
    }

    /** Whether there are values for which it cannot be written. */
    default boolean mayFail() {
        return false;
    }

    /** The same for everybody: words, the retailer's name, marks of personal values. */
    record Fixed(String text) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            to.append(text);
        }
    }

    /** A value the trigger brought. */
    record OfTrigger(String key, String otherwise) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            String value = seen.about().get(key);
            to.append(value == null || value.isEmpty() ? otherwise : Placeholders.neutral(value));
        }

        @Override
        public int most(Map<String, String> about, @Nullable MemberProfile member) {
            String value = about.get(key);
            return value == null || value.isEmpty() ? otherwise.length() : value.length();
        }
    }

    /** The member's level. */
    record Level(String otherwise) implements Segment {
        private static final int DIGITS = 20;

        @Override
        public void write(StringBuilder to, Seen seen) {
            MemberProfile member = seen.member();
            if (member == null) {
                to.append(otherwise);
            } else {
                to.append(member.level());
            }
        }

        @Override
        public int most(Map<String, String> about, @Nullable MemberProfile member) {
            return Math.max(otherwise.length(), DIGITS);
        }
    }

    /** An attribute of the member that is not personal. */
    record Attribute(String name, FieldType type, String otherwise) implements Segment {

        static Attribute of(Field field, String otherwise) {
            return new Attribute(field.name(), field.type(), otherwise);
        }

        @Override
        public void write(StringBuilder to, Seen seen) {
            MemberProfile member = seen.member();
            Object value = member == null ? null : member.attributes().get(name);
            to.append(
                    value == null
                            ? otherwise
                            : Placeholders.neutral(
                                    Printed.text(type, value, seen.tongue().settings())));
        }

        @Override
        public int most(Map<String, String> about, @Nullable MemberProfile member) {
            Object value = member == null ? null : member.attributes().get(name);
            if (value == null) {
                return otherwise.length();
            }
            return value instanceof String text ? text.length() : Extent.UNKNOWN;
        }
    }

    /** What filters make of a value. */
    record Computed(Expr value) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            to.append(Placeholders.neutral(Worth.text(value.value(seen))));
            TextFilters.grown(to);
        }

        @Override
        public boolean mayFail() {
            return true;
        }
    }

    /** The first of several ways whose test holds. */
    record Choice(List<Way> ways) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            for (Way way : ways) {
                if (way.test() == null || Worth.isTrue(way.test().value(seen))) {
                    way.then().forEach(segment -> segment.write(to, seen));
                    return;
                }
            }
        }

        @Override
        public boolean mayFail() {
            return true;
        }
    }

    /** What a choice writes when its test holds; a test that is null always does. */
    record Way(@Nullable Expr test, List<Segment> then) {}

    /** A value given a name. */
    record Naming(String name, Expr value) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            seen.name(name, value.value(seen));
        }

        @Override
        public boolean mayFail() {
            return true;
        }
    }

    /** The same segments for each element of a list, others when there is none. */
    record Loop(Part.Each each, List<Segment> body, List<Segment> otherwise) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            List<?> all = each.list().value(seen) instanceof List<?> list ? list : List.of();
            int from = Math.min(all.size(), count(each.skipped(), 0, seen));
            int size = Math.min(all.size() - from, count(each.limit(), all.size(), seen));
            List<Object> chosen = new ArrayList<>(all.subList(from, from + size));
            if (each.reversed()) {
                Collections.reverse(chosen);
            }
            Object outer = seen.value("forloop");
            for (int i = 0; i < chosen.size(); i++) {
                seen.round();
                seen.name(each.name(), chosen.get(i));
                seen.name("forloop", round(i, chosen.size()));
                body.forEach(segment -> segment.write(to, seen));
                TextFilters.grown(to);
            }
            seen.name("forloop", outer);
            if (chosen.isEmpty()) {
                otherwise.forEach(segment -> segment.write(to, seen));
            }
        }

        private static int count(@Nullable Expr written, int absent, Seen seen) {
            Object value = written == null ? null : written.value(seen);
            return value == null ? absent : Math.max(0, NumberFilters.whole(value));
        }

        private static Map<String, Object> round(int at, int size) {
            return Map.of(
                    "index", BigDecimal.valueOf(at + 1L),
                    "index0", BigDecimal.valueOf(at),
                    "rindex", BigDecimal.valueOf((long) size - at),
                    "length", BigDecimal.valueOf(size),
                    "first", at == 0,
                    "last", at == size - 1);
        }

        @Override
        public boolean mayFail() {
            return true;
        }
    }
}
