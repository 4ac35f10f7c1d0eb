package io.siyu.trace.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What a raw value of a row becomes in an event. */
sealed interface Form
        permits Form.AsIs,
                Form.Text,
                Form.Whole,
                Form.Decimal,
                Form.Money,
                Form.Truth,
                Form.Texts,
                Form.Discreet,
                TimeForm {

    /** The value as it stands in the event's JSON: text, number, boolean or list. */
    Object read(Object raw) throws BadRow;

    /** How each row of a group is read before it is summed or compared. */
    default Form ofRow() {
        return this;
    }

    /** The value as it came: a column stays text, a computed number a number. */
    record AsIs() implements Form {
        @Override
        public Object read(Object raw) {
            return raw;
        }
    }

    /** Text. */
    record Text() implements Form {
        @Override
        public Object read(Object raw) {
            return raw instanceof BigDecimal number ? number.toPlainString() : raw.toString();
        }
    }

    /** A number without decimals. */
    record Whole(Marks marks) implements Form {
        @Override
        public Object read(Object raw) throws BadRow {
            BigDecimal number = marks.number(raw).stripTrailingZeros();
            if (number.scale() > 0) {
                throw new BadRow("\"" + raw + "\" is not a whole number.\nMaybe write \"as: number\".");
            }
            return number.setScale(0);
        }

        @Override
        public Form ofRow() {
            return new Decimal(marks);
        }
    }

    /** A number with its decimals as they are. */
    record Decimal(Marks marks) implements Form {
        @Override
        public Object read(Object raw) throws BadRow {
            return marks.number(raw);
        }
    }

    /**
     * An amount in units of a currency.
     *
     * @param digits decimals of the currency
     * @param rounds whether fractions of the smallest unit are rounded half-even; else they are a fault
     */
    record Money(Marks marks, int digits, boolean rounds) implements Form {
        @Override
        public Object read(Object raw) throws BadRow {
            BigDecimal amount = marks.number(raw);
            if (!rounds && amount.stripTrailingZeros().scale() > digits) {
                throw new BadRow("The amount " + amount.toPlainString() + " has more than " + digits
                        + " decimals.\nMaybe write \"money: round\".");
            }
            return amount.setScale(digits, RoundingMode.HALF_EVEN);
        }

        @Override
        public Form ofRow() {
            return new Decimal(marks);
        }
    }

    /** True or false, written so or as 1 or 0. */
    record Truth() implements Form {
        @Override
        public Object read(Object raw) throws BadRow {
            if (raw instanceof Boolean) {
                return raw;
            }
            return switch (raw.toString()) {
                case "true", "True", "TRUE", "1" -> true;
                case "false", "False", "FALSE", "0" -> false;
                default ->
                    throw new BadRow("\"" + raw
                            + "\" is neither true nor false.\nMaybe add \"map\" with the words of the file.");
            };
        }
    }

    /** A list of texts cut at a separator; empty parts are left out. */
    record Texts(String separator) implements Form {
        @Override
        public Object read(Object raw) {
            return Arrays.stream(raw.toString().split(Pattern.quote(separator), -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    /** A personal value, which no message quotes. */
    record Discreet(Form form) implements Form {
        @Override
        public Object read(Object raw) throws BadRow {
            try {
                return form.read(raw);
            } catch (BadRow unreadable) {
                throw new BadRow(
                        "A personal value cannot be read.\nMaybe it is written in another way than the mapping says.");
            }
        }
    }

    /** The decimal mark of a file and the mark between thousands, empty for none. */
    record Marks(String decimal, String grouping) {
        BigDecimal number(Object raw) throws BadRow {
            return raw instanceof BigDecimal number ? number : Numbers.marked(raw.toString(), decimal, grouping);
        }
    }
}
