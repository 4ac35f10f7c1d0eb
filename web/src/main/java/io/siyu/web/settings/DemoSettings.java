package io.siyu.web.settings;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether a link may sign a visitor in as the demo's marketer, and how far it carries.
 *
 * @param signIn off unless the demo switches it on
 * @param linkLife how long the printed link works after the start
 * @param linkUses how many times it works
 */
@Validated
@ConfigurationProperties("siyu.demo")
public record DemoSettings(
        @DefaultValue("false") boolean signIn,
        @DefaultValue("24h") Duration linkLife,
        @DefaultValue("50") @Min(1) int linkUses) {}
