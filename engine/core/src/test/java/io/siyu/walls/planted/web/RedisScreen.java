package io.siyu.walls.planted.web;

import io.siyu.walls.planted.member.redis.RedisStates;

/** A controller that everybody may call and that knows an adapter. */
@RedisScreen.Controller
public final class RedisScreen {
    private final RedisStates states;

    RedisScreen(RedisStates states) {
        this.states = states;
    }

    String show() {
        return states.address();
    }

    @interface Controller {}
}
