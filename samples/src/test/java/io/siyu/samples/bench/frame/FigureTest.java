package io.siyu.samples.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.samples.bench.frame.Figure.Standing;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Goal RATE = Goal.of("rate", "events/s", Kind.RATE, 100, 200);
    private static final Goal LATENESS = Goal.of("late", "ms", Kind.TIME, 50, 25);

    @Test
    void the_median_is_the_middle_sample_or_the_mean_of_the_two_in_the_middle() {
        assertThat(Median.of(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Median.of(List.of(4.0, 1.0, 9.0, 6.0))).isEqualTo(5);
        assertThatThrownBy(() -> Median.of(List.of())).hasMessageContaining("Maybe --runs");
    }

    @Test
    void a_percentile_is_the_nearest_rank() {
        List<Double> samples = List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0);
        assertThat(Median.percentile(samples, 50)).isEqualTo(50);
        assertThat(Median.percentile(samples, 99)).isEqualTo(100);
        assertThat(Median.percentile(samples, 0)).isEqualTo(10);
    }

    @Test
    void on_a_machine_twice_as_slow_rates_double_times_halve_and_ratios_stay() {
        assertThat(Kind.RATE.scaled(50, 2)).isEqualTo(100);
        assertThat(Kind.TIME.scaled(50, 2)).isEqualTo(25);
        assertThat(Kind.RATIO.scaled(1.5, 2)).isEqualTo(1.5);
        assertThat(Kind.SIZE.scaled(512, 2)).isEqualTo(512);
    }

    @Test
    void a_rate_is_reached_met_or_missed_from_below() {
        assertThat(figure(RATE, 200).standing()).isEqualTo(Standing.REACHED);
        assertThat(figure(RATE, 199).standing()).isEqualTo(Standing.MET);
        assertThat(figure(RATE, 99).standing()).isEqualTo(Standing.MISSED);
    }

    @Test
    void a_time_is_reached_met_or_missed_from_above() {
        assertThat(figure(LATENESS, 25).standing()).isEqualTo(Standing.REACHED);
        assertThat(figure(LATENESS, 50).standing()).isEqualTo(Standing.MET);
        assertThat(figure(LATENESS, 51).standing()).isEqualTo(Standing.MISSED);
        assertThat(figure(Goal.shown("x", "", Kind.TIME), 1).standing()).isEqualTo(Standing.SHOWN);
    }

    @Test
    void under_four_fifths_of_the_committed_value_a_figure_is_worse() {
        assertThat(new Figure(RATE, List.of(80.0), OptionalDouble.of(100)).isWorse())
                .isFalse();
        assertThat(new Figure(RATE, List.of(79.0), OptionalDouble.of(100)).isWorse())
                .isTrue();
        assertThat(new Figure(LATENESS, List.of(125.0), OptionalDouble.of(100)).isWorse())
                .isFalse();
        assertThat(new Figure(LATENESS, List.of(126.0), OptionalDouble.of(100)).isWorse())
                .isTrue();
        assertThat(figure(RATE, 1).isWorse()).isFalse();
    }

    @Test
    void a_report_tells_every_figure_and_fails_for_the_one_that_became_worse() {
        Properties committed = new Properties();
        committed.setProperty("calibration.ms", "20");
        committed.setProperty("load.ratio", "2");
        Report report = new Report("load", new Committed(committed)).workload("ten events");
        report.sample(RATE, 150, new Taken(1, 1, 2));
        report.sample(Goal.of("ratio", "of plain", Kind.RATIO, 1.0), 1.5);

        assertThat(report.fails()).isTrue();
        assertThat(report.text())
                .contains("ten events", "machine", "rate", "300", "reached")
                .contains("FAILED, under 80 % of what was committed: ratio");
        assertThat(report.json()).contains("\"name\":\"ratio\"", "\"worse\":true", "\"median\":300.0");
    }

    @Test
    void a_timed_run_takes_time_of_the_clock_and_of_the_cpu() {
        Report report = new Report("load", Committed.shipped());
        Taken taken = report.time(Calibration::loop);
        assertThat(taken.wallNanos()).isPositive();
        assertThat(taken.cpuNanos()).isPositive();
        assertThat(taken.slowness()).isPositive();
        assertThat(report.text()).contains("calibration", "peak memory");
    }

    @Test
    void what_took_a_second_of_cpu_did_so_many_per_cpu_second() {
        Taken taken = new Taken(500_000_000, 1_000_000_000, 1);
        assertThat(taken.perSecond(100)).isEqualTo(200);
        assertThat(taken.perCpuSecond(100)).isEqualTo(100);
        assertThat(taken.cpuMicros(100)).isEqualTo(10_000);
    }

    private static Figure figure(Goal goal, double value) {
        return new Figure(goal, List.of(value), OptionalDouble.empty());
    }
}
