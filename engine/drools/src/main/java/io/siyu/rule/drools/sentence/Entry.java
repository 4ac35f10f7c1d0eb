package io.siyu.rule.drools.sentence;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Template;
import io.siyu.rule.drools.drl.Template.Given;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence of a dictionary.
 *
 * @param key as written, with its gaps: {@code - the total is at least {n}}
 * @param pattern matches a whole sentence; one group for each gap
 * @param names of the gaps, in order
 * @param drl what it says
 */
record Entry(Section section, String key, Pattern pattern, List<String> names, Template drl) {

    /** Where a sentence may stand. */
    enum Section {
        WHEN,
        THEN
    }

    Entry {
        names = List.copyOf(names);
    }

    /** What an author put into the gaps; nothing if it is another sentence. */
    Optional<Map<String, Given>> match(String sentence, Origin origin) {
        Matcher matcher = pattern.matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Given> values = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String value = matcher.group(i + 1);
            int start =
                    matcher.start(i + 1) + value.length() - value.stripLeading().length();
            values.put(names.get(i), new Given(value.strip(), offset -> origin.of(start + offset)));
        }
        return Optional.of(values);
    }

    /** Its words alone, by which the nearest sentence is found. */
    String words() {
        return key.replaceAll("\\{[^}]*}", "");
    }
}
