package io.siyu.walls.planted.decision;

/** A name that says nothing. */
final class DecisionManager {
    record Info(String text) {}
}
