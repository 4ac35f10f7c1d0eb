package io.siyu.campaign;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The local hours in which messages of the given purposes are held; may cross midnight.
 *
 * @param from local time at which quiet begins
 * @param to local time at which it ends
 * @param spread messages held are released within this span after the end, each at a point hashed from its id
 */
public record QuietHours(LocalTime from, LocalTime to, Duration spread, Set<Purpose> purposes) {
    public QuietHours {
        purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
    }
}
