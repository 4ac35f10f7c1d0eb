package io.siyu.rule.drools.sentence;

import io.siyu.rule.RuleCompiler.Source;
import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.MadeDrl;
import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.RuleText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes rules of sentences: a {@code .dslr} file. What frames them is DRL and stays as it is. */
public final class SentenceReader {

    private static final int MAX_LINES = 2_000;
    private static final int MAX_DRL = 1_000_000;
    private static final Pattern RULE = Pattern.compile("\\s*+rule\\b.*+");
    private static final Pattern EXPANDER = Pattern.compile("\\s*+expander\\s++([^\\s;]++)\\s*+;?+\\s*+");

    private final DrlFaults faults;
    private final MadeDrl made = new MadeDrl();
    private final Set<Integer> broken = new HashSet<>();
    private final Vocabulary vocabulary;
    private final Sayings sayings;
    private Part part = Part.OUTSIDE;
    private int ruleLine;
    private int ruleStart;
    private int before;

    /** The part of a rule a line stands in. */
    private enum Part {
        OUTSIDE,
        HEADER,
        WHEN,
        THEN
    }

    private SentenceReader(Source source) {
        // why: faults are told with what their sentence says, which is known once it is read
        Sayings[] told = new Sayings[1];
        faults = new DrlFaults(source.file(), place -> told[0].told(place));
        vocabulary = new Vocabulary(source, faults);
        sayings = new Sayings(vocabulary, made, faults);
        told[0] = sayings;
    }

    /** The rules of a file; its sentences are those of the dictionaries it names. */
    public static RuleText read(Source source) {
        SentenceReader reader = new SentenceReader(source);
        List<String> lines = source.drl().lines().toList();
        if (lines.size() > MAX_LINES) {
            String wrong = "The file has more than 2,000 lines.";
            reader.faults.add(Place.FILE, "sentence.too-many", wrong, "split it into several files.");
            lines = List.of();
        }
        for (int i = 0; i < lines.size() && reader.made.length() <= MAX_DRL; i++) {
            reader.line(lines.get(i), new Place(i + 1, 1));
        }
        return new RuleText(reader.made.drl(), reader.faults, reader.broken);
    }

    private void line(String line, Place place) {
        switch (part) {
            case OUTSIDE -> outside(line, place);
            case HEADER -> {
                if (isFrame("when", line)) {
                    frames("when", line, place);
                    part = Part.WHEN;
                } else {
                    copy(line, place);
                }
            }
            case WHEN -> {
                if (isFrame("then", line)) {
                    sayings.endPatterns(place);
                    frames("then", line, place);
                    part = Part.THEN;
                } else {
                    sayings.condition(line, place);
                }
            }
            case THEN -> {
                if (isFrame("end", line)) {
                    endRule(line, place);
                } else {
                    sayings.proposal(line, place);
                }
            }
        }
    }

    private void outside(String line, Place place) {
        Matcher expander = EXPANDER.matcher(line);
        if (expander.matches()) {
            vocabulary.use(expander.group(1), place.in(line, expander.start(1)));
            return;
        }
        if (RULE.matcher(line).matches()) {
            part = Part.HEADER;
            ruleLine = place.line();
            ruleStart = made.length();
            before = faults.size();
            sayings.begin();
        }
        copy(line, place);
    }

    private void endRule(String line, Place place) {
        sayings.endProposals(place);
        frames("end", line, place);
        if (faults.size() > before) {
            broken.add(ruleLine);
        }
        if (sayings.hasNoEvent()) {
            made.cut(ruleStart);
        }
        part = Part.OUTSIDE;
    }

    private void copy(String line, Place place) {
        made.written(line, Origin.at(place, line));
        made.ours("\n", place.in(line, line.length()));
    }

    private static boolean isFrame(String word, String line) {
        String stripped = line.strip();
        return stripped.startsWith(word)
                && (stripped.length() == word.length() || !Character.isLetterOrDigit(stripped.charAt(word.length())));
    }

    /** Copies the word; it stands alone, so that no sentence is overlooked. */
    private void frames(String word, String line, Place place) {
        String stripped = line.strip();
        Place at = place.in(line, line.indexOf(word));
        if (!stripped.equals(word)) {
            String wrong = "\"" + word + "\" stands on a line of its own.";
            faults.add(at, "sentence.line", wrong, "write the sentence on the next line.");
            sayings.overlooked();
        }
        made.written(word, Origin.at(at, word));
        made.ours("\n", at);
    }
}
