package io.siyu.rule.drools.sentence;

import io.siyu.rule.drools.drl.DrlFaults;
import io.siyu.rule.drools.drl.MadeDrl;
import io.siyu.rule.drools.drl.MadeDrl.Origin;
import io.siyu.rule.drools.drl.Place;
import io.siyu.rule.drools.drl.Template;
import io.siyu.rule.drools.sentence.Entry.Section;
import io.siyu.rule.drools.sentence.Vocabulary.Match;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes what the sentences of one rule after another say. */
final class Sayings {

    private static final int MAX_SENTENCE = 500;
    private static final Pattern NO_GAP = Pattern.compile("(?!)()");

    private final Vocabulary vocabulary;
    private final MadeDrl made;
    private final DrlFaults faults;
    private final Map<Integer, String> said = new HashMap<>();
    private boolean open;
    private boolean lost;
    private boolean unsaid;
    private int proposals;

    /** A sentence without spaces around it, and its place. */
    private record Sentence(String text, Place place) {
        Origin origin() {
            return Origin.at(place, text);
        }
    }

    Sayings(Vocabulary vocabulary, MadeDrl made, DrlFaults faults) {
        this.vocabulary = vocabulary;
        this.made = made;
        this.faults = faults;
    }

    /** What is said at a place, set before what is wrong with it. */
    String told(Place place) {
        String drl = said.get(place.line());
        return drl == null ? "" : "The sentence says " + drl + ": ";
    }

    /** Begins a rule. */
    void begin() {
        open = false;
        lost = false;
        unsaid = false;
    }

    /** A sentence stands where none is read. */
    void overlooked() {
        lost = true;
    }

    /** Whether a sentence that should have said a pattern said nothing, so that the rest has nothing to belong to. */
    boolean hasNoEvent() {
        return lost;
    }

    /** A line behind {@code when}. */
    void condition(String line, Place place) {
        sentence(line, place).ifPresent(sentence -> {
            if (sentence.text().startsWith("-")) {
                addition(sentence);
            } else {
                pattern(sentence);
            }
        });
    }

    private void addition(Sentence sentence) {
        if (!open && !lost) {
            String wrong = "A sentence with \"-\" adds to a sentence before it, and there is none.";
            faults.add(sentence.place(), "sentence.order", wrong, "begin with what happened.");
        }
        int from = made.length();
        boolean first = made.endsWith('(');
        made.ours(first ? " " : ", ", sentence.place());
        boolean sound = say(Section.WHEN, sentence);
        if (!sound || !open) {
            made.cut(from);
        }
    }

    private void pattern(Sentence sentence) {
        endPatterns(sentence.place());
        int from = made.length();
        made.ours("  ", sentence.place());
        if (say(Section.WHEN, sentence)) {
            // why: the last sign is the parenthesis that closes the pattern; what follows may add to it
            made.cut(made.length() - 1);
            open = true;
        } else {
            made.cut(from);
            lost = true;
        }
    }

    /** Closes the pattern that is open. */
    void endPatterns(Place place) {
        if (open) {
            made.ours(" )\n", place);
        }
        open = false;
        proposals = made.length();
    }

    /** A line behind {@code then}. */
    void proposal(String line, Place place) {
        sentence(line, place).ifPresent(sentence -> {
            made.ours("  ", sentence.place());
            unsaid |= !say(Section.THEN, sentence);
            made.ours("\n", sentence.place());
        });
    }

    /** Ends the proposals; where one is not known, the conditions are read all the same, and the rule is not kept. */
    void endProposals(Place place) {
        if (unsaid) {
            made.cut(proposals);
            made.ours("then propose.tag(\"-\"); ", place);
        }
    }

    private Optional<Sentence> sentence(String line, Place place) {
        String text = line.strip();
        Place at = place.in(line, line.indexOf(text));
        if (text.startsWith("#")) {
            faults.add(
                    at, "sentence.remark", "\"#\" begins no sentence.", "a remark was meant; it starts with \"//\".");
        }
        boolean said = !text.isEmpty() && !text.startsWith("//") && !text.startsWith("#");
        return said ? Optional.of(new Sentence(text, at)) : Optional.empty();
    }

    /** Writes what a sentence says; false if that is a fault. */
    private boolean say(Section section, Sentence sentence) {
        int from = made.length();
        boolean sound = sentence.text().startsWith(">") ? asItStands(section, sentence) : inWords(section, sentence);
        if (sound && !sentence.text().startsWith(">")) {
            said.put(sentence.place().line(), made.since(from));
        }
        return sound;
    }

    private boolean inWords(Section section, Sentence sentence) {
        if (sentence.text().length() > MAX_SENTENCE) {
            String wrong = "The sentence has more than 500 characters.";
            faults.add(sentence.place(), "sentence.too-long", wrong, "write several sentences.");
            return false;
        }
        Optional<Match> match = vocabulary.find(section, sentence.text(), sentence.origin());
        return match.flatMap(found -> found.entry().drl())
                .map(drl -> drl.at(sentence.place()).fill(match.get().values(), made, faults))
                .orElse(false);
    }

    /** What stands behind {@code >} is DRL, as in Drools; it reaches no further than a sentence does. */
    private boolean asItStands(Section section, Sentence sentence) {
        Origin origin = offset -> sentence.origin().of(1 + offset);
        String drl = sentence.text().substring(1).stripTrailing();
        Optional<Template> template = Template.read(drl, origin, NO_GAP, faults);
        if (template.isPresent() && section == Section.WHEN && !template.get().isPattern()) {
            String wrong = "Behind \">\" one pattern stands.";
            faults.add(sentence.place(), "sentence.pattern", wrong, "write one, such as OrderPlaced( total >= 200 ).");
            return false;
        }
        return template.isPresent() && template.get().fill(Map.of(), made, faults);
    }
}
