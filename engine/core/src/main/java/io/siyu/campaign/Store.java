package io.siyu.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A store of the house, from {@code stores.csv}.
 *
 * @param id as events write it
 * @param name what people call it; its id when it has none
 * @param position absent when nobody wrote it down
 * @param unit the unit it belongs to; absent when it belongs to the house itself
 */
public record Store(
        String id,
        String name,
        @Nullable Position position,
        @Nullable String unit) {}
