package io.siyu.message;

import java.util.ArrayList;
import java.util.List;
import liqp.org.antlr.v4.runtime.ParserRuleContext;

/** The faults found while one source is read, each at its place. */
final class Marks {
    private final String source;
    private final List<TextFault> faults = new ArrayList<>();

    Marks(String source) {
        this.source = source;
    }

    List<TextFault> faults() {
        return faults;
    }

    void fault(ParserRuleContext at, String code, String message) {
        faults.add(new TextFault(offset(at), code, message));
    }

    /** Where it begins, in UTF-16 units; the parser counts code points. */
    int offset(ParserRuleContext at) {
        int codePoints = Math.max(0, at.getStart().getStartIndex());
        return source.offsetByCodePoints(0, Math.min(codePoints, source.codePointCount(0, source.length())));
    }
}
