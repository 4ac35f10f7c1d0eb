/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.campaign;

import org.jspecify.annotations.NullMarked;
