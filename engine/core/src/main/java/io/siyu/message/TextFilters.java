package io.siyu.message;

import io.siyu.message.Filters.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Filters on texts; lengths and places are counted in code points, so that no sign is cut in two. */
final class TextFilters {
    private static final int TRUNCATED = 50;

    private TextFilters() {}

    static Map<String, Filter> all() {
        Map<String, Filter> all = new TreeMap<>();
        cases(all);
        spaces(all);
        parts(all);
        all.put("append", Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> text(v) + text(given, 0), Kind.PLAIN));
        all.put("prepend", Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> text(given, 0) + text(v), Kind.PLAIN));
        all.put("escape", Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> escaped(text(v))));
        all.put("url_encode", Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> UrlText.encoded(text(v))));
        all.put("split", Filter.of(Kind.TEXT, Kind.LIST, (v, given, s) -> split(text(v), text(given, 0)), Kind.TEXT));
        return all;
    }

    private static void cases(Map<String, Filter> all) {
        all.put("upcase", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> text(v).toUpperCase(Locale.ROOT)));
        all.put("downcase", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> text(v).toLowerCase(Locale.ROOT)));
        all.put("capitalize", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> capitalized(text(v))));
    }

    private static void spaces(Map<String, Filter> all) {
        all.put("strip", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> text(v).strip()));
        all.put("lstrip", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> text(v).stripLeading()));
        all.put("rstrip", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> text(v).stripTrailing()));
        all.put(
                "strip_newlines",
                Filter.of(
                        Kind.TEXT,
                        Kind.TEXT,
                        (v, given, s) -> text(v).replace("\r", "").replace("\n", "")));
        all.put("strip_html", Filter.of(Kind.TEXT, Kind.TEXT, (v, given, s) -> withoutTags(text(v))));
    }

    private static void parts(Map<String, Filter> all) {
        all.put(
                "truncate",
                Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> truncated(text(v), given), Kind.NUMBER, Kind.TEXT)
                        .needing(0));
        all.put(
                "slice",
                Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> slice(text(v), given), Kind.NUMBER, Kind.NUMBER)
                        .needing(1));
        all.put(
                "replace",
                Filter.of(
                        Kind.PLAIN,
                        Kind.TEXT,
                        (v, given, s) -> replaced(text(v), text(given, 0), text(given, 1)),
                        Kind.PLAIN,
                        Kind.PLAIN));
        all.put(
                "replace_first",
                Filter.of(
                        Kind.PLAIN,
                        Kind.TEXT,
                        (v, given, s) -> first(text(v), text(given, 0), text(given, 1)),
                        Kind.PLAIN,
                        Kind.PLAIN));
        all.put(
                "remove",
                Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> replaced(text(v), text(given, 0), ""), Kind.PLAIN));
        all.put(
                "remove_first",
                Filter.of(Kind.PLAIN, Kind.TEXT, (v, given, s) -> first(text(v), text(given, 0), ""), Kind.PLAIN));
    }

    static String text(Object value) {
        return Worth.text(value);
    }

    static String text(List<Object> given, int at) {
        return Worth.text(given.get(at));
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String truncated(String text, List<Object> given) {
        int most = given.isEmpty() ? TRUNCATED : NumberFilters.whole(given.get(0));
        String ending = given.size() > 1 ? text(given, 1) : "...";
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int room = most - ending.codePointCount(0, ending.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, room))) + ending;
    }

    private static String slice(String text, List<Object> given) {
        int size = text.codePointCount(0, text.length());
        int asked = NumberFilters.whole(given.get(0));
        int from = asked < 0 ? size + asked : asked;
        int length = given.size() > 1 ? Math.max(0, NumberFilters.whole(given.get(1))) : 1;
        if (from < 0 || from >= size) {
            return "";
        }
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, Math.min(length, size - from)));
    }

    private static String replaced(String text, String old, String fresh) {
        if (old.isEmpty()) {
            return text;
        }
        StringBuilder made = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, from)) {
            made.append(text, from, at).append(fresh);
            from = at + old.length();
            grown(made);
        }
        return made.append(text.substring(from)).toString();
    }

    private static String first(String text, String old, String fresh) {
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + fresh + text.substring(at + old.length());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String withoutTags(String text) {
        StringBuilder plain = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            plain.append(text, from, open);
            from = close + 1;
        }
        return plain.append(text.substring(from)).toString();
    }

    private static List<Object> split(String text, String by) {
        List<Object> parts = new ArrayList<>();
        if (by.isEmpty()) {
            text.codePoints().forEach(sign -> parts.add(Character.toString(sign)));
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, from)) {
            parts.add(text.substring(from, at));
            from = at + by.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Fails once a text on the way has grown beyond what texts may hold. */
    static void grown(StringBuilder made) {
        if (made.length() > Bounds.CHARACTERS) {
            throw new UnrenderableException("more than " + Bounds.CHARACTERS + " characters");
        }
    }
}
