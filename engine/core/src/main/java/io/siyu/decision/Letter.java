package io.siyu.decision;

import io.siyu.event.Event;

/** An event one subject's decision sends to another subject; its addressee is the event's subject. */
public record Letter(Event event) {}
