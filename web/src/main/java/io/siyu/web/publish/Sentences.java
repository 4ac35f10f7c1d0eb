package io.siyu.web.publish;

import io.siyu.playbook.EditionDiff;
import io.siyu.playbook.EditionDiff.FileChange;
import io.siyu.playbook.EditionDiff.RuleChange;
import io.siyu.replay.DecisionDiff;
import io.siyu.replay.DecisionDiff.Change;
import io.siyu.replay.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Tells what changed as sentences, in the language of whoever asks. */
@Component
public class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** The same where no server runs. */
    public static Sentences alone() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Sentences(messages);
    }

    /** What people wrote differently: each rule, then each other file. */
    public List<String> of(EditionDiff diff, Locale locale) {
        List<String> told = new ArrayList<>();
        for (RuleChange rule : diff.rules()) {
            told.add(rule(rule, locale));
        }
        for (FileChange file : diff.files()) {
            told.add(say(locale, "diff.file." + word(file.kind()), file.path()));
        }
        return told;
    }

    private String rule(RuleChange rule, Locale locale) {
        String and = say(locale, "diff.and");
        String gone = String.join(and, rule.gone());
        String come = String.join(and, rule.come());
        return switch (rule.kind()) {
            case ADDED ->
                come.isEmpty()
                        ? say(locale, "diff.rule.added.always", rule.rule(), rule.event())
                        : say(locale, "diff.rule.added", rule.rule(), rule.event(), come);
            case REMOVED -> say(locale, "diff.rule.removed", rule.rule());
            case CHANGED ->
                gone.isEmpty() && come.isEmpty()
                        ? say(locale, "diff.rule.changed", rule.rule())
                        : gone.isEmpty()
                                ? say(locale, "diff.rule.stricter", rule.rule(), come)
                                : come.isEmpty()
                                        ? say(locale, "diff.rule.looser", rule.rule(), gone)
                                        : say(locale, "diff.rule.otherwise", rule.rule(), come, gone);
        };
    }

    /** What would have been decided otherwise, the most first; one sentence that says so if nothing. */
    public List<String> of(DecisionDiff diff, Locale locale) {
        List<String> told =
                diff.changes().stream().map(change -> change(change, locale)).toList();
        return told.isEmpty() ? List.of(say(locale, "diff.none")) : told;
    }

    private String change(Change change, Locale locale) {
        Fate before = change.before();
        Fate after = change.after();
        String what = what(change.any());
        String origin = change.any().step().isEmpty()
                ? change.any().origin()
                : change.any().origin() + "/" + change.any().step();
        long subjects = change.subjects();
        if (before == null || after == null) {
            Fate only = change.any();
            String key = (before == null ? "diff.new" : "diff.gone") + (only.sends() ? "" : ".stopped");
            return say(locale, key, subjects, what, origin, only.told());
        }
        String key = before.sends() ? "diff.lost" : after.sends() ? "diff.won" : "diff.other";
        return say(locale, key, subjects, what, origin, after.told(), before.told());
    }

    private static String what(Fate fate) {
        return fate.action().equals("send") ? fate.what() : fate.action() + " " + fate.what();
    }

    private String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private static String word(EditionDiff.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
