package io.siyu.message;

import java.util.List;
import liqp.Template;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import org.jspecify.annotations.Nullable;

/**
 * Liquid without anything that reaches beyond the text and the values it is given.
 *
 * <p>The parser is liqp's; its tree becomes parts once, which this package checks and writes itself.
 */
final class Liquid {

    private static final TemplateParser PARSER = new TemplateParser.Builder()
            .withErrorMode(TemplateParser.ErrorMode.STRICT)
            .build();

    private static final Remembered<String, Read> KNOWN = new Remembered<>(4_096);

    private Liquid() {}

    /** A source read: parts in order, and what is wrong with it. */
    record Read(List<Part> parts, List<TextFault> faults) {
        Read {
            parts = List.copyOf(parts);
            faults = List.copyOf(faults);
        }
    }

    /** Reads a source, or remembers its reading: a text is checked, asked for its variables and compiled one after the other. */
    static Read read(String source) {
        return KNOWN.of(source, Liquid::parsed);
    }

    private static Read parsed(String source) {
        TextFault many = tooMany(source);
        if (many != null) {
            return new Read(List.of(), List.of(many));
        }
        try {
            Template template = PARSER.parse(source);
            return new PartVisitor(source).read(template.getParseTree());
        } catch (LiquidException broken) {
            return new Read(List.of(), List.of(syntax(source, broken)));
        }
    }

    // why: the parser goes down one call for each tag and bracket, so their number is bounded before it sees them
    private static @Nullable TextFault tooMany(String source) {
        int openings = 0;
        for (int i = 0; i + 1 < source.length(); i++) {
            boolean tag = source.charAt(i) == '{' && (source.charAt(i + 1) == '%' || source.charAt(i + 1) == '{');
            boolean bracket = source.charAt(i) == '(' || source.charAt(i) == '[';
            if ((tag || bracket) && ++openings > Bounds.PIECES) {
                return new TextFault(
                        i,
                        "text.too-many",
                        "This text is made of more than " + Bounds.PIECES + " pieces.\nMaybe write two shorter texts.");
            }
        }
        return null;
    }

    private static TextFault syntax(String source, LiquidException broken) {
        int line = 0;
        for (int i = 1; i < broken.line; i++) {
            line = source.indexOf('\n', line) + 1;
        }
        int left = source.codePointCount(line, source.length());
        int offset = source.offsetByCodePoints(line, Math.min(Math.max(0, broken.charPositionInLine), left));
        int open = Math.max(source.lastIndexOf("{{", offset), source.lastIndexOf("{%", offset));
        boolean unclosed = open >= 0 && source.indexOf('}', open) < 0;
        return new TextFault(
                unclosed ? open : offset,
                "text.syntax",
                "This is not Liquid.\nMaybe \"{{ total }}\" with both pairs of braces was meant.");
    }
}
