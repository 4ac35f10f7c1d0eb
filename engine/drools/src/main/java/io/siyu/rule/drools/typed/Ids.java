package io.siyu.rule.drools.typed;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Values as parts of an id: equal texts exactly for equal values. */
final class Ids {

    private Ids() {}

    static String of(List<Object> values) {
        return values.stream().map(Ids::of).collect(Collectors.joining(", "));
    }

    private static String of(Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
