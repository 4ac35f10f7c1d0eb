package io.siyu.message;

import java.util.ArrayList;
import java.util.List;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser.AssignmentContext;
import liquid.parser.v4.LiquidParser.AtomContext;
import liquid.parser.v4.LiquidParser.Atom_assignmentContext;
import liquid.parser.v4.LiquidParser.Atom_othersContext;
import liquid.parser.v4.LiquidParser.Atom_outputContext;
import liquid.parser.v4.LiquidParser.Atom_tagContext;
import liquid.parser.v4.LiquidParser.BlockContext;
import liquid.parser.v4.LiquidParser.Case_tagContext;
import liquid.parser.v4.LiquidParser.Elsif_tagContext;
import liquid.parser.v4.LiquidParser.ExprContext;
import liquid.parser.v4.LiquidParser.Expr_termContext;
import liquid.parser.v4.LiquidParser.If_tagContext;
import liquid.parser.v4.LiquidParser.OutputContext;
import liquid.parser.v4.LiquidParser.ParseContext;
import liquid.parser.v4.LiquidParser.TagContext;
import liquid.parser.v4.LiquidParser.TermContext;
import liquid.parser.v4.LiquidParser.Unless_tagContext;
import liquid.parser.v4.LiquidParser.When_tagContext;
import org.jspecify.annotations.Nullable;

/** The step from liqp's tree to parts; tags that reach beyond the text become faults at their place. */
final class PartVisitor {
    private final Marks marks;
    private final ExprReader exprs;
    private final LoopReader loops;
    private int depth;

    PartVisitor(String source) {
        this.marks = new Marks(source);
        this.exprs = new ExprReader(marks);
        this.loops = new LoopReader(marks, exprs, this);
    }

    Liquid.Read read(ParseTree root) {
        return new Liquid.Read(block(((ParseContext) root).block()), marks.faults());
    }

    List<Part> block(@Nullable BlockContext block) {
        List<Part> parts = new ArrayList<>();
        if (block == null) {
            return parts;
        }
        if (++depth > Bounds.DEPTH + 1) {
            marks.fault(
                    block,
                    "text.too-deep",
                    "More than " + Bounds.DEPTH + " tags stand inside each other.\nMaybe write two texts.");
        } else {
            block.atom().forEach(atom -> atom(atom, parts));
        }
        depth--;
        return parts;
    }

    private void atom(AtomContext atom, List<Part> parts) {
        exprs.piece(atom);
        if (atom instanceof Atom_othersContext words) {
            parts.add(new Part.Words(words.getText()));
        } else if (atom instanceof Atom_outputContext output) {
            print(output.output(), parts);
        } else if (atom instanceof Atom_assignmentContext assigned) {
            assign(assigned.assignment(), parts);
        } else if (atom instanceof Atom_tagContext tag) {
            tag(tag.tag(), parts);
        } else {
            refuse(atom);
        }
    }

    private void tag(TagContext tag, List<Part> parts) {
        if (tag.if_tag() != null) {
            parts.add(choice(tag.if_tag()));
        } else if (tag.unless_tag() != null) {
            parts.add(unless(tag.unless_tag()));
        } else if (tag.case_tag() != null) {
            parts.add(cases(tag.case_tag()));
        } else if (tag.for_tag() != null) {
            loops.read(tag.for_tag(), parts);
        } else if (tag.raw_tag() != null) {
            parts.add(new Part.Words(tag.raw_tag().raw_body().getText()));
        } else if (tag.comment_tag() == null && tag.empty_tag() == null) {
            refuse(tag);
        }
    }

    private void refuse(ParserRuleContext at) {
        marks.fault(
                at,
                "text.tag",
                "Texts know the tags if, unless, case, for, assign, comment and raw; this one cannot stand here.\n"
                        + "Maybe write two steps with conditions instead.");
    }

    private void print(OutputContext output, List<Part> parts) {
        if (output.not_out_end() != null) {
            marks.fault(output.not_out_end(), "text.syntax", "The value ends before this.\nMaybe a \"|\" is missing.");
            return;
        }
        ExprContext expr = output.expr();
        TermContext term = expr instanceof Expr_termContext of ? of.term() : output.term();
        if (term == null) {
            marks.fault(
                    expr == null ? output : expr,
                    "text.variable",
                    "Only the name of a value can be printed.\nMaybe \"{{ total }}\".");
            return;
        }
        parts.add(new Part.Print(exprs.value(term, output.filter()), marks.offset(term)));
    }

    private void assign(AssignmentContext assigned, List<Part> parts) {
        Expr value = exprs.value(assigned.expr(), assigned.filter());
        parts.add(new Part.Assign(assigned.id().getText(), value, marks.offset(assigned.id())));
    }

    private Part choice(If_tagContext tag) {
        List<Part.Branch> branches = new ArrayList<>();
        branches.add(new Part.Branch(exprs.test(tag.expr()), block(tag.block())));
        for (Elsif_tagContext other : tag.elsif_tag()) {
            branches.add(new Part.Branch(exprs.test(other.expr()), block(other.block())));
        }
        if (tag.else_tag() != null) {
            branches.add(new Part.Branch(null, block(tag.else_tag().block())));
        }
        return new Part.Choice(branches);
    }

    private Part unless(Unless_tagContext tag) {
        List<Part.Branch> branches = new ArrayList<>();
        branches.add(new Part.Branch(new Expr.Not(exprs.test(tag.expr())), block(tag.block())));
        if (tag.else_tag() != null) {
            branches.add(new Part.Branch(null, block(tag.else_tag().block())));
        }
        return new Part.Choice(branches);
    }

    private Part cases(Case_tagContext tag) {
        Expr of = exprs.test(tag.expr());
        List<Part.Branch> branches = new ArrayList<>();
        for (When_tagContext when : tag.when_tag()) {
            Expr test = null;
            for (TermContext term : when.term()) {
                int offset = marks.offset(term);
                Expr equal = new Expr.Compared("==", of, exprs.term(term), offset);
                test = test == null ? equal : new Expr.Joined(false, test, equal, offset);
            }
            branches.add(new Part.Branch(test, block(when.block())));
        }
        if (tag.else_tag() != null) {
            branches.add(new Part.Branch(null, block(tag.else_tag().block())));
        }
        return new Part.Choice(branches);
    }
}
