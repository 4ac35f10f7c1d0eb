/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.partition;

import org.jspecify.annotations.NullMarked;
