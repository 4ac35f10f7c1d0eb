package io.siyu.message;

import io.siyu.campaign.Settings;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import io.siyu.rule.Printed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a compiled text; writes itself for one decision. */
sealed interface Segment {

    /**
     * What one rendering sees.
     *
     * @param about values of the trigger, already formatted
     * @param member absent for communities and other subjects
     */
    record Seen(Map<String, String> about, @Nullable MemberProfile member, Settings settings) {}

    void write(StringBuilder to, Seen seen);

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
    }

    /** The member's level. */
    record Level(String otherwise) implements Segment {
        @Override
        public void write(StringBuilder to, Seen seen) {
            MemberProfile member = seen.member();
            if (member == null) {
                to.append(otherwise);
            } else {
                to.append(member.level());
            }
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
            to.append(value == null ? otherwise : Placeholders.neutral(Printed.text(type, value, seen.settings())));
        }
    }
}
