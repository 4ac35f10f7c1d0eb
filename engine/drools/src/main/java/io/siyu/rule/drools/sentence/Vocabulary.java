package io.siyu.rule.drools.sentence;

import io.siyu.campaign.Nearest;
import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.Template.Given;
import io.siyu.rule.drools.sentence.Entry.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentences one file may use: those of the dictionaries it names, in that order. */
final class Vocabulary {

    private static final int MAX_DICTIONARIES = 4;

    /** Most unknown sentences of a file to which the nearest one is looked for. */
    private static final int MAX_GUESSES = 20;

    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"|[0-9A-Za-z.-]*[0-9][0-9A-Za-z.-]*");

    private final Map<String, String> known = new LinkedHashMap<>();
    private final DrlFaults faults;
    private final List<Dictionary> used = new ArrayList<>();
    private boolean missing;
    private int guesses;

    /** A sentence of a dictionary, and what the author put into its gaps. */
    record Match(Entry entry, Map<String, Given> values) {}

    Vocabulary(Source source, DrlFaults faults) {
        this.faults = faults;
        String folder = source.file().substring(0, source.file().lastIndexOf('/') + 1);
        for (Source dictionary : source.dictionaries()) {
            if (dictionary.file().startsWith(folder)) {
                known.put(dictionary.file().substring(folder.length()), dictionary.drl());
            }
        }
    }

    /** Takes in a dictionary by its name beside the file, such as {@code en.dsl}. */
    void use(String name, Place at) {
        String dsl = known.get(name.endsWith(".dsl") ? name : name + ".dsl");
        if (dsl == null) {
            missing = true;
            String maybe = known.isEmpty()
                    ? "write one beside this file, or take en.dsl or zh.dsl from the rules that ship."
                    : Nearest.maybe(name, known.keySet()).substring("Maybe ".length());
            faults.add(at, "sentence.dictionary", "There is no dictionary \"" + name + "\" beside this file.", maybe);
        } else if (used.size() == MAX_DICTIONARIES) {
            faults.add(at, "sentence.too-many", "A file names at most 4 dictionaries.", "write one of several.");
        } else {
            used.add(Dictionary.read(dsl, new DrlFaults("")));
        }
    }

    /** What a sentence means; one that no dictionary has is a fault, told once they are all there. */
    Optional<Match> find(Section section, String sentence, Origin origin) {
        for (Dictionary dictionary : used) {
            for (Entry entry : dictionary.of(section)) {
                Optional<Map<String, Given>> values = entry.match(sentence, origin);
                if (values.isPresent()) {
                    return Optional.of(new Match(entry, values.get()));
                }
            }
        }
        unknown(section, sentence, origin.of(0));
        return Optional.empty();
    }

    private void unknown(Section section, String sentence, Place at) {
        if (used.isEmpty() && !missing) {
            String maybe = "write \"expander en.dsl\" above the first rule.";
            faults.add(at, "sentence.dictionary", "The file names no dictionary that knows its sentences.", maybe);
            missing = true;
        } else if (!missing) {
            String in = section == Section.WHEN ? "[when]" : "[then]";
            String maybe = nearest(section, sentence)
                    .map(near -> "\"" + near + "\" was meant.")
                    .orElse("add it to the dictionary, as " + in + " sentence = what it says.");
            faults.add(at, "sentence.unknown", "No dictionary knows the sentence \"" + sentence + "\".", maybe);
        }
    }

    private Optional<String> nearest(Section section, String sentence) {
        if (++guesses > MAX_GUESSES) {
            return Optional.empty();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        for (Dictionary dictionary : used) {
            dictionary.of(section).stream()
                    .filter(entry -> entry.adds() == sentence.startsWith("-"))
                    .forEach(
                            entry -> keys.putIfAbsent(entry.words(), entry.key().text()));
        }
        String words = VALUE.matcher(sentence).replaceAll("");
        return Nearest.to(words, keys.keySet()).map(keys::get);
    }
}
