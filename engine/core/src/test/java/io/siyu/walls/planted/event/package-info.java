/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.event;

import org.jspecify.annotations.NullMarked;
