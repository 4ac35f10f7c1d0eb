package io.siyu.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a text, in order. */
sealed interface Part {

    /** Written out by the author. */
    record Words(String text) implements Part {}

    /** A value printed; {@code offset} is where it stands in the source, in UTF-16 units. */
    record Print(Expr value, int offset) implements Part {

        /** The name alone or with a literal default, the form most texts have; null for any other. */
        @Nullable
        String plainName() {
            Expr of = value instanceof Expr.Filtered filtered ? filtered.of() : value;
            boolean plain = !(value instanceof Expr.Filtered filtered) || filtered.literalDefault() != null;
            return plain && of instanceof Expr.Name name ? name.name() : null;
        }

        /** The literal default of the plain form; null without one. */
        @Nullable
        String otherwise() {
            return value instanceof Expr.Filtered filtered ? filtered.literalDefault() : null;
        }
    }

    /** Parts of which the first whose test holds is written: {@code if}, {@code unless} and {@code case}. */
    record Choice(List<Branch> branches) implements Part {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** One way a choice may go; a test that is null always holds. */
    record Branch(@Nullable Expr test, List<Part> parts) {
        public Branch {
            parts = List.copyOf(parts);
        }
    }

    /** Parts written once for each element of a list. */
    record Loop(Each each, List<Part> parts, List<Part> otherwise) implements Part {
        public Loop {
            parts = List.copyOf(parts);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** What a loop goes through, and the name each element has. */
    record Each(
            String name,
            Expr list,
            @Nullable Expr limit,
            @Nullable Expr skipped,
            boolean reversed,
            int offset) {}

    /** A value given a name for the rest of the text. */
    record Assign(String name, Expr value, int offset) implements Part {}
}
