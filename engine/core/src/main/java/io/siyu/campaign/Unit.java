package io.siyu.campaign;

import org.jspecify.annotations.Nullable;

/**
 * A part of the house that stores belong to, such as a region or a franchisee, from {@code units.csv}.
 *
 * @param id unique among units and stores
 * @param name what people call it; its id when it has none
 * @param parent the unit it is part of; absent when it is part of the house itself
 */
public record Unit(String id, String name, @Nullable String parent) {}
