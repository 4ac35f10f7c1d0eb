package io.siyu.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.trace.csv.Row;
import io.siyu.trace.csv.RowFixture;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Row ROW = RowFixture.row(Map.of("a", "3", "b", "4.50", "name", "Tea", "单 价", "8", "gone", ""));

    @Test
    void calculates_exactly() throws BadRow {
        assertThat(value("a + b")).isEqualTo(new BigDecimal("7.50"));
        assertThat(value("b * 1.1")).isEqualTo(new BigDecimal("4.950"));
        assertThat(value("1.1 * 1.1")).isEqualTo(new BigDecimal("1.21"));
        assertThat(value("1 / 8")).isEqualTo(new BigDecimal("0.125"));
        assertThat(value("1 / 3").toString()).startsWith("0.33333333333333333333333333333333");
        assertThat(value("9007199254740993 + 0")).isEqualTo(new BigDecimal("9007199254740993"));
        assertThat(value("round(2.345, 2)")).isEqualTo(new BigDecimal("2.34"));
    }

    @Test
    void compares_numbers_as_numbers_and_text_as_text() throws BadRow {
        assertThat(value("b > 10")).isEqualTo(false);
        assertThat(value("a == 3.0")).isEqualTo(true);
        assertThat(value("name == 'Tea' ? 'drink' : 'food'")).isEqualTo("drink");
    }

    @Test
    void reads_columns_of_any_name_and_stands_in_for_absent_ones() throws BadRow {
        assertThat(value("row['单 价'] * 2")).isEqualTo(new BigDecimal("16"));
        assertThat(value("gone ?? 'none'")).isEqualTo("none");
        assertThat(value("empty(gone)")).isEqualTo(true);
        assertThat(value("not empty(row['gone'])")).isEqualTo(false);
        assertThat(value("gone == null")).isEqualTo(true);
        assertThat(Expression.of("row['单 价'] + a").columns()).containsExactlyInAnyOrder("单 价", "a");
    }

    @Test
    void offers_a_few_functions() throws BadRow {
        assertThat(value("number('1,5', ',')")).isEqualTo(new BigDecimal("1.5"));
        assertThat(value("upper(trim(' tea '))")).isEqualTo("TEA");
        assertThat(value("part('a/b/c', '/', 2)")).isEqualTo("b");
        assertThat(value("part('a/b/c', '/', 4)")).isNull();
        assertThat(value("replace(name, 'ea', 'oast')")).isEqualTo("Toast");
        assertThat(value("contains(name, 'ea')")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new('java.io.File', 'x')",
                "''.getClass()",
                "a = 3",
                "while (true) {}",
                "for (x : [1]) { x }",
                "a; b",
                "() -> 1",
                "var x = 1",
                "#pragma jexl.import java.net",
                "name.length()",
                "row.class.forName('x')",
                "a +",
            })
    void refuses_what_is_no_plain_calculation(String text) {
        assertThatThrownBy(() -> Expression.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''.class",
                "name + 1",
                "gone + 1",
                "1 / 0",
                "number('1e999999999')",
                "unknown(1)",
                "elsewhere",
            })
    void tells_why_a_row_has_no_value(String text) {
        assertThatThrownBy(() -> value(text)).isInstanceOf(BadRow.class).hasMessageContaining("Maybe ");
    }

    private static Object value(String text) throws BadRow {
        return Expression.of(text).of(ROW);
    }
}
