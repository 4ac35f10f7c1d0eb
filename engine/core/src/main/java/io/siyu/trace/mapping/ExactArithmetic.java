package io.siyu.trace.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlOperator;

/**
 * The arithmetic of expressions: every operand of {@code + - * / %} is an exact decimal, with 34 digits when a division
 * does not end; text is compared as text unless the other side is a number.
 */
final class ExactArithmetic extends JexlArithmetic {

    ExactArithmetic() {
        super(true, MathContext.DECIMAL128, Integer.MIN_VALUE);
    }

    @Override
    public Object add(Object left, Object right) {
        return number(left).add(number(right), getMathContext());
    }

    @Override
    public Object subtract(Object left, Object right) {
        return number(left).subtract(number(right), getMathContext());
    }

    @Override
    public Object multiply(Object left, Object right) {
        return number(left).multiply(number(right), getMathContext());
    }

    @Override
    public Object divide(Object left, Object right) {
        return number(left).divide(number(right), getMathContext());
    }

    @Override
    public Object mod(Object left, Object right) {
        return number(left).remainder(number(right), getMathContext());
    }

    @Override
    public Object negate(Object value) {
        return number(value).negate();
    }

    @Override
    protected int compare(Object left, Object right, JexlOperator operator) {
        return left instanceof Number || right instanceof Number
                ? number(left).compareTo(number(right))
                : super.compare(left, right, operator);
    }

    @Override
    public boolean equals(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return number(left).compareTo(number(right)) == 0;
        }
        return super.equals(left, right);
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value == null) {
            throw new ArithmeticException("a value is absent");
        }
        try {
            return Numbers.exact(value.toString());
        } catch (BadRow notNumber) {
            throw new ArithmeticException(notNumber.reason());
        }
    }
}
