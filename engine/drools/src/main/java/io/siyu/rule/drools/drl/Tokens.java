package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reading position in the tokens of one rule. */
final class Tokens {

    private static final int MAX_CONDITIONS = 200;

    private final List<Token> tokens;
    private final Drl drl;
    private int at;
    private int conditions;

    /** @param tokens of this file, not empty; the last one is given again and again once all are read */
    Tokens(List<Token> tokens, Drl drl) {
        this.tokens = tokens;
        this.drl = drl;
    }

    /** Counts one more condition of the rule, and refuses it when there are too many. */
    void count(Token condition) {
        if (++conditions > MAX_CONDITIONS) {
            throw new Refusal(condition, "too-many", "A rule has at most 200 conditions.", "write several rules.");
        }
    }

    /** What was read from this token to the last one, as written. */
    Written written(Token from) {
        Place place = drl.places().of(from.start(), last().end());
        return new Written(drl.text().substring(from.start(), last().end()), place.line(), place.column());
    }

    Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    /** The token read last. */
    Token last() {
        return tokens.get(Math.max(0, Math.min(at, tokens.size()) - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean atEnd() {
        return at >= tokens.size() - 1;
    }

    boolean isNext(String wanted) {
        return peek().is(wanted);
    }

    boolean isNext(Kind wanted) {
        return peek().is(wanted);
    }

    /** Reads the next token if it is this word or symbol. */
    boolean take(String wanted) {
        boolean taken = isNext(wanted);
        at += taken ? 1 : 0;
        return taken;
    }

    /** Reads this word or symbol, or refuses what stands in its place. */
    Token require(String wanted, String before) {
        if (!isNext(wanted)) {
            throw refused("\"" + wanted + "\" is missing before " + peek().shown() + ".", before);
        }
        return next();
    }

    /** The refusal of the next token as a fault of syntax. */
    Refusal refused(String wrong, String maybe) {
        return new Refusal(peek(), "syntax", wrong, maybe);
    }

    /** Skips to this word, or to the last token if it does not come. */
    void skipTo(String word) {
        while (!atEnd() && !isNext(word)) {
            at++;
        }
    }

    /** Whether this word comes before the other does. */
    boolean comes(String word, String before) {
        int next = at;
        while (next < tokens.size() - 1
                && !tokens.get(next).is(word)
                && !tokens.get(next).is(before)) {
            next++;
        }
        return tokens.get(next).is(word);
    }

    /** The first broken token before this word, if there is one. */
    @Nullable
    Token firstBroken(String word) {
        int next = at;
        while (next < tokens.size() - 1 && !tokens.get(next).is(word)) {
            if (tokens.get(next).is(Kind.BROKEN)) {
                return tokens.get(next);
            }
            next++;
        }
        return null;
    }

    /** Skips to behind the parenthesis that closes what is read, or to where the statement ends. */
    void skipBehindParenthesis() {
        int open = 1;
        while (!atEnd() && open > 0 && !isNext(";")) {
            open += isNext("(") ? 1 : isNext(")") ? -1 : 0;
            at++;
        }
    }

    /** Where reading stands, for {@link #skipConstraint}. */
    int mark() {
        return at;
    }

    /**
     * Goes back to where a constraint starts and skips it: to the next comma or parenthesis of the pattern, to {@code then}, or
     * to behind what is broken, which took the rest of its line.
     */
    void skipConstraint(int mark) {
        at = mark;
        int open = 0;
        while (!atEnd() && !isNext("then") && (open > 0 || !(isNext(",") || isNext(")")))) {
            open += isNext("(") || isNext("[") ? 1 : isNext(")") || isNext("]") ? -1 : 0;
            if (next().is(Kind.BROKEN)) {
                return;
            }
        }
    }
}
