package io.siyu.walls.planted.unmarked;

/** A type whose package says nothing of null. */
record Guess(String text) {}
