package io.siyu.trace.mapping;

import io.siyu.trace.csv.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.jspecify.annotations.Nullable;

/**
 * A computed value of a row. Columns are variables, or {@code row['any name']}; assignment, loops, methods, classes and
 * anything outside {@link Functions} are refused.
 */
final class Expression {

    private static final String ROW = "row";

    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(JexlFeatures.createNone())
            .permissions(new JexlPermissions.ClassPermissions(JexlPermissions.SECURE, Functions.class))
            .arithmetic(new ExactArithmetic())
            .namespaces(functions())
            .strict(true)
            .silent(false)
            .safe(false)
            .cache(0)
            .create();

    private final JexlScript script;

    private Expression(JexlScript script) {
        this.script = script;
    }

    /** Reads an expression; one that is not allowed is an {@link IllegalArgumentException} telling why. */
    static Expression of(String text) {
        try {
            return new Expression(ENGINE.createScript(JexlFeatures.createNone(), new JexlInfo(ROW, 1, 1), text));
        } catch (JexlException refused) {
            throw new IllegalArgumentException(
                    told(refused)
                            + ".\nMaybe compare with docs/mapping.md: columns, numbers, 'text', + - * / %, comparisons, ?: and functions.");
        }
    }

    /** The columns it reads. */
    List<String> columns() {
        return script.getVariables().stream()
                .filter(path -> !(path.size() == 1 && path.get(0).equals(ROW)))
                .map(path -> path.get(0).equals(ROW) ? path.get(1) : path.get(0))
                .toList();
    }

    /** The value for a row, or null. */
    @Nullable
    Object of(Row row) throws BadRow {
        try {
            return script.execute(new Variables(row));
        } catch (JexlException failed) {
            throw new BadRow("The expression \"" + script.getSourceText() + "\" has no value here: " + told(failed)
                    + ".\nMaybe a column is empty; \"(column ?? 0)\" stands in for it.");
        }
    }

    private static String told(JexlException fault) {
        Throwable cause = fault.getCause();
        return cause instanceof ArithmeticException && cause.getMessage() != null
                ? cause.getMessage().lines().findFirst().orElse("")
                : String.valueOf(fault.getMessage()).replaceFirst("^(" + ROW + ")?@1:", "column ");
    }

    private static Map<String, Object> functions() {
        Map<String, Object> top = new HashMap<>();
        top.put(null, new Functions());
        return top;
    }

    private record Variables(Row row) implements JexlContext {

        @Override
        public @Nullable Object get(String name) {
            return name.equals(ROW) ? row.byName() : row.get(name);
        }

        @Override
        public boolean has(String name) {
            return name.equals(ROW) || row.columns().indexOf(name) >= 0;
        }

        @Override
        public void set(String name, Object value) {
            throw new UnsupportedOperationException("Expressions do not assign.");
        }
    }
}
