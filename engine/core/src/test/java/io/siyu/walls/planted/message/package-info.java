/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.message;

import org.jspecify.annotations.NullMarked;
