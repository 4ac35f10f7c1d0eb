package io.siyu.samples.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppendedTest {

    @Test
    void bytes_appended_are_counted_over_a_file_that_is_written_anew() {
        Appended appended = new Appended(100);
        appended.look(300);
        appended.look(50);
        appended.look(60);
        assertThat(appended.bytes()).isEqualTo(210);
    }
}
