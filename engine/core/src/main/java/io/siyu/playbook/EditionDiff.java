package io.siyu.playbook;

import io.siyu.rule.Edition;
import io.siyu.rule.RuleBook.RuleSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people wrote differently from one edition to another: rule by rule, and every other file by its path. */
public final class EditionDiff {
    private static final String RULES = "rules/";

    private final Written before;
    private final Written after;

    /** An edition and what it was made of. */
    public record Written(Edition edition, Playbook playbook) {}

    /** What became of a rule or a file. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One rule that is not the same.
     *
     * @param gone conditions it had before, as written
     * @param come conditions it has now
     * @param before its whole text before; empty if it was not there
     * @param after its whole text now; empty if it is gone
     */
    public record RuleChange(
            Kind kind, String rule, String event, List<String> gone, List<String> come, String before, String after) {
        public RuleChange {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /** One file that is not the same and holds no rules. */
    public record FileChange(Kind kind, String path) {}

    /** From one edition to another. */
    public EditionDiff(Written before, Written after) {
        this.before = before;
        this.after = after;
    }

    /** The rules written in rule files, by name; those that campaigns become are told with their files. */
    public List<RuleChange> rules() {
        Map<String, RuleSummary> old = summaries(before);
        Map<String, RuleSummary> now = summaries(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<RuleChange> changes = new ArrayList<>();
        for (String name : names) {
            RuleChange change = change(name, old.get(name), now.get(name));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private RuleChange change(String name, @Nullable RuleSummary old, @Nullable RuleSummary now) {
        List<String> had = old == null ? List.of() : old.conditions();
        List<String> has = now == null ? List.of() : now.conditions();
        String event = now != null ? now.event() : old != null ? old.event() : "";
        return new RuleChange(kind(old, now), name, event, without(had, has), without(has, had), text(old), text(now));
    }

    private static String text(@Nullable RuleSummary rule) {
        return rule == null ? "" : rule.drl();
    }

    private static Kind kind(@Nullable Object old, @Nullable Object now) {
        return old == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.CHANGED;
    }

    private static List<String> without(List<String> these, List<String> others) {
        return these.stream().filter(one -> !others.contains(one)).toList();
    }

    private static Map<String, RuleSummary> summaries(Written written) {
        return written.edition().rules().rules().stream()
                .filter(rule -> rule.file().startsWith(RULES))
                .collect(Collectors.toMap(RuleSummary::name, rule -> rule, (one, other) -> one, TreeMap::new));
    }

    /** The other files, by path. */
    public List<FileChange> files() {
        TreeSet<String> paths = new TreeSet<>(before.playbook().paths(path -> !path.startsWith(RULES)));
        paths.addAll(after.playbook().paths(path -> !path.startsWith(RULES)));
        List<FileChange> changes = new ArrayList<>();
        for (String path : paths) {
            byte[] old = before.playbook().file(path).orElse(null);
            byte[] now = after.playbook().file(path).orElse(null);
            if (!Arrays.equals(old, now)) {
                changes.add(new FileChange(kind(old, now), path));
            }
        }
        return changes;
    }
}
