package io.siyu.message;

import io.siyu.message.Filters.Filter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Filters on numbers: exact decimals, whole numbers divided to whole numbers as Liquid does. */
final class NumberFilters {
    private static final int FRACTION = 10;

    private NumberFilters() {}

    static Map<String, Filter> all() {
        Map<String, Filter> all = new TreeMap<>();
        all.put("plus", two(BigDecimal::add));
        all.put("minus", two(BigDecimal::subtract));
        all.put("times", two((a, b) -> plain(a.multiply(b))));
        all.put("divided_by", two(NumberFilters::divided));
        all.put("modulo", two((a, b) -> plain(floored(a, b))));
        all.put("at_least", two(BigDecimal::max));
        all.put("at_most", two(BigDecimal::min));
        all.put("abs", one(BigDecimal::abs));
        all.put("ceil", one(a -> a.setScale(0, RoundingMode.CEILING)));
        all.put("floor", one(a -> a.setScale(0, RoundingMode.FLOOR)));
        all.put(
                "round",
                Filter.of(Kind.NUMBER, Kind.NUMBER, (v, given, s) -> rounded(number(v), given), Kind.NUMBER)
                        .needing(0));
        return all;
    }

    private static Filter one(UnaryOperator<BigDecimal> work) {
        return Filter.of(Kind.NUMBER, Kind.NUMBER, (v, given, s) -> work.apply(number(v)));
    }

    private static Filter two(BinaryOperator<BigDecimal> work) {
        return Filter.of(
                Kind.NUMBER, Kind.NUMBER, (v, given, s) -> work.apply(number(v), number(given.get(0))), Kind.NUMBER);
    }

    static BigDecimal number(Object value) {
        BigDecimal number = Worth.number(value);
        if (number == null) {
            throw new UnrenderableException("a number where there is none");
        }
        return number;
    }

    /** A number of characters or places, as far as texts can have so many. */
    static int whole(Object value) {
        BigDecimal most = BigDecimal.valueOf(Bounds.CHARACTERS);
        return number(value).max(most.negate()).min(most).intValue();
    }

    private static BigDecimal divided(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new UnrenderableException("a division by zero");
        }
        boolean whole = a.scale() <= 0 && b.scale() <= 0;
        return whole ? a.divide(b, 0, RoundingMode.FLOOR) : plain(a.divide(b, FRACTION, RoundingMode.HALF_UP));
    }

    private static BigDecimal floored(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new UnrenderableException("a division by zero");
        }
        return a.subtract(a.divide(b, 0, RoundingMode.FLOOR).multiply(b));
    }

    private static BigDecimal rounded(BigDecimal a, List<Object> given) {
        int digits = given.isEmpty() ? 0 : Math.min(FRACTION, Math.max(0, whole(given.get(0))));
        return a.setScale(digits, RoundingMode.HALF_UP);
    }

    private static BigDecimal plain(BigDecimal made) {
        BigDecimal stripped = made.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
