package io.siyu.message;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known at one place of a text while it is checked: names the text gave, and values sure to be there. */
final class Known {
    private final Map<String, Shape> locals;
    private final Set<String> present;

    Known() {
        this(new TreeMap<>(), new TreeSet<>());
    }

    private Known(Map<String, Shape> locals, Set<String> present) {
        this.locals = locals;
        this.present = present;
    }

    /** The same inside a tag, where these values are sure to be there. */
    Known inside(Set<String> sure) {
        Set<String> more = new TreeSet<>(present);
        more.addAll(sure);
        return new Known(new TreeMap<>(locals), more);
    }

    void name(String name, Shape shape) {
        locals.put(name, shape);
        present.removeIf(sure -> sure.equals(name) || sure.startsWith(name + "."));
    }

    @Nullable
    Shape local(String root) {
        return locals.get(root);
    }

    Set<String> names() {
        return locals.keySet();
    }

    boolean isPresent(String name) {
        String product = Seen.PRODUCT + ".";
        // why: a row of the pair table has all of its columns
        return present.contains(name)
                || (name.startsWith(product) && present.stream().anyMatch(sure -> sure.startsWith(product)));
    }

    /** The names of values that are there whenever the test holds. */
    static Set<String> sure(@Nullable Expr test) {
        Set<String> sure = new TreeSet<>();
        if (test instanceof Expr.Name name) {
            sure.add(name.name());
        } else if (test instanceof Expr.Joined joined) {
            sure.addAll(sure(joined.left()));
            Set<String> right = sure(joined.right());
            if (joined.both()) {
                sure.addAll(right);
            } else {
                sure.retainAll(right);
            }
        } else if (test instanceof Expr.Compared compared) {
            boolean different =
                    compared.operator().equals("!=") || compared.operator().equals("<>");
            if (different == isNothing(compared.right())) {
                addName(compared.left(), sure);
            }
            if (different == isNothing(compared.left())) {
                addName(compared.right(), sure);
            }
        } else if (test instanceof Expr.Not not && isAbsence(not.of())) {
            addName(((Expr.Compared) not.of()).left(), sure);
        }
        return sure;
    }

    /** The names of values that are there whenever the test does not hold. */
    static Set<String> sureOtherwise(@Nullable Expr test) {
        return test == null || test instanceof Expr.Not ? notSure(test) : sure(new Expr.Not(test));
    }

    private static Set<String> notSure(@Nullable Expr test) {
        return test instanceof Expr.Not not ? sure(not.of()) : Set.of();
    }

    private static boolean isAbsence(Expr test) {
        return test instanceof Expr.Compared compared
                && compared.operator().equals("==")
                && isNothing(compared.right());
    }

    private static void addName(Expr of, Set<String> sure) {
        if (of instanceof Expr.Name name) {
            sure.add(name.name());
        }
    }

    private static boolean isNothing(Expr of) {
        return of instanceof Expr.Literal literal && Worth.isAbsent(literal.worth());
    }
}
