/**
 * The walls of the house as rules over its byte code. In comes the root package to look at, the rules come out; the tests of
 * this module hold them against core and against faults planted under {@code walls.planted}, one for each rule.
 */
@NullMarked
package io.siyu.walls;

import org.jspecify.annotations.NullMarked;
