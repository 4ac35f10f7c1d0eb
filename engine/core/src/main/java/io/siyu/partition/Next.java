package io.siyu.partition;

import io.siyu.event.EntryKind;
import io.siyu.event.Event;

/** An entry a commit appends to its own partition: the continuation of a tick or scan. */
public record Next(EntryKind kind, Event event) {}
