package io.siyu.rule.drools.typed;

import io.siyu.event.FieldType;
import io.siyu.rule.Accessor;

/**
 * What a comparison reads of a fact.
 *
 * @param id the path with its arguments; the same for the same reading
 * @param own whether it is a field of the event itself, which costs nothing to read
 */
public record Term(String id, FieldType type, Accessor.Reader reader, boolean own) {}
