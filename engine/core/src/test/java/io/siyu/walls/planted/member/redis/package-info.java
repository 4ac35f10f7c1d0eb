/** Faults planted for the walls to find. */
@NullMarked
package io.siyu.walls.planted.member.redis;

import org.jspecify.annotations.NullMarked;
