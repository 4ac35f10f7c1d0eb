package io.siyu.web.campaign;

import io.siyu.playbook.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a changed value is written back into a campaign file. */
final class WrittenYaml {

    private static final Pattern CAP = Pattern.compile("\\s*(\\S+)\\s+per\\s+(\\S+)\\s*");
    private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)[\\p{L}\\p{N}][^:#\"'{}\\[\\]&!|>%@`,]*");

    private static final Pattern WORDS_AT = Pattern.compile("/(text|fields/[a-z0-9_]+)(/[a-z]{2})?$");
    private static final List<String> COMMUNITIES = List.of("marketing", "content", "service");

    private WrittenYaml() {}

    /** What a value is: one value, words over several lines, a list, or caps. */
    enum Form {
        VALUE,
        WORDS,
        LIST,
        CAPS,
        /** Which kind of subject a step is for. */
        WHOM;

        static Form of(String pointer) {
            if (pointer.equals("/caps")) {
                return CAPS;
            }
            if (pointer.startsWith("/steps/") && pointer.endsWith("/audience")) {
                return WHOM;
            }
            if (pointer.endsWith("/when") || pointer.endsWith("/only")) {
                return LIST;
            }
            return WORDS_AT.matcher(pointer).find() ? WORDS : VALUE;
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
            case WHOM -> lines.addAll(WrittenTree.lines(name, whom(value), indent));
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

    /** The value as a tree, for what is written together with more. */
    static YamlNode tree(String value, Form form) {
        return switch (form) {
            case VALUE -> YamlTree.text(value.replace("\n", " "));
            case WORDS -> YamlTree.text(value + "\n");
            case LIST -> YamlTree.lines(value);
            case WHOM -> whom(value);
            case CAPS ->
                YamlTree.list(value.lines()
                        .filter(line -> !line.isBlank())
                        .map(WrittenYaml::capTree)
                        .toList());
        };
    }

    private static YamlNode whom(String value) {
        return COMMUNITIES.contains(value) ? YamlTree.map("communities", YamlTree.text(value)) : YamlTree.text(value);
    }

    private static YamlNode capTree(String line) {
        Matcher cap = CAP.matcher(line);
        if (!cap.matches()) {
            return YamlTree.text(line.strip());
        }
        Map<String, YamlNode> values = new LinkedHashMap<>();
        values.put("max", YamlTree.text(cap.group(1)));
        values.put("per", YamlTree.text(cap.group(2)));
        return YamlTree.map(values);
    }

    /** The comment behind a value that stands on one line, with the blanks before it; empty when there is none. */
    static String remark(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && c == '#' && i > 0 && line.charAt(i - 1) == ' ') {
                return line.substring(line.substring(0, i).stripTrailing().length());
            }
            if (quote == 0 && (c == '"' || c == '\'') && " [{,".indexOf(line.charAt(Math.max(0, i - 1))) >= 0) {
                quote = c;
            } else if (c == quote && line.charAt(i - 1) != '\\') {
                quote = 0;
            }
        }
        return "";
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
    static String item(String line) {
        String stripped = line.strip();
        boolean plain = Character.isLetter(stripped.charAt(0)) && !stripped.contains(": ") && !stripped.contains(" #");
        return plain && !stripped.endsWith(":") ? stripped : quoted(stripped);
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }
}
