package io.siyu.playbook;

import io.siyu.campaign.Condition;
import io.siyu.campaign.Whom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One constraint of a rule that an audience became.
 *
 * @param leaves where in it which condition stands
 */
record Chosen(String text, List<Leaf> leaves) {

    /**
     * A condition in the constraint.
     *
     * @param offset of its first character in the constraint
     * @param length in characters
     * @param condition as written; of a saved audience, where the audience is named
     * @param authorship what the place in the file stands for
     */
    record Leaf(int offset, int length, Condition condition, CampaignDrl.Authorship authorship) {}

    Chosen {
        leaves = List.copyOf(leaves);
    }

    /** The constraints that must all hold; none for everybody. */
    static List<Chosen> of(Whom whom) {
        return parts(simple(whom), null).map(Writing::constraint).toList();
    }

    /** Without parts that ask nothing, which are left of what had a fault. */
    private static Whom simple(Whom whom) {
        if (whom instanceof Whom.All all) {
            List<Whom> asking = all.parts().stream()
                    .map(Chosen::simple)
                    .flatMap(part -> part instanceof Whom.All inner ? inner.parts().stream() : Stream.of(part))
                    .toList();
            return asking.size() == 1 ? asking.get(0) : new Whom.All(asking);
        }
        if (whom instanceof Whom.Any any) {
            List<Whom> parts = any.parts().stream().map(Chosen::simple).toList();
            return parts.contains(Whom.EVERYBODY) ? Whom.EVERYBODY : new Whom.Any(parts);
        }
        if (whom instanceof Whom.Not not) {
            Whom part = simple(not.part());
            return part.equals(Whom.EVERYBODY) ? part : new Whom.Not(part);
        }
        if (whom instanceof Whom.Saved saved) {
            Whom of = simple(saved.of());
            return of.equals(Whom.EVERYBODY) ? of : new Whom.Saved(of, saved.reference());
        }
        return whom;
    }

    /** A part of it, and where the saved audience it is of is named, if it is of one. */
    private record Part(Whom whom, @Nullable Condition reference) {}

    /** What all must meet, one by one: rules look those up, and told of are those that do not hold. */
    private static Stream<Part> parts(Whom whom, @Nullable Condition reference) {
        if (whom instanceof Whom.All all) {
            return all.parts().stream().flatMap(part -> parts(part, reference));
        }
        return whom instanceof Whom.Saved saved
                ? parts(saved.of(), reference == null ? saved.reference() : reference)
                : Stream.of(new Part(whom, reference));
    }

    /** A constraint while it is written. */
    private static final class Writing {
        private final StringBuilder text = new StringBuilder();
        private final List<Leaf> leaves = new ArrayList<>();

        static Chosen constraint(Part part) {
            Writing writing = new Writing();
            writing.write(part.whom(), part.reference(), false);
            return new Chosen(writing.text.toString(), writing.leaves);
        }

        private void write(Whom whom, @Nullable Condition reference, boolean inside) {
            if (whom instanceof Whom.Meets meets) {
                leaf(meets, reference, inside);
            } else if (whom instanceof Whom.Not not) {
                text.append("!(");
                write(not.part(), reference, false);
                text.append(')');
            } else if (whom instanceof Whom.Any any) {
                joined(any.parts(), " || ", reference);
            } else if (whom instanceof Whom.All all) {
                joined(all.parts(), " && ", reference);
            } else if (whom instanceof Whom.Saved saved) {
                write(saved.of(), reference == null ? saved.reference() : reference, inside);
            }
        }

        private void joined(List<Whom> parts, String by, @Nullable Condition reference) {
            text.append('(');
            for (int i = 0; i < parts.size(); i++) {
                text.append(i == 0 ? "" : by);
                write(parts.get(i), reference, true);
            }
            text.append(')');
        }

        /** @param inside whether something else is joined to it, so that an author's own "or" needs parentheses */
        private void leaf(Whom.Meets meets, @Nullable Condition reference, boolean inside) {
            String condition = meets.condition().text();
            boolean wrapped = inside && meets.written();
            text.append(wrapped ? "(" : "");
            CampaignDrl.Authorship authorship = reference != null
                    ? CampaignDrl.Authorship.INHERITED
                    : meets.written() ? CampaignDrl.Authorship.WRITTEN : CampaignDrl.Authorship.MADE;
            Condition place = reference == null
                    ? meets.condition()
                    : new Condition(condition, reference.line(), reference.column());
            leaves.add(new Leaf(text.length(), condition.length(), place, authorship));
            text.append(condition).append(wrapped ? ")" : "");
        }
    }
}
