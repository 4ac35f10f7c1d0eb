package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.Condition.Comparison;
import io.siyu.rule.drools.drl.Condition.Path;
import io.siyu.rule.drools.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        DroolsHabits.refuseInside(tokens, open);
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
        DroolsHabits.refuseOperator(tokens.peek());
        return negated ? new Condition.Not(comparison) : comparison;
    }

    private Path path() {
        Token start = tokens.peek();
        DroolsHabits.refuseStart(tokens);
        if (start.is(Kind.NUMBER) || start.is(Kind.TEXT) || start.is("null") || start.is("true") || start.is("false")) {
            throw tokens.refused("A comparison starts with a field, not with a value.", "turn it round: total >= 200.");
        }
        if (!start.is(Kind.WORD) || start.is("then")) {
            throw tokens.refused(
                    "Here a field must stand, not " + start.shown() + ".", "write a comparison, such as total >= 200.");
        }
        tokens.next();
        if (tokens.isNext(":") || tokens.isNext(":=") || start.text().startsWith("$")) {
            throw Unsupported.variable(start);
        }
        StringBuilder name = new StringBuilder(start.text());
        while (tokens.take(".")) {
            Token word = tokens.next();
            if (word.is("(")) {
                String wrong = "Behind \"" + name + ".\" one field is named, not several.";
                throw new Refusal(word, "unsupported", wrong, "write member.level > 2, member.orders > 3.");
            }
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
            DroolsHabits.refuseOperator(token);
            throw token.is(",") || token.is(")") || token.is("&&") || token.is("||")
                    ? alone(path)
                    : tokens.refused(
                            "Behind \"" + path.name() + "\" a comparison must stand, not " + token.shown() + ".",
                            "write ==, !=, <, <=, >, >=, in, contains or matches.");
        }
        tokens.next();
        return kind;
    }

    private static Refusal alone(Path path) {
        Optional<String> habit = path.arguments() == null ? Optional.empty() : JavaHabits.instead(path.name());
        if (habit.isPresent()) {
            String method = path.name().substring(path.name().lastIndexOf('.') + 1);
            String wrong = "\"" + method + "\" is a method; conditions call none.";
            return new Refusal(path.place(), "unsupported", wrong, habit.get());
        }
        String called = path.arguments() == null ? "" : "(…)";
        return new Refusal(
                path.place(),
                "syntax",
                "\"" + path.name() + "\" is compared with nothing.",
                "write " + path.name() + called + " == true.");
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
