package io.siyu.message;

import io.siyu.message.Filters.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kind of value each expression of a text is, and what is wrong with it. */
final class ExprCheck {
    private final Scope scope;
    private final List<TextFault> faults;

    ExprCheck(Scope scope, List<TextFault> faults) {
        this.scope = scope;
        this.faults = faults;
    }

    Shape shape(Expr value, Known known) {
        if (value instanceof Expr.Literal literal) {
            return literal(literal);
        }
        if (value instanceof Expr.Name name) {
            return name(name, known);
        }
        if (value instanceof Expr.Filtered filtered) {
            Shape shape = shape(filtered.of(), known);
            address(filtered);
            for (Expr.Use use : filtered.uses()) {
                shape = filtered(shape, use, known);
            }
            return shape;
        }
        if (value instanceof Expr.Range range) {
            sureNumber(range.from(), known);
            sureNumber(range.to(), known);
            return Shape.listOf(Shape.of(Kind.NUMBER, true), true);
        }
        test(value, known);
        return Shape.of(Kind.FLAG, true);
    }

    private static Shape literal(Expr.Literal literal) {
        Object worth = literal.worth();
        if (worth == null) {
            return Shape.of(Kind.ANY, false);
        }
        Kind kind = worth instanceof String ? Kind.TEXT : worth instanceof Boolean ? Kind.FLAG : Kind.NUMBER;
        return Shape.of(kind, true);
    }

