/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted;

import org.jspecify.annotations.NullMarked;
