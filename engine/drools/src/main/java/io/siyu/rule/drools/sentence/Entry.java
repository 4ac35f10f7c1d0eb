package io.siyu.rule.drools.sentence;

import com.google.re2j.Matcher;
import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Template;
import io.siyu.rule.drools.drl.Template.Given;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence of a dictionary.
 *
 * @param drl what it says; nothing if that has a fault, which is told with the dictionary
 */
record Entry(Section section, Key key, Optional<Template> drl) {

    /** Where a sentence may stand. */
    enum Section {
        WHEN,
        THEN
    }

    /** What an author put into the gaps; nothing if it is another sentence. */
    Optional<Map<String, Given>> match(String sentence, Origin origin) {
        Matcher matcher = key.pattern().matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Given> values = new HashMap<>();
        for (int i = 0; i < key.gaps().size(); i++) {
            String value = matcher.group(i + 1);
            int start =
                    matcher.start(i + 1) + value.length() - value.stripLeading().length();
            values.put(key.gaps().get(i), new Given(value.strip(), offset -> origin.of(start + offset)));
        }
        return Optional.of(values);
    }

    /** Whether it adds to the sentence before it. */
    boolean adds() {
        return key.text().startsWith("-");
    }

    /** Its words alone, by which the nearest sentence is found. */
    String words() {
        return Key.GAP.matcher(key.text()).replaceAll("");
    }
}
