package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Condition.Comparison;
import io.siyu.rule.drools.drl.Condition.Path;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads one constraint: comparisons of a path with literals, joined by {@code &&}, {@code ||}, {@code !} and parentheses. */
final class ConditionReader {

    private static final int MAX_DEPTH = 16;
    private static final Map<String, Operator> SYMBOLS = Map.of(
            "==", Operator.EQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST);
    private static final Map<String, Operator> WORDS =
            Map.of("in", Operator.IN, "contains", Operator.CONTAINS, "matches", Operator.MATCHES);
    private static final Map<String, String> OTHER_OPERATORS = Map.ofEntries(
            Map.entry("=", "\"==\" was meant: it compares."),
            Map.entry("excludes", "write \"not contains\"."),
            Map.entry("memberOf", "write \"in (…)\" with the values."),
            Map.entry("soundslike", "write \"matches\" with a pattern."),
            Map.entry(
                    "before",
                    "write expiresAt.dueWithin(\"3d\") == true, or member.lastOrderAt.olderThan(\"3d\") == true."),
            Map.entry("after", "write member.lastOrderAt.within(\"3d\") == true."),
            Map.entry("during", "write member.lastOrderAt.within(\"3d\") == true."),
            Map.entry("+", "compare the field itself; rules do not calculate."),
            Map.entry("-", "compare the field itself; rules do not calculate."),
            Map.entry("*", "compare the field itself; rules do not calculate."),
            Map.entry("/", "compare the field itself; rules do not calculate."),
            Map.entry("%", "compare the field itself; rules do not calculate."),
            Map.entry("[", "name a field with a dot; lists are asked with \"contains\"."),
            Map.entry("!.", "write \".\": a missing value never meets a comparison."),
            Map.entry("?", "write two rules, or \"||\" between two comparisons."));

    private final Tokens tokens;
    private int depth;

    ConditionReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The condition up to a comma or the parenthesis that closes the pattern. */
    Condition read() {
        return joined("||", this::all, Condition.Any::new);
    }

    private Condition all() {
        return joined("&&", this::part, Condition.All::new);
    }

    private Condition joined(String symbol, Supplier<Condition> part, Function<List<Condition>, Condition> join) {
        Condition first = part.get();
        if (!tokens.isNext(symbol)) {
            return first;
        }
        List<Condition> parts = new ArrayList<>(List.of(first));
        while (tokens.take(symbol)) {
            if (SYMBOLS.containsKey(tokens.peek().text())) {
                throw tokens.refused(
                        "Behind \"" + symbol + "\" the field is missing.",
                        "repeat the field: total > 10 && total < 20.");
            }
            parts.add(part.get());
        }
        return join.apply(parts);
    }

    private Condition part() {
        if (tokens.isNext("!")) {
            Token not = tokens.next();
            if (!tokens.isNext("(")) {
                throw new Refusal(
                        not, "syntax", "\"!\" negates what stands in parentheses.", "write !( … ), or \"== false\".");
            }
            return new Condition.Not(parenthesised());
        }
        return tokens.isNext("(") ? parenthesised() : comparison();
    }

    private Condition parenthesised() {
        Token open = tokens.next();
        if (++depth > MAX_DEPTH) {
            throw new Refusal(open, "too-deep", "The parentheses are nested deeper than 16.", "write several rules.");
        }
        Condition inner = read();
        tokens.require(")", "a parenthesis opened in line " + open.line() + " is not closed.");
        depth--;
        return inner;
    }

    private Condition comparison() {
        tokens.count(tokens.peek());
        Path path = path();
        Token operator = tokens.peek();
        boolean negated = tokens.take("!=") || tokens.take("not");
        if (operator.is("not") && tokens.isNext(Kind.SYMBOL)) {
            throw new Refusal(
                    operator, "syntax", "\"not\" stands before in, contains or matches.", "write \"!=\", or !( … ).");
        }
        Operator kind = operator.is("!=") ? Operator.EQUAL : operator(path);
        if (negated && kind == Operator.MATCHES) {
            kind = Operator.NOT_MATCHES;
            negated = false;
        }
        List<Literal> literals = literals(kind);
        Comparison comparison = new Comparison(path, kind, operator, literals, tokens.written(path.place()));
        if (SYMBOLS.containsKey(tokens.peek().text()) || tokens.isNext("!=")) {
            throw tokens.refused("A comparison has two sides.", "write two comparisons with \"&&\" between them.");
        }
        refuseOther(tokens.peek());
        return negated ? new Condition.Not(comparison) : comparison;
    }

