package io.siyu.rule.drools.sentence;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.Template;
import io.siyu.rule.drools.sentence.Entry.Section;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one line of a dictionary: {@code [when]- the total is at least {n}=total >= {n}}. */
final class EntryReader {

    private static final int MAX_LINE = 1_000;
    private static final Pattern FUNCTION = Pattern.compile("\\{[A-Za-z0-9]+!");
    private static final String FORM = "write [when] a sentence = what it says in DRL, all of it on one line.";

    private final String line;
    private final Place start;
    private final DrlFaults faults;

    EntryReader(String line, Place start, DrlFaults faults) {
        this.line = line;
        this.start = start;
        this.faults = faults;
    }

    /** The entry, or nothing if no sentence can be recognised by it. */
    Optional<Entry> read() {
        int open = line.indexOf('[');
        int close = line.indexOf(']');
        if (line.length() > MAX_LINE) {
            return refused(0, "too-long", "The line has more than 1,000 characters.", "write shorter sentences.");
        }
        if (open < 0 || close < open || !line.substring(0, open).isBlank()) {
            return refused(0, "syntax", "The line is no sentence of a dictionary.", FORM);
        }
        Optional<Section> section = section(line.substring(open + 1, close).strip());
        if (section.isEmpty()) {
            String wrong = "\"" + line.substring(open, close + 1) + "\" is not read.";
            String maybe = "write [when] or [then]; the words rule, when, then and end stay as they are.";
            return refused(open, "section", wrong, maybe);
        }
        int key = line.startsWith("[", close + 1) ? line.indexOf(']', close + 1) + 1 : close + 1;
        int equals = line.indexOf('=', key);
        if (equals < 0
                || line.substring(equals + 1).isBlank()
                || line.substring(key, equals).isBlank()) {
            return refused(close + 1, "syntax", "A sentence, \"=\" and what it says are not all there.", FORM);
        }
        return entry(section.get(), begin(key), equals);
    }

    private static Optional<Section> section(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "when", "condition" -> Optional.of(Section.WHEN);
            case "then", "consequence" -> Optional.of(Section.THEN);
            default -> Optional.empty();
        };
    }

    /** Where the text begins that stands at or behind an offset. */
    private int begin(int from) {
        return from
                + line.substring(from).length()
                - line.substring(from).stripLeading().length();
    }

    private Optional<Entry> entry(Section section, int from, int equals) {
        String text = line.substring(from, equals).stripTrailing();
        Optional<Key.Fault> fault = Key.fault(text);
        if (fault.isPresent()) {
            return refused(
                    from + fault.get().offset(),
                    "pattern",
                    fault.get().wrong(),
                    fault.get().maybe());
        }
        Key key = Key.of(text);
        return Optional.of(new Entry(section, key, says(section, key, begin(equals + 1))));
    }

    private Optional<Template> says(Section section, Key key, int at) {
        String drl = line.substring(at).stripTrailing();
        if (FUNCTION.matcher(drl).find()) {
            return refused(at, "value", "A value is put in as it is, without functions.", "write {name} alone.");
        }
        Optional<Template> template = Template.read(drl, offset -> place(at + offset), Key.GAP, faults);
        if (template.isPresent() && !template.get().names().equals(Set.copyOf(key.gaps()))) {
            String maybe = "each {gap} of the sentence stands in what it says, and the other way round.";
            return refused(at, "value", "The sentence and what it says have different gaps.", maybe);
        }
        boolean adds = section == Section.THEN || key.text().startsWith("-");
        if (template.isPresent() && !adds && !template.get().isPattern()) {
            String maybe = "write one pattern, such as OrderPlaced(), or begin the sentence with \"-\".";
            return refused(at, "value", "A sentence without \"-\" says one pattern.", maybe);
        }
        return template;
    }

    private Place place(int offset) {
        return start.in(line, offset);
    }

    private <T> Optional<T> refused(int offset, String code, String wrong, String maybe) {
        faults.add(place(offset), "dictionary." + code, wrong, maybe);
        return Optional.empty();
    }
}
