package io.siyu.rule.drools.drl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTest {

    private static String shape(String drl) {
        return Shape.of(Scanner.scan(Drl.asWritten(drl), new DrlFaults("a.drl")), drl);
    }

    @Test
    void plain_literals_do_not_count() {
        assertThat(shape("rule \"A\" when E( a == \"x y\", b > 10 )"))
                .isEqualTo(shape("rule \"B\" when E( a == \"上海\", b > 7 )"));
    }

    @Test
    void everything_else_does() {
        String drl = "rule \"A\" when E( a == \"x\", b > 10 )";

        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("b >", "b >=")));
        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("b > ", "b >  ")));
        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("\"x\"", "\"x\\\"\"")));
        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("\"x\"", "TEXT")));
        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("10", "10B")));
        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("10", "010")));
        assertThat(shape(drl)).isNotEqualTo(shape(drl.replace("\"x\"", "'x'")));
    }
}
