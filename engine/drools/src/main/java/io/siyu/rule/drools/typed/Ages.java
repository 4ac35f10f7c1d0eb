package io.siyu.rule.drools.typed;

import io.siyu.rule.drools.typed.Clause.Compared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old a moment can still be; what is to come has an age below nothing.
 *
 * @param absent whether it can be absent
 * @param spans in order, none touching the next
 */
record Ages(boolean absent, List<Span> spans) implements Remaining {

    private static final Pattern QUESTION =
            Pattern.compile("(?<moment>.+)\\.(?<asked>within|olderThan|dueWithin)\\((?<length>P[0-9A-Z.]+)\\)");

    Ages {
        spans = List.copyOf(spans);
    }

    /** From an age, included, to another, left out; in seconds. */
    record Span(long from, long to) {
        boolean isEmpty() {
            return from >= to;
        }

        Span and(Span other) {
            return new Span(Math.max(from, other.from), Math.min(to, other.to));
        }
    }

    /** Nothing is known yet. */
    static Ages any() {
        return new Ages(true, List.of(new Span(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    /** The moment a term asks, as in {@code member.lastOrderAt} of {@code member.lastOrderAt.within("3d")}. */
    static Optional<String> moment(Term term) {
        Matcher question = QUESTION.matcher(term.id());
        return question.matches() ? Optional.of(question.group("moment")) : Optional.empty();
    }

    @Override
    public Ages present() {
        return absent ? new Ages(false, spans) : this;
    }

    @Override
    public boolean isEmpty() {
        return !absent && spans.isEmpty();
    }

    @Override
    public Ages where(Compared compared, boolean holds) {
        if (compared.values().isEmpty()) {
            return whereAbsent(holds);
        }
        Span asked = asked(compared.term());
        boolean inside = compared.values().get(0).equals(true) == holds;
        List<Span> left = inside ? and(List.of(asked)) : and(outside(asked));
        boolean missing = absent && !holds;
        return missing == absent && left.equals(spans) ? this : new Ages(missing, left);
    }

    // why: a question about a missing moment has no answer, as the moment has no value
    private Ages whereAbsent(boolean holds) {
        if (!holds) {
            return present();
        }
        return spans.isEmpty() ? this : new Ages(absent, List.of());
    }

    private static Span asked(Term term) {
        Matcher question = QUESTION.matcher(term.id());
        if (!question.matches()) {
            throw new IllegalArgumentException(term.id() + " asks no moment");
        }
        long length = Duration.parse(question.group("length")).toSeconds();
        return switch (question.group("asked")) {
            case "within" -> new Span(0, length);
            case "olderThan" -> new Span(length, Long.MAX_VALUE);
            default -> new Span(-length, 0);
        };
    }

    private static List<Span> outside(Span span) {
        return List.of(new Span(Long.MIN_VALUE, span.from()), new Span(span.to(), Long.MAX_VALUE));
    }

    private List<Span> and(List<Span> others) {
        List<Span> left = new ArrayList<>();
        for (Span span : spans) {
            others.stream().map(span::and).filter(both -> !both.isEmpty()).forEach(left::add);
        }
        return left;
    }
}
