package io.siyu.message;

import java.util.ArrayList;
import java.util.List;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser.AtomContext;
import liquid.parser.v4.LiquidParser.Atom_othersContext;
import liquid.parser.v4.LiquidParser.Atom_outputContext;
import liquid.parser.v4.LiquidParser.Expr_termContext;
import liquid.parser.v4.LiquidParser.FilterContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import liquid.parser.v4.LiquidParser.Param_exprContext;
import liquid.parser.v4.LiquidParser.Param_expr_exprContext;
import liquid.parser.v4.LiquidParser.ParseContext;
import liquid.parser.v4.LiquidParser.Term_StrContext;
import liquid.parser.v4.LiquidParser.Term_lookupContext;
import org.jspecify.annotations.Nullable;

/** The step from liqp's tree to parts; what the first format leaves out becomes a fault at its place. */
final class PartVisitor {

    private static final String NAME = "[a-zA-Z][a-zA-Z0-9_]*(\\.[a-zA-Z][a-zA-Z0-9_]*)*";

    private final String source;
    private final List<Part> parts = new ArrayList<>();
    private final List<TextFault> faults = new ArrayList<>();

    PartVisitor(String source) {
        this.source = source;
    }

    Liquid.Read read(ParseTree root) {
        for (AtomContext atom : ((ParseContext) root).block().atom()) {
            if (atom instanceof Atom_othersContext words) {
                parts.add(new Part.Words(words.getText()));
            } else if (atom instanceof Atom_outputContext output) {
                print(output.output());
            } else {
                fault(
                        atom,
                        "text.tag",
                        "Texts only print values; a tag cannot stand here.\n"
                                + "Maybe write two steps with conditions instead.");
            }
        }
        return new Liquid.Read(parts, faults);
    }

    private void print(OutputContext output) {
        if (output.not_out_end() != null) {
            fault(output.not_out_end(), "text.syntax", "The value ends before this.\nMaybe a \"|\" is missing.");
            return;
        }
        ParserRuleContext value = output.expr() instanceof Expr_termContext term ? term.term() : output.term();
        if (!(value instanceof Term_lookupContext) || !value.getText().matches(NAME)) {
            fault(
                    value == null ? output : value,
                    "text.variable",
                    "Only the name of a value can be printed.\nMaybe \"{{ total }}\".");
            return;
        }
        parts.add(new Part.Print(value.getText(), otherwise(output), offset(value)));
    }

    private @Nullable String otherwise(OutputContext output) {
        String otherwise = null;
        for (FilterContext filter : output.filter()) {
            otherwise = literal(filter);
        }
        if (output.filter().size() > 1) {
            fault(output.filter(1), "text.filter", "A value has one default.\nMaybe delete the second filter.");
        }
        return otherwise;
    }

    private @Nullable String literal(FilterContext filter) {
        String name = filter.Id() == null ? "" : filter.Id().getText();
        if (!name.equals("default")) {
            fault(
                    filter,
                    "text.filter",
                    "The filter \"" + name + "\" is not known; values print as they are.\n"
                            + "Maybe \"| default: \"…\"\" was meant.");
            return null;
        }
        List<Param_exprContext> parameters =
                filter.params() == null ? List.of() : filter.params().param_expr();
        if (parameters.size() == 1
                && parameters.get(0) instanceof Param_expr_exprContext one
                && one.expr() instanceof Expr_termContext term
                && term.term() instanceof Term_StrContext text) {
            String quoted = text.getText();
            return quoted.substring(1, quoted.length() - 1);
        }
        fault(filter, "text.default", "A default is one text in quotes.\nMaybe \"| default: \"friend\"\".");
        return null;
    }

    private void fault(ParserRuleContext at, String code, String message) {
        faults.add(new TextFault(offset(at), code, message));
    }

    private int offset(ParserRuleContext at) {
        int codePoints = Math.max(0, at.getStart().getStartIndex());
        return source.offsetByCodePoints(0, Math.min(codePoints, source.codePointCount(0, source.length())));
    }
}
