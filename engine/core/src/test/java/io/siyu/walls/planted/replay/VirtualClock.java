package io.siyu.walls.planted.replay;

/** What live code must not know. */
public record VirtualClock(long minute) {}
