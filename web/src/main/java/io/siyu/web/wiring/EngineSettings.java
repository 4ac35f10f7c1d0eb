package io.siyu.web.wiring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the engine of this node runs.
 *
 * @param enabled off for tests of the screens alone
 * @param partitions fixed by the first start
 * @param workers threads that decide
 * @param cached states each worker keeps in memory
 * @param lag most entries of a partition that wait to be decided before events for it are refused
 * @param beat real time between two beats of the pulse
 * @param lease how long this node stays the owner of the house without a sign of life
 * @param snapshot how often, in the house's time, what a partition holds is kept beside the archive; 0 never
 * @param grace how long calls in flight may take when the node stops
 */
@Validated
@ConfigurationProperties("siyu.engine")
public record EngineSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("64") @Min(1) @Max(4096) int partitions,
        @DefaultValue("2") @Min(1) @Max(256) int workers,
        @DefaultValue("50000") @Min(1) int cached,
        @DefaultValue("20000") @Min(1) int lag,
        @DefaultValue("1s") Duration beat,
        @DefaultValue("3s") Duration lease,
        @DefaultValue("1d") Duration snapshot,
        @DefaultValue("10s") Duration grace) {}
