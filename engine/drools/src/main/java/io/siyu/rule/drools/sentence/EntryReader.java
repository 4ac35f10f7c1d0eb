package io.siyu.rule.drools.sentence;

import com.google.re2j.Pattern;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.Template;
import io.siyu.rule.drools.sentence.Entry.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/** Reads one line of a dictionary: {@code [when]- the total is at least {n}=total >= {n}}. */
final class EntryReader {

    private static final int MAX_LINE = 1_000;
    private static final java.util.regex.Pattern GAP = java.util.regex.Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final java.util.regex.Pattern FUNCTION = java.util.regex.Pattern.compile("\\{[A-Za-z0-9]+!");
    private static final String SIGNS = "()[]|*+?^$\\{}";

    private final String line;
    private final Place start;
    private final DrlFaults faults;

    EntryReader(String line, Place start, DrlFaults faults) {
        this.line = line;
        this.start = start;
        this.faults = faults;
    }

    /** The entry, or nothing if it has a fault. */
    Optional<Entry> read() {
        int open = line.indexOf('[');
        int close = line.indexOf(']');
        if (line.length() > MAX_LINE) {
            return refused(0, "too-long", "The line has more than 1,000 characters.", "write shorter sentences.");
        }
        if (open < 0 || close < open || !line.substring(0, open).isBlank()) {
            String maybe = "write [when] a sentence = what it says in DRL, all of it on one line.";
            return refused(0, "syntax", "The line is no sentence of a dictionary.", maybe);
        }
        Optional<Section> section =
                section(line.substring(open + 1, close).strip().toLowerCase(Locale.ROOT));
        if (section.isEmpty()) {
            String maybe = "write [when] or [then]; the words rule, when, then and end stay as they are.";
            return refused(open, "section", "\"" + line.substring(open, close + 1) + "\" is not read.", maybe);
        }
        int key = line.startsWith("[", close + 1) ? line.indexOf(']', close + 1) + 1 : close + 1;
        int equals = line.indexOf('=', key);
        if (equals < 0
                || line.substring(equals + 1).isBlank()
                || line.substring(key, equals).isBlank()) {
            String maybe = "write [when] a sentence = what it says in DRL, all of it on one line.";
            return refused(close + 1, "syntax", "A sentence, \"=\" and what it says are not all there.", maybe);
        }
        return entry(section.get(), key, equals);
    }

    private static Optional<Section> section(String name) {
        return switch (name) {
            case "when", "condition" -> Optional.of(Section.WHEN);
            case "then", "consequence" -> Optional.of(Section.THEN);
            default -> Optional.empty();
        };
    }

    private Optional<Entry> entry(Section section, int from, int equals) {
        String key = line.substring(from, equals).strip();
        int at = from + line.substring(from).indexOf(key);
        List<String> names = new ArrayList<>();
        Optional<Pattern> pattern = pattern(key, at, names);
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        String value = line.substring(equals + 1).strip();
        int valueAt = equals + 1 + line.substring(equals + 1).indexOf(value);
        if (FUNCTION.matcher(value).find()) {
            return refused(valueAt, "value", "A value is put in as it is, without functions.", "write {name} alone.");
        }
        Optional<Template> drl = Template.read(value, offset -> place(valueAt + offset), GAP, faults);
        if (drl.isEmpty()) {
            return Optional.empty();
        }
        if (!drl.get().names().equals(Set.copyOf(names))) {
            String maybe = "each {gap} of the sentence stands in what it says, and the other way round.";
            return refused(valueAt, "value", "The sentence and what it says have different gaps.", maybe);
        }
        if (section == Section.WHEN && !key.startsWith("-") && !drl.get().isPattern()) {
            String maybe = "write one pattern, such as OrderPlaced(), or begin the sentence with \"-\".";
            return refused(valueAt, "value", "A sentence without \"-\" says one pattern.", maybe);
        }
        return Optional.of(new Entry(section, key, pattern.get(), names, drl.get()));
    }

    /** What matches the key: its words as they are, any space for a space, anything in a gap. */
    private Optional<Pattern> pattern(String key, int at, List<String> names) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (MatchResult gap : GAP.matcher(key).results().toList()) {
            if (gap.start() == from && from > 0) {
                return refused(
                        at + from, "pattern", "Between two gaps no word stands.", "write one to tell them apart.");
            }
            pattern.append(words(key.substring(from, gap.start()))).append("(.*?)");
            names.add(gap.group(1));
            from = gap.end();
        }
        pattern.append(words(key.substring(from)));
        for (int i = 0, gap = 0; i < key.length(); i++) {
            boolean inGap = GAP.matcher(key.substring(i)).lookingAt();
            if (inGap) {
                i = key.indexOf('}', i);
            } else if (SIGNS.indexOf(key.charAt(i)) >= 0) {
                String wrong = "\"" + key.charAt(i) + "\" has a meaning of its own in a dictionary of Drools.";
                return refused(
                        at + i, "pattern", wrong, "write words and {gaps} only, and a second line for other words.");
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            return refused(at, "pattern", "Two gaps have one name.", "give each its own.");
        }
        return Optional.of(Pattern.compile(pattern.toString()));
    }

    /** A hyphen at the beginning may stand with or without a space behind it. */
    private static String words(String words) {
        boolean hyphen = words.startsWith("-");
        StringBuilder pattern = new StringBuilder(hyphen ? "-\\s*" : "");
        String rest = hyphen ? words.substring(1).stripLeading() : words;
        for (int i = 0; i < rest.length(); i++) {
            boolean space = Character.isWhitespace(rest.charAt(i));
            if (!space) {
                pattern.append(Pattern.quote(rest.substring(i, i + 1)));
            } else if (i == 0 || !Character.isWhitespace(rest.charAt(i - 1))) {
                pattern.append("\\s+");
            }
        }
        return pattern.toString();
    }

    private Place place(int offset) {
        return start.in(line, offset);
    }

    private <T> Optional<T> refused(int offset, String code, String wrong, String maybe) {
        faults.add(place(offset), "dictionary." + code, wrong, maybe);
        return Optional.empty();
    }
}
