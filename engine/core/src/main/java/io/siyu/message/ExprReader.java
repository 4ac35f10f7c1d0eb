package io.siyu.message;

import io.siyu.campaign.Nearest;
import io.siyu.message.Filters.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liquid.parser.v4.LiquidParser.ExprContext;
import liquid.parser.v4.LiquidParser.Expr_containsContext;
import liquid.parser.v4.LiquidParser.Expr_eqContext;
import liquid.parser.v4.LiquidParser.Expr_logicContext;
import liquid.parser.v4.LiquidParser.Expr_relContext;
import liquid.parser.v4.LiquidParser.Expr_termContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.Param_exprContext;
import liquid.parser.v4.LiquidParser.Param_expr_exprContext;
import liquid.parser.v4.LiquidParser.TermContext;
import liquid.parser.v4.LiquidParser.Term_BlankContext;
import liquid.parser.v4.LiquidParser.Term_DoubleNumContext;
import liquid.parser.v4.LiquidParser.Term_EmptyContext;
import liquid.parser.v4.LiquidParser.Term_FalseContext;
import liquid.parser.v4.LiquidParser.Term_LongNumContext;
import liquid.parser.v4.LiquidParser.Term_NilContext;
import liquid.parser.v4.LiquidParser.Term_StrContext;
import liquid.parser.v4.LiquidParser.Term_TrueContext;
import liquid.parser.v4.LiquidParser.Term_exprContext;
import org.jspecify.annotations.Nullable;

/** The step from liqp's tree to values and tests. */
final class ExprReader {
    private static final String NAME = "[a-zA-Z_][a-zA-Z0-9_]*(\\.[a-zA-Z][a-zA-Z0-9_]*)*";
    private static final int LONGEST_NUMBER = 20;

    private final Marks marks;
    private int pieces;

    ExprReader(Marks marks) {
        this.marks = marks;
    }

    /** One more piece of the text. */
    void piece(ParserRuleContext at) {
        if (++pieces == Bounds.PIECES + 1) {
            marks.fault(
                    at,
                    "text.too-many",
                    "This text is made of more than " + Bounds.PIECES + " pieces.\nMaybe write two shorter texts.");
        }
    }

    /** A value with its filters; a literal stands in, with a fault, for what is none. */
    Expr value(ExprContext of, List<FilterContext> filters) {
        return filtered(plain(of), filters);
    }

    /** A value with its filters, as an output has it. */
    Expr value(TermContext of, List<FilterContext> filters) {
        return filtered(term(of), filters);
    }

    private Expr filtered(Expr value, List<FilterContext> filters) {
        List<Expr.Use> uses = new ArrayList<>();
        for (FilterContext filter : filters) {
            Expr.Use use = use(filter);
            if (use != null) {
                uses.add(use);
            }
        }
        return uses.isEmpty() ? value : new Expr.Filtered(value, uses);
    }

    private Expr plain(ExprContext of) {
        return of instanceof Expr_termContext term ? term(term.term()) : notAValue(of);
    }

    /** A test, as an {@code if} has it. */
    Expr test(ExprContext of) {
        piece(of);
        if (of instanceof Expr_logicContext logic) {
            boolean both = logic.And() != null;
            return new Expr.Joined(both, test(logic.lhs), test(logic.rhs), marks.offset(of));
        }
        if (of instanceof Expr_eqContext eq) {
            return new Expr.Compared(eq.op.getText(), test(eq.lhs), test(eq.rhs), marks.offset(of));
        }
        if (of instanceof Expr_relContext rel) {
            return new Expr.Compared(rel.op.getText(), test(rel.lhs), test(rel.rhs), marks.offset(of));
        }
        if (of instanceof Expr_containsContext contains) {
            return new Expr.Compared("contains", test(contains.lhs), test(contains.rhs), marks.offset(of));
        }
        return plain(of);
    }

    Expr term(TermContext term) {
        piece(term);
        int offset = marks.offset(term);
        if (term instanceof Term_StrContext text) {
            String quoted = text.getText();
            return new Expr.Literal(quoted.substring(1, quoted.length() - 1), offset);
        }
        if (term instanceof Term_LongNumContext || term instanceof Term_DoubleNumContext) {
            return number(term, offset);
        }
        if (term instanceof Term_TrueContext || term instanceof Term_FalseContext) {
            return new Expr.Literal(term instanceof Term_TrueContext, offset);
        }
        if (term instanceof Term_NilContext || term instanceof Term_BlankContext || term instanceof Term_EmptyContext) {
            return new Expr.Literal(null, offset);
        }
        if (term instanceof Term_exprContext inner) {
            return test(inner.expr());
        }
        return name(term, offset);
    }

    /** A name on its own, such as what a loop goes through. */
    Expr name(ParserRuleContext of, int offset) {
        String name = of.getText();
        return name.matches(NAME) ? new Expr.Name(name, offset) : notAValue(of);
    }

    private Expr number(TermContext term, int offset) {
        String digits = term.getText();
        if (digits.length() > LONGEST_NUMBER) {
            marks.fault(term, "text.number", "This number has too many digits.\nMaybe round it.");
            return new Expr.Literal(BigDecimal.ZERO, offset);
        }
        return new Expr.Literal(new BigDecimal(digits.endsWith(".") ? digits + "0" : digits), offset);
    }

    private Expr notAValue(ParserRuleContext at) {
        marks.fault(at, "text.variable", "Here must stand the name of a value.\nMaybe \"{{ total }}\".");
        return new Expr.Literal("", marks.offset(at));
    }

    private Expr.@Nullable Use use(FilterContext context) {
        piece(context);
        String name = context.Id() == null ? "" : context.Id().getText();
        Filter filter = Filters.find(name);
        if (filter == null) {
            marks.fault(
                    context,
                    "text.filter",
                    "There is no filter \"" + name + "\".\n" + Nearest.maybe(name, Filters.names()));
            return null;
        }
        List<Expr> arguments = arguments(context);
        if (arguments.size() < filter.required()
                || arguments.size() > filter.parameters().size()) {
            marks.fault(context, "text.filter-values", count(name, filter, arguments.size()));
            return null;
        }
        return new Expr.Use(name, arguments, marks.offset(context));
    }

    private static String count(String name, Filter filter, int given) {
        int most = filter.parameters().size();
        String wanted = filter.required() == most ? "" + most : filter.required() + " to " + most;
        return "The filter \"" + name + "\" takes " + wanted + " values behind its colon, not " + given
                + ".\nMaybe \"| " + name + (most == 0 ? "" : ": …") + "\".";
    }

    private List<Expr> arguments(FilterContext context) {
        List<Expr> arguments = new ArrayList<>();
        List<Param_exprContext> written =
                context.params() == null ? List.of() : context.params().param_expr();
        for (Param_exprContext one : written) {
            if (one instanceof Param_expr_exprContext value) {
                arguments.add(plain(value.expr()));
            } else {
                arguments.add(notAValue(one));
            }
        }
        return arguments;
    }
}