    private Shape name(Expr.Name name, Known known) {
        Shape local = known.local(name.root());
        Shape shape = local == null ? scope.shape(name.name()) : local;
        String path = local != null && name.name().length() > name.root().length()
                ? name.name().substring(name.root().length() + 1)
                : local != null ? "" : scope.rest(name.name());
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            shape = shape == null ? null : shape.step(step);
        }
        if (shape != null) {
            return shape.always(shape.always() || known.isPresent(name.name()));
        }
        unknown(name, known);
        return Shape.UNKNOWN;
    }

    private void unknown(Expr.Name name, Known known) {
        if (scope.isPersonal(name.name())) {
            fault(
                    name.offset(),
                    "PERSONAL",
                    "\"" + name.name() + "\" is personal: it can be printed with a default and nothing else.\n"
                            + "Maybe \"{{ " + name.name() + " | default: \"…\" }}\" alone.");
        } else if (scope.isHidden(name.name())) {
            fault(
                    name.offset(),
                    "PERSONAL",
                    "\"" + name.name() + "\" of the event is personal and not kept for texts.\n"
                            + "Maybe \"{{ member.name | default: \"…\" }}\".");
        } else {
            fault(
                    name.offset(),
                    "text.unknown-variable",
                    "There is nothing called \"" + name.name() + "\" to print here.\n"
                            + TextCheck.maybe(name.name(), scope, known));
        }
    }

    private Shape filtered(Shape shape, Expr.Use use, Known known) {
        Filter filter = Filters.require(use.name());
        if (!shape.kind().fits(filter.input())) {
            fault(
                    use.offset(),
                    "text.type",
                    "The filter \"" + use.name() + "\" works on "
                            + filter.input().words() + ", and this is "
                            + shape.kind().words() + ".\nMaybe delete it.");
        }
        boolean given = true;
        for (int i = 0; i < use.arguments().size(); i++) {
            given &= argument(use, i, filter, known);
        }
        if (use.isDefault()) {
            return shape.kind() == Kind.ANY ? Shape.of(Kind.PLAIN, given) : shape.always(given);
        }
        special(use, shape);
        return made(shape, use, filter).always(shape.always() && given && !mayBeNothing(use));
    }

    private static boolean mayBeNothing(Expr.Use use) {
        return use.name().equals("first") || use.name().equals("last");
    }

    private boolean argument(Expr.Use use, int at, Filter filter, Known known) {
        Expr argument = use.arguments().get(at);
        Shape given = shape(argument, known);
        Kind wanted = filter.parameters().get(at);
        if (!given.kind().fits(wanted)) {
            fault(
                    argument.offset(),
                    "text.type",
                    "The filter \"" + use.name() + "\" takes " + wanted.words() + " here, and this is "
                            + given.kind().words() + ".\nMaybe another value.");
            return true;
        }
        return given.always();
    }

    private static Shape made(Shape input, Expr.Use use, Filter filter) {
        return switch (use.name()) {
            case "first", "last" -> input.one(true);
            case "sort", "reverse", "uniq", "where" -> input;
            case "map" -> Shape.listOf(mapped(input, use), true);
            case "split" -> Shape.listOf(Shape.of(Kind.TEXT, true), true);
            default -> Shape.of(filter.output(), true);
        };
    }

    private static Shape mapped(Shape input, Expr.Use use) {
        Shape field = field(input, use);
        return field == null ? Shape.UNKNOWN : field.always(true);
    }

    private static @Nullable Shape field(Shape input, Expr.Use use) {
        return input.element() != null
                        && use.arguments().get(0) instanceof Expr.Literal literal
                        && literal.worth() instanceof String name
                ? input.element().step(name)
                : null;
    }

    private void address(Expr.Filtered filtered) {
        if (filtered.uses().get(0).name().equals(Links.FILTER)
                && filtered.of() instanceof Expr.Literal literal
                && !Links.isLink(Worth.text(literal.worth()))) {
            fault(
                    literal.offset(),
                    "text.link",
                    "This is neither the address of a page nor the path of one in a mini program.\n"
                            + "Maybe \"https://www.example.com/page\" or \"pages/index\".");
        }
    }

    /** What one filter alone has to be told. */
    private void special(Expr.Use use, Shape input) {
        boolean named =
                ListFilters.BY_FIELD.contains(use.name()) && !use.arguments().isEmpty();
        if (named && input.element() != null && field(input, use) == null) {
            fault(
                    use.arguments().get(0).offset(),
                    "text.unknown-variable",
                    "The elements of this list have no value of this name.\nMaybe one of these was meant: "
                            + String.join(", ", input.element().fields().keySet()) + ".");
        }
        if (use.name().equals("date")
                && !use.arguments().isEmpty()
                && use.arguments().get(0) instanceof Expr.Literal literal
                && !Tongue.isForm(Worth.text(literal.worth()))) {
            fault(
                    literal.offset(),
                    "text.date",
                    "This is not a form of dates.\nMaybe \"%Y-%m-%d\", or \"day\", \"date\", \"time\", \"datetime\".");
        }
    }

    /** A value that must be a number and there. */
    void sureNumber(Expr value, Known known) {
        Shape shape = shape(value, known);
        if (!shape.kind().fits(Kind.NUMBER)) {
            fault(
                    value.offset(),
                    "text.type",
                    "Here must stand a number, and this is " + shape.kind().words() + ".\nMaybe 3.");
        } else if (!shape.always()) {
            faults.add(defaultMissing("…", value.offset(), false));
        }
    }

    void test(Expr test, Known known) {
        if (test instanceof Expr.Joined joined) {
            test(joined.left(), known);
            test(joined.right(), joined.both() ? known.inside(Known.sure(joined.left())) : known);
        } else if (test instanceof Expr.Not not) {
            test(not.of(), known);
        } else if (test instanceof Expr.Compared compared) {
            compared(compared, known);
        } else {
            shape(test, known);
        }
    }

    private void compared(Expr.Compared compared, Known known) {
        Shape left = shape(compared.left(), known);
        Shape right = shape(compared.right(), known);
        boolean fits = compared.operator().equals("contains")
                ? left.kind() == Kind.LIST || left.kind().fits(Kind.TEXT)
                : comparable(left, right, compared);
        if (!fits) {
            fault(
                    compared.offset(),
                    "text.type",
                    "Here " + left.kind().words() + " is compared with "
                            + right.kind().words() + ".\nMaybe another value.");
        }
    }

    private static boolean comparable(Shape left, Shape right, Expr.Compared compared) {
        boolean ordered =
                compared.operator().startsWith("<") || compared.operator().startsWith(">");
        boolean plain = left.kind() != Kind.LIST && right.kind() != Kind.LIST;
        boolean same = left.kind().fits(right.kind()) || right.kind().fits(left.kind());
        boolean moment = isMoment(compared.left(), left) && isMoment(compared.right(), right);
        boolean sizes = !ordered || compared.operator().equals("<>") || left.kind() != Kind.FLAG;
        boolean unknown = left.kind() == Kind.ANY || right.kind() == Kind.ANY;
        return moment || (plain && same && sizes) || (!ordered && unknown);
    }

    private static boolean isMoment(Expr value, Shape shape) {
        return shape.kind() == Kind.MOMENT
                || (value instanceof Expr.Literal literal && Worth.moment(literal.worth()) != null);
    }

    private void fault(int offset, String code, String message) {
        faults.add(new TextFault(offset, code, message));
    }

    static TextFault defaultMissing(String name, int offset, boolean personal) {
        return new TextFault(
                offset,
                personal ? "PERSONAL" : "text.default-missing",
                "\"" + name + "\" " + (personal ? "is personal" : "may be absent")
                        + ", so it needs a default.\nMaybe \"{{ " + name + " | default: \"…\" }}\".");
    }
}
