package io.siyu.campaign;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole house, from {@code settings.yaml}.
 *
 * @param zone the retailer's time zone
 * @param currency ISO 4217 code; every money field of the house is in it
 * @param language the language texts are written in when the member's is unknown
 * @param quietHours absent means none
 * @param caps caps across all campaigns
 * @param stale proposals for events older than this (log time minus event time) are dropped
 * @param holdoutPermille members of the global control group, in 1/1000
 * @param channels for each channel the purposes it may carry
 */
public record Settings(
        String retailer,
        ZoneId zone,
        String currency,
        String language,
        @Nullable QuietHours quietHours,
        List<Cap> caps,
        Duration stale,
        int holdoutPermille,
        Map<String, Set<Purpose>> channels) {
    public Settings {
        caps = List.copyOf(caps);
        channels = Collections.unmodifiableMap(new TreeMap<>(channels));
    }
}
