package io.siyu.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param daily for each channel whose account has one, the most messages of a day in the retailer's zone
 * @param conduct what holds beyond that: hours and addresses of channels, caps of communities, arbitration, how things are said
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
        Map<String, Set<Purpose>> channels,
        Map<String, Long> daily,
        Conduct conduct) {
    /** Stands for no limit. */
    public static final long UNLIMITED = -1;

    public Settings {
        caps = List.copyOf(caps);
        channels = Collections.unmodifiableMap(new TreeMap<>(channels));
        daily = Collections.unmodifiableMap(new TreeMap<>(daily));
    }

    /** These settings with another door for links. */
    public Settings withLinks(String door) {
        return with(new Conduct.Saying(conduct.saying().kinds(), door, impersonal()));
    }

    /** These settings with other channels that show nobody a product of their own. */
    public Settings withImpersonal(Set<String> others) {
        return with(new Conduct.Saying(conduct.saying().kinds(), links(), others));
    }

    private Settings with(Conduct.Saying other) {
        return with(new Conduct(conduct.compliance(), conduct.communityCaps(), conduct.arbitration(), other));
    }

    /** Where members reach the house's door for links, such as {@code https://go.example.com}; empty for none. */
    public String links() {
        return conduct.saying().links();
    }

    /** Channels over which nobody is shown a product for what they bought. */
    public Set<String> impersonal() {
        return conduct.saying().impersonal();
    }

    /** The kind of a channel: what it says, else its own name. */
    public String kind(String channel) {
        return conduct.saying().kinds().getOrDefault(channel, channel);
    }

    /** Settings of a house that asks nothing beyond. */
    public Settings(
            String retailer,
            ZoneId zone,
            String currency,
            String language,
            @Nullable QuietHours quietHours,
            List<Cap> caps,
            Duration stale,
            int holdoutPermille,
            Map<String, Set<Purpose>> channels,
            Map<String, Long> daily) {
        this(
                retailer,
                zone,
                currency,
                language,
                quietHours,
                caps,
                stale,
                holdoutPermille,
                channels,
                daily,
                Conduct.NONE);
    }

    /** Settings of a house whose channels have no daily limit. */
    public Settings(
            String retailer,
            ZoneId zone,
            String currency,
            String language,
            @Nullable QuietHours quietHours,
            List<Cap> caps,
            Duration stale,
            int holdoutPermille,
            Map<String, Set<Purpose>> channels) {
        this(
                retailer,
                zone,
                currency,
                language,
                quietHours,
                caps,
                stale,
                holdoutPermille,
                channels,
                Map.of(),
                Conduct.NONE);
    }

    /** These settings with other daily limits. */
    public Settings withDaily(Map<String, Long> limits) {
        return new Settings(
                retailer,
                zone,
                currency,
                language,
                quietHours,
                caps,
                stale,
                holdoutPermille,
                channels,
                limits,
                conduct);
    }

    /** These settings with another conduct. */
    public Settings with(Conduct other) {
        return new Settings(
                retailer, zone, currency, language, quietHours, caps, stale, holdoutPermille, channels, daily, other);
    }

    /** The most messages a channel may send in a day, or {@link #UNLIMITED}. */
    public long daily(String channel) {
        Long limit = daily.get(channel);
        return limit == null ? UNLIMITED : limit;
    }

    /** The retailer's day that {@code at} lies in. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** When the retailer's day after {@code day} begins. */
    public Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
