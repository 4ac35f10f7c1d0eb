/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.web;

import org.jspecify.annotations.NullMarked;
