package io.siyu.rule.drools.drl;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What rules call in Java, and how a condition of the subset says the same. */
public final class JavaHabits {

    private static final String IN_WORDS = "write each way it is written: in (\"s1\", \"S1\").";
    private static final String MATCHES = "write matches with a pattern, such as matches \".{3,}\".";
    private static final String ABSENT = "write == null, or != null.";
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("startsWith", "write str[startsWith] \"…\"."),
            Map.entry("endsWith", "write str[endsWith] \"…\"."),
            Map.entry("contains", "write contains \"…\"."),
            Map.entry("containsKey", "write contains \"…\", of a list; fields are named with a dot."),
            Map.entry("indexOf", "write contains \"…\"."),
            Map.entry("matches", "write matches \"…\", without parentheses."),
            Map.entry("equals", "write == \"…\"."),
            Map.entry("equalsIgnoreCase", IN_WORDS),
            Map.entry("toLowerCase", IN_WORDS),
            Map.entry("toUpperCase", IN_WORDS),
            Map.entry("trim", IN_WORDS),
            Map.entry("length", MATCHES),
            Map.entry("substring", "write str[startsWith] \"…\", or matches \"…\"."),
            Map.entry("isEmpty", ABSENT),
            Map.entry("isBlank", ABSENT),
            Map.entry("size", "write contains \"…\"; a list is not counted, a member's orders are: member.orders."),
            Map.entry("get", "name the field with a dot, as in member.level."),
            Map.entry("compareTo", "write <, <=, > or >= with a number."),
            Map.entry("intValue", "compare the field itself; numbers need no conversion."),
            Map.entry("doubleValue", "compare the field itself; numbers need no conversion."),
            Map.entry("getTime", "ask the moment: .within(\"3d\") == true, or .olderThan(\"3d\")."),
            Map.entry("isBefore", "ask the moment: .olderThan(\"3d\") == true."),
            Map.entry("isAfter", "ask the moment: .within(\"3d\") == true, or .dueWithin(\"3d\")."),
            Map.entry("before", "ask the moment: .olderThan(\"3d\") == true."),
            Map.entry("after", "ask the moment: .within(\"3d\") == true, or .dueWithin(\"3d\")."));

    private JavaHabits() {}

    /** What to write in place of the method a path ends with; empty if its last word is none that is known. */
    public static Optional<String> instead(String path) {
        return path.contains(".") ? Optional.ofNullable(METHODS.get(last(path))) : Optional.empty();
    }

    /** The path whose getter this is, as {@code member.level} of {@code member.getLevel}; empty if it is none. */
    public static Optional<String> property(String path) {
        String word = last(path);
        int prefix = word.startsWith("get") ? 3 : word.startsWith("is") ? 2 : 0;
        if (prefix == 0 || word.length() == prefix || !Character.isUpperCase(word.charAt(prefix))) {
            return Optional.empty();
        }
        String field = word.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + word.substring(prefix + 1);
        return Optional.of(path.substring(0, path.length() - word.length()) + field);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
