package io.siyu.walls.planted.member.redis;

/** An adapter. */
public record RedisStates(String address) {}
