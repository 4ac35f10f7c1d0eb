package io.siyu.rule.drools.sentence;

import io.siyu.rule.drools.drl.Drl;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.RuleText;
import io.siyu.rule.drools.sentence.Entry.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences authors may write, and what each says in DRL: a {@code .dsl} file. */
public final class Dictionary {

    private static final int MAX_ENTRIES = 1_000;

    private final Map<Section, List<Entry>> entries;

    private Dictionary(List<Entry> entries) {
        this.entries = entries.stream().collect(Collectors.groupingBy(Entry::section));
    }

    /** The readable entries of a dictionary. */
    static Dictionary read(String dsl, DrlFaults faults) {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        List<String> lines = dsl.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("//")) {
                continue;
            }
            Place place = new Place(i + 1, 1);
            if (entries.size() == MAX_ENTRIES) {
                faults.add(
                        place,
                        "dictionary.too-many",
                        "A dictionary has at most 1,000 sentences.",
                        "write a second one.");
                break;
            }
            new EntryReader(lines.get(i), place, faults).read().ifPresent(entry -> {
                if (keys.add(entry.section() + entry.key().text())) {
                    entries.add(entry);
                } else {
                    String wrong = "The sentence \"" + entry.key().text() + "\" stands here twice.";
                    faults.add(place, "dictionary.twice", wrong, "leave one of the two out; the first one counts.");
                }
            });
        }
        return new Dictionary(entries);
    }

    /** What is wrong with a dictionary; rules it has none. */
    public static RuleText check(String file, String dsl) {
        DrlFaults faults = new DrlFaults(file);
        read(dsl, faults);
        return new RuleText(Drl.asWritten(""), faults, Set.of());
    }

    /** The sentences of a section, in written order. */
    List<Entry> of(Section section) {
        return entries.getOrDefault(section, List.of());
    }
}
