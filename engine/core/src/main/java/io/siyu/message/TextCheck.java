package io.siyu.message;

import io.siyu.campaign.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with a text that was read: names nobody knows, values that may be absent, kinds that do not fit. */
final class TextCheck {
    private final Scope scope;
    private final List<TextFault> faults;
    private final ExprCheck exprs;

    TextCheck(Scope scope, List<TextFault> faults) {
        this.scope = scope;
        this.faults = faults;
        this.exprs = new ExprCheck(scope, faults);
    }

    void check(List<Part> parts) {
        block(parts, new Known());
    }

    private void block(List<Part> parts, Known known) {
        for (Part part : parts) {
            if (part instanceof Part.Print print) {
                printed(print, known);
            } else if (part instanceof Part.Assign assign) {
                assigned(assign, known);
            } else if (part instanceof Part.Choice choice) {
                chosen(choice, known);
            } else if (part instanceof Part.Loop loop) {
                looped(loop, known);
            }
        }
    }

    private void printed(Part.Print print, Known known) {
        String plain = print.plainName();
        if (plain != null && known.local(root(plain)) == null && scope.isPersonal(plain)) {
            if (print.otherwise() == null) {
                faults.add(ExprCheck.defaultMissing(plain, print.offset(), true));
            }
            return;
        }
        Shape shape = exprs.shape(print.value(), known);
        if (!shape.kind().fits(Kind.PLAIN)) {
            fault(
                    print.offset(),
                    "text.type",
                    "This is " + shape.kind().words() + ", which cannot be printed as it is.\n"
                            + (shape.kind() == Kind.LIST ? "Maybe \"| join: \"、\"\"." : "Maybe one of its values."));
        } else if (!shape.always()) {
            faults.add(ExprCheck.defaultMissing(nameOf(print.value()), print.offset(), false));
        }
    }

    private static String nameOf(Expr value) {
        Expr of = value instanceof Expr.Filtered filtered ? filtered.of() : value;
        return of instanceof Expr.Name name ? name.name() : "…";
    }

    private void assigned(Part.Assign assign, Known known) {
        Shape shape = exprs.shape(assign.value(), known);
        Shape before = known.local(assign.name());
        if (before == null && isTaken(assign.name())) {
            taken(assign.name(), assign.offset());
        } else if (before != null && before.kind() != shape.kind()) {
            fault(
                    assign.offset(),
                    "text.type",
                    "\"" + assign.name() + "\" was " + before.kind().words() + " before and would be "
                            + shape.kind().words() + ".\nMaybe give it another name.");
        }
        boolean always = shape.always() && (before == null || before.always());
        known.name(assign.name(), shape.always(always));
    }

    private boolean isTaken(String name) {
        return scope.names().stream().anyMatch(known -> root(known).equals(name)) || name.equals("forloop");
    }

    private void taken(String name, int offset) {
        fault(
                offset,
                "text.name-taken",
                "\"" + name + "\" is the name of something else here.\nMaybe \"my_" + name + "\".");
    }

    private void chosen(Part.Choice choice, Known known) {
        Set<String> otherwise = new TreeSet<>();
        for (Part.Branch branch : choice.branches()) {
            if (branch.test() != null) {
                exprs.test(branch.test(), known.inside(otherwise));
            }
            Set<String> sure = new TreeSet<>(otherwise);
            sure.addAll(Known.sure(branch.test()));
            block(branch.parts(), known.inside(sure));
            otherwise.addAll(Known.sureOtherwise(branch.test()));
        }
    }

    private void looped(Part.Loop loop, Known known) {
        Part.Each each = loop.each();
        Shape list = exprs.shape(each.list(), known);
        if (!list.kind().fits(Kind.LIST)) {
            fault(
                    each.list().offset(),
                    "text.type",
                    "A loop goes through a list, and this is " + list.kind().words() + ".\n" + scope.maybeList());
        }
        number(each.limit(), known);
        number(each.skipped(), known);
        if (known.local(each.name()) != null || isTaken(each.name())) {
            taken(each.name(), each.offset());
        }
        Known inside = known.inside(Set.of());
        inside.name(each.name(), list.kind() == Kind.LIST ? list.one(true) : Shape.UNKNOWN);
        inside.name("forloop", Shape.ROUND);
        block(loop.parts(), inside);
        block(loop.otherwise(), known.inside(Set.of()));
    }

    private void number(@Nullable Expr value, Known known) {
        if (value != null) {
            exprs.sureNumber(value, known);
        }
    }

    private void fault(int offset, String code, String message) {
        faults.add(new TextFault(offset, code, message));
    }

    static String root(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** All values and tests the parts have anywhere. */
    static List<Expr> values(List<Part> parts) {
        List<Expr> values = new ArrayList<>();
        values(parts, values, new TreeSet<>());
        return values;
    }

    /** The names from the trigger the parts use anywhere, as texts write them. */
    static Set<String> names(List<Part> parts) {
        Set<String> names = new TreeSet<>();
        List<Expr> values = new ArrayList<>();
        Set<String> own = new TreeSet<>(Set.of("forloop"));
        values(parts, values, own);
        for (Expr value : values) {
            names(value, names);
        }
        names.removeIf(name -> own.contains(root(name)));
        return names;
    }

    private static void values(List<Part> parts, List<Expr> to, Set<String> own) {
        for (Part part : parts) {
            if (part instanceof Part.Print print) {
                to.add(print.value());
            } else if (part instanceof Part.Assign assign) {
                to.add(assign.value());
                own.add(assign.name());
            } else if (part instanceof Part.Choice choice) {
                for (Part.Branch branch : choice.branches()) {
                    if (branch.test() != null) {
                        to.add(branch.test());
                    }
                    values(branch.parts(), to, own);
                }
            } else if (part instanceof Part.Loop loop) {
                to.add(loop.each().list());
                to.addAll(
                        loop.each().limit() == null
                                ? List.of()
                                : List.of(loop.each().limit()));
                to.addAll(
                        loop.each().skipped() == null
                                ? List.of()
                                : List.of(loop.each().skipped()));
                own.add(loop.each().name());
                values(loop.parts(), to, own);
                values(loop.otherwise(), to, own);
            }
        }
    }

    private static void names(Expr value, Set<String> to) {
        if (value instanceof Expr.Name name) {
            to.add(name.name());
        } else if (value instanceof Expr.Filtered filtered) {
            names(filtered.of(), to);
            filtered.uses().forEach(use -> use.arguments().forEach(argument -> names(argument, to)));
        } else if (value instanceof Expr.Compared compared) {
            names(compared.left(), to);
            names(compared.right(), to);
        } else if (value instanceof Expr.Joined joined) {
            names(joined.left(), to);
            names(joined.right(), to);
        } else if (value instanceof Expr.Not not) {
            names(not.of(), to);
        } else if (value instanceof Expr.Range range) {
            names(range.from(), to);
            names(range.to(), to);
        }
    }

    /** The nearest known name. */
    static String maybe(String name, Scope scope, Known known) {
        List<String> names = new ArrayList<>(scope.names());
        names.addAll(known.names());
        return Nearest.maybe(name, names);
    }
}
