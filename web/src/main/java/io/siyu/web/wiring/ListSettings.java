package io.siyu.web.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The lists behind the counts of campaigns.
 *
 * @param enabled whether the house database holds a row for each proposal
 * @param keep how long, in the house's time, what has come to rest stays listed
 */
@ConfigurationProperties("siyu.lists")
public record ListSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("90d") Duration keep) {}
