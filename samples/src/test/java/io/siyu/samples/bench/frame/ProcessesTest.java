package io.siyu.samples.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final String STAT =
            "4711 (redis (server) 7) S 1 4711 4711 0 -1 4194560 1 2 3 4 150 50 20 30 20 0 5 0 99";

    @Test
    void cpu_time_is_user_and_system_of_the_process_and_its_children_whatever_it_is_called() {
        assertThat(Processes.cpuNanos(STAT)).isEqualTo(2_500_000_000L);
    }

    @Test
    void peak_memory_is_the_high_water_mark() {
        String status = "Name:\tjava\nVmPeak:\t  900 kB\nVmHWM:\t  512 kB\nVmRSS:\t  100 kB\n";
        assertThat(Processes.peakBytes(status)).hasValue(512 * 1024);
        assertThat(Processes.peakBytes("Name:\tjava\n")).isEmpty();
    }

    @Test
    void a_process_counts_by_its_name_and_one_that_is_gone_counts_nothing() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("sleep", "60").start();
        Processes processes = new Processes().with("sleeper", other.pid());
        assertThat(processes.peaks()).containsKeys("this JVM", "sleeper");
        other.destroy();
        other.waitFor();
        assertThat(processes.peaks()).containsOnlyKeys("this JVM");
        assertThat(processes.cpuNanos()).isPositive();
    }
}
