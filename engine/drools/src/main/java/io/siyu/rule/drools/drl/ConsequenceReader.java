package io.siyu.rule.drools.drl;

import io.siyu.rule.drools.drl.RuleTree.Call;
import java.util.ArrayList;
import java.util.List;

/** Reads what a rule proposes, from {@code then} to {@code end}. */
final class ConsequenceReader {

    private final Tokens tokens;
    private final Refusals refusals;
    private final List<Call> calls = new ArrayList<>();

    ConsequenceReader(Tokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    List<Call> read() {
        refusals.none(this::statements);
        return calls;
    }

    private void statements() {
        Token start = tokens.peek();
        if (start.is("end")) {
            throw new Refusal(start, "consequence", "The rule proposes nothing.", "write propose.send(\"template\");");
        }
        if (start.is("propose")) {
            propose();
            if (!tokens.isNext("end")) {
                throw Unsupported.behindProposal(tokens.peek());
            }
        } else {
            refusals.add(Unsupported.statement(start));
            tokens.skipTo("propose");
            if (tokens.isNext("propose")) {
                propose();
            }
        }
    }

    private void propose() {
        Token start = tokens.next();
        while (tokens.take(".")) {
            call();
        }
        if (calls.isEmpty()) {
            throw new Refusal(start, "consequence", "The rule proposes nothing.", "write propose.send(\"template\");");
        }
        tokens.require(";", "the line must end with \";\".");
    }

    private void call() {
        Token name = tokens.next();
        tokens.require("(", "write " + name.text() + "(…).");
        List<Literal> arguments = new ArrayList<>();
        Token first = tokens.peek();
        if (refusals.none(() -> arguments(arguments))) {
            calls.add(new Call(name, arguments));
        } else {
            calls.add(new Call(name, List.of(Literal.unread(first))));
            tokens.skipBehindParenthesis();
        }
    }

    private void arguments(List<Literal> arguments) {
        while (!tokens.take(")")) {
            arguments.add(Literals.read(tokens));
            if (!tokens.isNext(")")) {
                tokens.require(",", "\")\" is missing.");
            }
        }
    }
}
