/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.decision;

import org.jspecify.annotations.NullMarked;