    private Path path() {
        Token start = tokens.peek();
        if (start.is(Kind.NUMBER) || start.is(Kind.TEXT) || start.is("null") || start.is("true") || start.is("false")) {
            throw tokens.refused("A comparison starts with a field, not with a value.", "turn it round: total >= 200.");
        }
        if (!start.is(Kind.WORD) || start.is("then")) {
            throw tokens.refused(
                    "Here a field must stand, not " + start.shown() + ".", "write a comparison, such as total >= 200.");
        }
        if (start.is("eval") || start.is("new") || start.is("this")) {
            throw new Refusal(
                    start,
                    "unsupported",
                    "\"" + start.text() + "\" is not available in conditions.",
                    "name the field itself: total >= 200.");
        }
        tokens.next();
        if (tokens.isNext(":") || tokens.isNext(":=") || start.text().startsWith("$")) {
            throw RuleReader.variable(start);
        }
        StringBuilder name = new StringBuilder(start.text());
        while (tokens.take(".")) {
            Token word = tokens.next();
            if (!word.is(Kind.WORD)) {
                throw new Refusal(word, "syntax", "Behind \".\" a name is missing.", "write member.level.");
            }
            name.append('.').append(word.text());
        }
        return new Path(name.toString(), start, tokens.isNext("(") ? arguments() : null);
    }

    private List<Literal> arguments() {
        tokens.next();
        List<Literal> arguments = new ArrayList<>();
        while (!tokens.take(")")) {
            arguments.add(Literals.read(tokens));
            if (!tokens.isNext(")")) {
                tokens.require(",", "\")\" is missing.");
            }
        }
        if (tokens.isNext(".")) {
            throw tokens.refused("What a helper gives is compared as it is.", "remove what follows the parentheses.");
        }
        return arguments;
    }

    private Operator operator(Path path) {
        Token token = tokens.peek();
        Operator kind = token.is(Kind.SYMBOL) ? SYMBOLS.get(token.text()) : WORDS.get(token.text());
        if (kind == null && token.is("str") && tokens.peek(1).is("[")) {
            return textOperator();
        }
        if (kind == null) {
            refuseOther(token);
            throw token.is(",") || token.is(")") || token.is("&&") || token.is("||")
                    ? new Refusal(
                            path.place(),
                            "syntax",
                            "\"" + path.name() + "\" is compared with nothing.",
                            "write " + path.name() + " == true.")
                    : tokens.refused(
                            "Behind \"" + path.name() + "\" a comparison must stand, not " + token.shown() + ".",
                            "write ==, !=, <, <=, >, >=, in, contains or matches.");
        }
        tokens.next();
        return kind;
    }

    private Operator textOperator() {
        Token str = tokens.next();
        tokens.next();
        Token word = tokens.next();
        tokens.require("]", "write str[startsWith].");
        if (word.is("startsWith")) {
            return Operator.STARTS_WITH;
        }
        if (word.is("endsWith")) {
            return Operator.ENDS_WITH;
        }
        throw new Refusal(
                str,
                "unsupported",
                "\"str[" + word.text() + "]\" is not available.",
                "write str[startsWith] or str[endsWith].");
    }

    private static void refuseOther(Token token) {
        String maybe = OTHER_OPERATORS.get(token.text());
        if (maybe != null && (token.is(Kind.SYMBOL) || token.is(Kind.WORD))) {
            throw new Refusal(token, "unsupported", "\"" + token.text() + "\" is not available in conditions.", maybe);
        }
    }

    private List<Literal> literals(Operator kind) {
        if (kind != Operator.IN) {
            return List.of(Literals.read(tokens));
        }
        tokens.require("(", "write in (\"a\", \"b\").");
        List<Literal> literals = new ArrayList<>();
        do {
            literals.add(Literals.read(tokens));
        } while (tokens.take(","));
        tokens.require(")", "the list of values is not closed.");
        return literals;
    }
}
