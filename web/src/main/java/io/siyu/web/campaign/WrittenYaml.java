package io.siyu.web.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a changed value is written back into a campaign file. */
final class WrittenYaml {

    private static final Pattern CAP = Pattern.compile("\\s*(\\S+)\\s+per\\s+(\\S+)\\s*");
    private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)[\\p{L}\\p{N}][^:#\"'{}\\[\\]&*!|>%@`,]*");

    private WrittenYaml() {}

    /** What a value is: one value, words over several lines, a list, or caps. */
    enum Form {
        VALUE,
        WORDS,
        LIST,
        CAPS;

        static Form of(String pointer) {
            if (pointer.equals("/caps")) {
                return CAPS;
            }
            if (pointer.endsWith("/when")) {
                return LIST;
            }
            return pointer.contains("/text/") || pointer.endsWith("/text") ? WORDS : VALUE;
        }
    }

    /** The lines of a name and its value. */
    static List<String> lines(String name, String value, Form form, int indent) {
        String margin = " ".repeat(indent);
        List<String> lines = new ArrayList<>();
        switch (form) {
            case VALUE -> lines.add(margin + name + ": " + scalar(value.replace("\n", " ")));
            case WORDS -> {
                // why: words that begin with a blank would be taken for indented further
                lines.add(margin + name + (Character.isWhitespace(value.charAt(0)) ? ": |2" : ": |"));
                value.lines().forEach(line -> lines.add(line.isBlank() ? "" : margin + "  " + line));
            }
            case LIST -> {
                lines.add(margin + name + ":");
                value.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(margin + "  - " + item(line)));
            }
            case CAPS -> {
                lines.add(margin + name + ":");
                value.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(margin + "  - " + cap(line)));
            }
        }
        return lines;
    }

    static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private static String cap(String line) {
        Matcher cap = CAP.matcher(line);
        return cap.matches()
                ? "{max: " + scalar(cap.group(1)) + ", per: " + scalar(cap.group(2)) + "}"
                : quoted(line.strip());
    }

    /** why: conditions hold quotes and commas that a plain list item may have; only what YAML reads otherwise is quoted. */
    private static String item(String line) {
        String stripped = line.strip();
        boolean plain = Character.isLetter(stripped.charAt(0)) && !stripped.contains(": ") && !stripped.contains(" #");
        return plain && !stripped.endsWith(":") ? stripped : quoted(stripped);
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }
}
