package io.siyu.message;

import io.siyu.campaign.Nearest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liquid.parser.v4.LiquidParser.BlockContext;
import liquid.parser.v4.LiquidParser.ExprContext;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_attributeContext;
import liquid.parser.v4.LiquidParser.For_rangeContext;
import liquid.parser.v4.LiquidParser.For_tagContext;

/** Reads {@code for}. */
final class LoopReader {
    private static final List<String> ATTRIBUTES = List.of("limit", "offset");

    private final Marks marks;
    private final ExprReader exprs;
    private final PartVisitor parts;

    LoopReader(Marks marks, ExprReader exprs, PartVisitor parts) {
        this.marks = marks;
        this.exprs = exprs;
        this.parts = parts;
    }

    void read(For_tagContext tag, List<Part> to) {
        if (tag.for_array() != null) {
            to.add(array(tag.for_array()));
        } else {
            to.add(range(tag.for_range()));
        }
    }

    private Part array(For_arrayContext loop) {
        Map<String, Expr> attributes = attributes(loop.for_attribute());
        Part.Each each = new Part.Each(
                loop.id().getText(),
                exprs.name(loop.lookup(), marks.offset(loop.lookup())),
                attributes.get("limit"),
                attributes.get("offset"),
                loop.Reversed() != null,
                marks.offset(loop.id()));
        List<BlockContext> blocks = loop.for_block().block();
        return new Part.Loop(
                each, parts.block(blocks.get(0)), blocks.size() > 1 ? parts.block(blocks.get(1)) : List.of());
    }

    private Part range(For_rangeContext loop) {
        Map<String, Expr> attributes = attributes(loop.for_attribute());
        Expr list = new Expr.Range(bound(loop.from), bound(loop.to), marks.offset(loop.from));
        Part.Each each = new Part.Each(
                loop.id().getText(),
                list,
                attributes.get("limit"),
                attributes.get("offset"),
                loop.Reversed() != null,
                marks.offset(loop.id()));
        return new Part.Loop(each, parts.block(loop.block()), List.of());
    }

    private Expr bound(ExprContext bound) {
        return exprs.value(bound, List.of());
    }

    private Map<String, Expr> attributes(List<For_attributeContext> written) {
        Map<String, Expr> attributes = new TreeMap<>();
        for (For_attributeContext attribute : written) {
            String name = attribute.Offset() != null || attribute.Id() == null
                    ? "offset"
                    : attribute.Id().getText();
            if (attribute.expr() == null || !ATTRIBUTES.contains(name)) {
                marks.fault(
                        attribute,
                        "text.loop",
                        "A loop has no \"" + name + "\" of this kind.\n" + Nearest.maybe(name, ATTRIBUTES));
            } else {
                attributes.put(name, bound(attribute.expr()));
            }
        }
        return attributes;
    }
}
