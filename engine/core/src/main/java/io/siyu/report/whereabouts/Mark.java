package io.siyu.report.whereabouts;

import java.time.Instant;

/** A place within a group: behind the proposal of this id, which is there since then. */
public record Mark(Instant at, String id) {}
